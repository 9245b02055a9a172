// @ts-check
/** Shows what can be done without a network: a number for the pain, and the routines of two days. */

import { newKey } from "../player/keys.js";

/** @typedef {import("./keeping.js").Pack} Pack */
/** @typedef {import("./keeping.js").Routine} Routine */
/** @typedef {import("./keeping.js").Kept} Kept */

export class Home {
  #rated = "";

  /** @param {any} shell @param {Pack|undefined} pack */
  constructor(shell, pack) {
    this.shell = shell;
    this.say = shell.say;
    this.pack = pack;
  }

  /** True where what was kept has run out. */
  get #isOver() {
    return this.pack !== undefined && Date.parse(this.pack.expires_at) <= Date.now();
  }

  draw() {
    const { pack, shell } = this;
    shell.part("notice-words").textContent = this.#notice();
    if (!pack) return;
    shell.part("pain").hidden = false;
    shell.part("date").textContent = new Date().toLocaleDateString(document.documentElement.lang, {
      weekday: "long",
      day: "numeric",
      month: "long",
    });
    shell.part("pain").addEventListener("click", (/** @type {Event} */ event) => this.#rate(event));
    if (!this.#isOver) this.#days(pack);
  }

  #notice() {
    const { pack, say } = this;
    if (!pack) return say("nothing");
    if (this.#isOver) return say("expired");
    if (pack.why) return pack.why;
    return say(location.pathname === "/" ? "kept" : "elsewhere");
  }

  /** The session that was left open. @param {Kept|undefined} run @param {(run: Kept) => void} play */
  offer(run, play) {
    if (!run) return;
    this.shell.part("resume").hidden = false;
    this.shell.part("resume-name").textContent = run.data.name;
    this.shell.part("resume-button").addEventListener("click", () => play(run));
  }

  /** What the page that was asked for would have started. @param {URLSearchParams} asked */
  askedFor(asked) {
    if (this.#isOver) return;
    const routine = this.pack?.routines.find((one) => String(one.routine) === asked.get("routine"));
    const lengths = routine?.lengths ?? [];
    const length = lengths.find((one) => one.length === asked.get("length")) ?? lengths.find((one) => one.usual);
    if (routine && length) this.shell.check(this.pack, routine, length);
  }

  /** @param {Event} event */
  #rate(event) {
    const cell = /** @type {Element} */ (event.target).closest("[data-level]");
    if (!cell || !this.pack) return;
    const level = Number(cell.getAttribute("data-level"));
    this.shell.outbox.discard(this.#rated); // a second tap corrects the first
    this.#rated = newKey();
    this.shell.outbox.put("", this.pack.pain_url, { intensity: level }, this.#rated);
    for (const other of this.shell.part("pain").querySelectorAll("[data-level]"))
      other.setAttribute("aria-pressed", String(other === cell));
    this.shell.part("pain-kept").textContent = this.say("pain", { level });
  }

  /** @param {Pack} pack */
  #days(pack) {
    const today = isoDay(new Date());
    const list = this.shell.part("days");
    for (const { day, routines } of pack.days) {
      if (day >= today && routines.length) list.append(this.#day(day === today ? "today" : "tomorrow", routines));
    }
    if (!list.children.length && pack.routines.length)
      list.append(this.#day("any", pack.routines.map((one) => one.routine)));
    list.hidden = !list.children.length;
  }

  /** @param {string} title @param {number[]} routines */
  #day(title, routines) {
    const day = copyOf(this.shell.part("day"));
    fill(day, "title", this.say(title));
    const rows = day.querySelector("[data-part=routines]");
    for (const routine of this.pack?.routines ?? []) {
      if (routines.includes(routine.routine)) rows?.append(this.#routine(routine));
    }
    return day;
  }

  /** @param {Routine} routine */
  #routine(routine) {
    const row = copyOf(this.shell.part("routine"));
    fill(row, "name", routine.name);
    for (const length of routine.lengths) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "segment__cell";
      button.append(this.say(length.length), second(this.say("minutes", { minutes: length.minutes })));
      button.addEventListener("click", () => this.shell.check(this.pack, routine, length));
      row.querySelector("[data-part=lengths]")?.append(button);
    }
    return row;
  }
}

/** @param {HTMLTemplateElement} template @returns {Element} */
const copyOf = (template) => /** @type {Element} */ (template.content.firstElementChild?.cloneNode(true));

/** @param {Element} place @param {string} part @param {string} words */
function fill(place, part, words) {
  const found = place.querySelector(`[data-part="${part}"]`);
  if (found) found.textContent = words;
}

/** @param {string} words */
function second(words) {
  const line = document.createElement("span");
  line.className = "segment__second";
  line.textContent = words;
  return line;
}

/** The day of this device, as 2026-11-22. @param {Date} date */
const isoDay = (date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
