// @ts-check
/** Asks, without a network, what is asked before every session, and knows what the answers mean. */

/**
 * @typedef {object} Ways
 * @property {(pain: number|null, sore: string[]) => boolean} start false where nothing is left to press
 * @property {(marked: string[]) => void} stop
 */

export class Check {
  #isSure = false;

  /**
   * @param {any} shell
   * @param {HTMLFormElement} form
   * @param {import("./keeping.js").Routine} routine
   * @param {Ways} ways
   */
  constructor(shell, form, routine, ways) {
    this.shell = shell;
    this.form = form;
    this.ways = ways;
    form.innerHTML = routine.start;
    form.onsubmit = (event) => {
      event.preventDefault();
      this.#answered(new FormData(form));
    };
    const heading = form.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
  }

  /** @param {FormData} told */
  #answered(told) {
    const marked = told.getAll("checks").map(String);
    const pain = told.get("pain_before");
    const level = pain === null || pain === "" ? null : Number(pain);
    if (marked.length) return this.ways.stop(marked);
    if (level !== null && level >= Number(this.shell.dataset.sureAbove) && !this.#isSure) {
      this.#isSure = true;
      return this.#note("high");
    }
    if (!this.ways.start(level, told.getAll("sore").map(String))) this.#note("nothing-left");
  }

  /** @param {"high"|"nothing-left"} name */
  #note(name) {
    for (const note of this.form.querySelectorAll("[data-note]")) {
      note.toggleAttribute("hidden", note.getAttribute("data-note") !== name);
      if (note.getAttribute("data-note") === name) note.scrollIntoView({ block: "nearest" });
    }
  }
}
