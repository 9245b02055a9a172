// @ts-check
/** Asks how the back is after a session, in the player itself, while the page for it is out of reach. */

export class After {
  isTouched = false;
  /** @type {Set<string>} */
  #ticked = new Set();

  /**
   * @param {HTMLElement} root
   * @param {import("./telling.js").Telling} telling
   */
  constructor(root, telling) {
    this.root = root;
    this.telling = telling;
    this.form = /** @type {HTMLFormElement} */ (root.querySelector("[data-part=after]"));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", () => this.#answered());
  }

  open() {
    if (!this.form.hidden) return;
    this.form.hidden = false;
    this.root.toggleAttribute("data-after", true);
    this.form.querySelector("h2")?.focus();
  }

  /** Each answer is kept at once; the last one counts. */
  #answered() {
    this.isTouched = true;
    const told = new FormData(this.form);
    const pain = told.get("pain_after");
    this.telling.after({
      pain_after: pain === null ? null : Number(pain),
      sore_after: this.#tick("sore_after", told),
      bruised_after: this.#tick("bruised_after", told),
      after_note: "",
    });
    const saved = this.form.querySelector("[data-part=after-saved]");
    saved?.toggleAttribute("hidden", false);
  }

  /** A tick, or one taken back; null where there never was one here. @param {string} name @param {FormData} told */
  #tick(name, told) {
    if (told.has(name)) this.#ticked.add(name);
    return this.#ticked.has(name) ? told.has(name) : null;
  }
}
