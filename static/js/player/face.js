// @ts-check
/** Shows where the session stands: words, ring, plate, score. Writes only what changed. */

import { beat, moves } from "./timeline.js";

/** @typedef {import("./run.js").Run} Run */
/** @typedef {import("./timeline.js").Hold} Hold */
/** @typedef {import("./words.js").Say} Say */

/** Facts of a hold that stand on the page as they are. */
const FACTS = /** @type {const} */ ([
  "side_name",
  "code",
  "name",
  "place",
  "cue",
  "technique_name",
  "tool_name",
  "posture_name",
  "pressure_words",
]);

export class Face {
  #index = -2;
  #still = matchMedia("(prefers-reduced-motion: reduce)");

  /**
   * @param {HTMLElement} root
   * @param {Say} say
   * @param {Run} run
   */
  constructor(root, say, run) {
    this.root = root;
    this.say = say;
    this.run = run;
    this.ring = root.querySelector(".ring");
    this.arc = root.querySelector(".ring__left");
    this.seconds = root.querySelector(".ring__seconds");
    this.word = root.querySelector(".ring__word");
    this.bars = [...root.querySelectorAll(".score__bar")];
  }

  /** Puts what the script needs in the place of the plain forms. */
  takeOver() {
    for (const part of this.root.querySelectorAll("[data-plain]")) part.toggleAttribute("hidden", true);
    for (const part of this.root.querySelectorAll("[data-scripted]")) part.toggleAttribute("hidden", false);
    this.feel("", false);
  }

  /** True where the ring may sweep on its own. */
  get sweeps() {
    return !this.#still.matches;
  }

  /** Minutes of pressing that are left, at least 1. @param {number} now */
  minutes(now) {
    return Math.max(1, Math.round(this.run.secondsLeft(now) / 60));
  }

  /** @param {number} now */
  draw(now) {
    const { run, root } = this;
    if (run.index !== this.#index) this.#turn();
    set(root, "data-stage", run.stage);
    const turned = root.hasAttribute("data-paused") !== run.paused;
    set(root, "data-paused", run.paused ? "" : null);
    set(root, "data-waiting", run.waiting ? "" : null);
    this.#time(now);
    this.#count(now);
    this.#button(now);
    if (turned) this.#keepFocus();
  }

  /** A group goes where a pause begins or ends: what had the focus in it gives it to the main button. */
  #keepFocus() {
    const at = document.activeElement;
    if (at && this.root.contains(at) && !at.getClientRects().length) this.focusMain();
  }

  focusMain() {
    const main = /** @type {HTMLElement|null} */ (this.root.querySelector("[data-action=main]"));
    main?.focus();
  }

  /** @param {string} feel what was answered @param {boolean} open whether an answer makes sense */
  feel(feel, open) {
    for (const button of this.root.querySelectorAll("[data-feel]")) {
      set(button, "aria-pressed", String(button.getAttribute("data-feel") === feel));
      set(button, "aria-disabled", String(!open));
    }
  }

  /** @param {number} now */
  #time(now) {
    const { run, say } = this;
    const left = run.stage === "start" ? run.rest : run.leftAt(now);
    const seconds = Math.ceil(left / 1000);
    const doing = run.stage === "hold" && !run.paused ? beat(run.total, left, run.pace) : "";
    const word = this.#word(doing);
    set(this.arc, "stroke-dashoffset", this.#offset(left));
    set(this.ring, "data-breath", doing === "in" || doing === "out" ? doing : null);
    set(this.ring, "data-state", run.paused ? "paused" : null);
    put(this.seconds, String(seconds));
    put(this.word, word);
    this.#part("twin", say("twin", { seconds, word }));
  }

  /** How much of the ring is gone, 0 to 100; in whole seconds where nothing may sweep. @param {number} left */
  #offset(left) {
    const { run } = this;
    const rest = run.stage === "hold" ? left : run.rest;
    const shown = this.sweeps ? rest : Math.ceil(rest / 1000) * 1000;
    return (100 - (100 * shown) / (run.total || 1)).toFixed(2);
  }

  /** @param {string} doing */
  #word(doing) {
    const { run, say } = this;
    if (run.waiting) return say("your_turn");
    if (run.paused) return say("paused");
    if (doing) return say(doing);
    if (run.stage === "ready")
      return moves(run.holds, run.index) ? say(run.hold.posture) : say("ready");
    return say(run.stage === "over" ? "done" : "seconds");
  }

  /** @param {number} now */
  #count(now) {
    const { run, say } = this;
    const values = { number: run.index + 1, count: run.holds.length, minutes: this.minutes(now) };
    this.#part("count", run.stage === "over" ? say("over") : say("count", values));
  }

  /** @param {number} now */
  #button(now) {
    const { run } = this;
    this.#part("main-word", this.#action(now));
    this.#part("hint", this.say(run.paused ? "tap_resume" : "tap_pause"));
    const shown = run.stage === "over" ? "" : run.running ? "pause" : "play";
    for (const icon of this.root.querySelectorAll("[data-icon]")) {
      icon.toggleAttribute("hidden", icon.getAttribute("data-icon") !== shown);
    }
  }

  /** @param {number} now */
  #action(now) {
    const { run, say } = this;
    if (run.stage === "over") return say("finish");
    if (run.stage !== "start") return say(run.paused ? "resume" : "pause");
    const begun = run.rest < run.total || run.holds.some((hold) => hold.state !== "todo");
    return begun ? say("resume_left", { minutes: this.minutes(now) }) : say("begin");
  }

  /** Another hold: its words, its plate, its bar. */
  #turn() {
    const { holds, hold, index } = this.run;
    this.#index = index;
    this.#score();
    if (!hold) return;
    set(this.root.querySelector("[data-part=scene]"), "data-side", hold.side);
    for (const fact of FACTS) this.#part(fact, hold[fact]);
    this.#part("turns", this.#turns(hold));
    for (const plate of this.root.querySelectorAll("[data-plate]")) {
      plate.toggleAttribute("hidden", plate.getAttribute("data-plate") !== hold.plate);
    }
    this.#next(
      hold,
      holds.find((later) => later.index > index && later.state === "todo"),
    );
  }

  /** @param {Hold} hold */
  #turns({ spot, spots, round, rounds }) {
    const parts = [];
    if (spots > 1) parts.push(this.say("spot", { number: spot, count: spots }));
    if (rounds > 1) parts.push(this.say("round", { number: round, count: rounds }));
    return parts.join(", ");
  }

  /** @param {Hold} hold @param {Hold} [next] */
  #next(hold, next) {
    const { say } = this;
    if (!next) return this.#following(say("last"));
    const seconds = say("next_seconds", { seconds: next.seconds });
    if (next.code !== hold.code) this.#following(next.code, say(`of_${next.side}`), seconds);
    else if (next.side === hold.side) this.#following(say("again"), "", seconds);
    else this.#following(say(`side_${next.side}`), say("same"), seconds);
  }

  /** @param {string} what @param {string} [how] @param {string} [seconds] */
  #following(what, how = "", seconds = "") {
    this.#part("next-what", how ? `${what},` : what);
    this.#part("next-how", how);
    this.#part("next-seconds", seconds && `, ${seconds}`);
  }

  #score() {
    const { holds, index } = this.run;
    if (this.bars.length !== holds.length) return;
    for (const [at, bar] of this.bars.entries()) {
      set(bar, "data-state", at === index ? "now" : holds[at].state);
    }
  }

  /** @param {string} name @param {string} words */
  #part(name, words) {
    for (const place of this.root.querySelectorAll(`[data-part="${name}"]`)) put(place, words);
  }
}

/** @param {Element|null} element @param {string} words */
function put(element, words) {
  if (element && element.textContent !== words) element.textContent = words;
}

/** @param {Element|null} element @param {string} name @param {string|null} value */
function set(element, name, value) {
  if (value === null) element?.removeAttribute(name);
  else if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
}
