// @ts-check
/** Fills the page that stands in where there is no network, from what this device keeps. */

import { newKey } from "../player/keys.js";
import { LeftBehind } from "../player/left-behind.js";
import { Outbox } from "../player/outbox.js";
import { wordsOf } from "../player/words.js";
import { whenBack } from "./back.js";
import { Check } from "./check.js";
import { Home } from "./home.js";
import { closePack, lastHere, packOf, runsOf } from "./keeping.js";

/** @typedef {import("./keeping.js").Pack} Pack */
/** @typedef {import("./keeping.js").Kept} Kept */
/** @typedef {import("./keeping.js").Routine} Routine */
/** @typedef {import("./keeping.js").Length} Length */

class OfflineShell extends HTMLElement {
  connectedCallback() {
    this.part("again").href = location.href;
    const leave = () => this.isBusy || location.reload();
    window.addEventListener("online", leave);
    if (location.pathname !== this.dataset.own) whenBack(() => !this.isBusy, leave); // it stands in for another page
    const here = lastHere();
    if (!here) return;
    if (here.theme) document.documentElement.dataset.theme = here.theme;
    this.person = here.person;
    this.say = wordsOf(this.querySelector(":scope > [data-part=words]"));
    this.outbox = new Outbox(here.person);
    new LeftBehind(this, this.outbox);
    this.fill();
  }

  /** @param {string} name @returns {any} */
  part = (name) => this.querySelector(`:scope > [data-part="${name}"], :scope > :not(session-player) [data-part="${name}"]`);

  /** A session or its questions are open: nothing may take them away. */
  get isBusy() {
    return !this.isConnected || !this.part("check").hidden; // a session takes the place of all this
  }

  async fill() {
    const [pack, runs] = await Promise.all([packOf(this.person), runsOf(this.person)]);
    const asked = runs.find((run) => location.pathname.includes(run.session));
    if (asked) return this.play(asked.html, asked.data);
    const home = new Home(this, pack);
    home.draw();
    home.offer(runs[0], (run) => this.play(run.html, run.data));
    if (pack && location.pathname === "/sessions/new/") home.askedFor(new URLSearchParams(location.search));
  }

  /** The ten-second check before a session. @param {Pack} pack @param {Routine} routine @param {Length} length */
  check(pack, routine, length) {
    this.show("check");
    new Check(this, this.part("check"), routine, {
      start: (pain, sore) => this.start(pack, routine, length, pain, sore),
      stop: (marked) => this.stop(pack, marked),
    });
  }

  /**
   * @param {Pack} pack @param {Routine} routine @param {Length} length
   * @param {number|null} pain @param {string[]} sore codes of points that are left out today
   */
  start(pack, routine, length, pain, sore) {
    const left = length.data.holds.filter((/** @type {any} */ hold) => !sore.includes(hold.code));
    if (!left.length) return false;
    const key = newKey();
    const holds = left.map((/** @type {any} */ hold, /** @type {number} */ index) => ({ ...hold, index }));
    const events_url = pack.start_url.replace(/kept\/$/, `${key}/events/`);
    const data = { ...length.data, holds, session: key, person: pack.person, events_url };
    this.outbox.put(key, pack.start_url, { token: length.token, pain_before: pain, sore }, key);
    this.play(withScore(routine.player, sore.length ? "" : length.score), data);
    return true;
  }

  /** @param {Pack} pack @param {string[]} marked */
  async stop(pack, marked) {
    this.outbox.put("", pack.checks_url, { marked });
    this.show("stop");
    this.part("call").href = `tel:${pack.emergency}`;
    this.part("call-words").textContent = this.say("call", { number: pack.emergency });
    this.part("stop").querySelector("h2").focus();
    await closePack(pack, this.say("marked"));
  }

  /** Shows one part of the page alone. @param {string} name */
  show(name) {
    for (const part of ["title", "notice", "resume", "pain", "days", "check", "stop"]) this.part(part).hidden = part !== name;
    window.scrollTo(0, 0);
  }

  /** @param {string} html @param {any} data */
  async play(html, data) {
    this.show("player");
    const carrier = new DOMParser().parseFromString(html, "text/html");
    const player = carrier.querySelector("session-player");
    if (!player) return;
    const told = document.createElement("script");
    told.type = "application/json";
    told.textContent = JSON.stringify(data);
    player.prepend(told);
    document.querySelector(".top-bar")?.remove();
    document.body.dataset.page = "session";
    this.replaceWith(document.adoptNode(player));
    await import("../player/session-player.js");
  }
}

/** @param {string} html @param {string} score */
function withScore(html, score) {
  const carrier = new DOMParser().parseFromString(html, "text/html");
  const place = carrier.querySelector(".player__score");
  if (place) place.innerHTML = score;
  return carrier.querySelector("session-player")?.outerHTML ?? "";
}

customElements.define("offline-shell", OfflineShell);
