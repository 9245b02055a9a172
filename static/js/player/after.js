// @ts-check
/** Asks how the back is after a session, in the player itself, while the page for it is out of reach. */

export class After {
  isTouched = false;

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
      sore_after: told.has("sore_after"),
      bruised_after: told.has("bruised_after"),
      after_note: "",
    });
    const saved = this.form.querySelector("[data-part=after-saved]");
    saved?.toggleAttribute("hidden", false);
  }
}
