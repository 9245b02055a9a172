// @ts-check
/** Says what has not reached the server yet, and what to do about it. */

const SOON = 3_000; // shorter than this, nothing is worth a word

/** @typedef {import("./outbox.js").Outbox} Outbox */

export class Waiting {
  /**
   * @param {HTMLElement} root
   * @param {Outbox} outbox
   * @param {import("./words.js").Say} say
   * @param {number} [soon] how many milliseconds something waits without a word
   */
  constructor(root, outbox, say, soon = SOON) {
    this.outbox = outbox;
    this.say = say;
    this.soon = soon;
    this.line = /** @type {HTMLElement} */ (root.querySelector("[data-part=waiting]"));
    this.words = /** @type {HTMLElement} */ (root.querySelector("[data-part=waiting-words]"));
    this.logIn = /** @type {HTMLElement} */ (root.querySelector("[data-part=log-in]"));
    this.remove = /** @type {HTMLElement} */ (root.querySelector("[data-part=discard]"));
    this.remove.addEventListener("click", () => this.#discard());
    outbox.addEventListener("change", () => this.draw(Date.now()));
  }

  /** @param {number} now */
  draw(now) {
    const { outbox } = this;
    const waiting = outbox.waiting;
    const late = waiting.filter((entry) => now - entry.at > this.soon).length;
    const refused = outbox.refused.size;
    const login = outbox.loggedOut && waiting.length > 0;
    this.line.hidden = !(late || refused || login);
    this.words.textContent = login ? "" : this.#words(late, refused);
    this.logIn.hidden = !login;
    if (login) this.logIn.textContent = this.#counted("log_in", waiting.length);
    this.remove.hidden = !refused || login;
  }

  /** @param {number} late @param {number} refused */
  #words(late, refused) {
    const parts = late ? [this.say("waiting", { number: late })] : [];
    if (refused) {
      const [sentence] = this.outbox.refused.values();
      parts.push(
        this.say("refused", { number: refused, sentence: sentence || this.say("refused_why") }),
      );
    }
    return parts.join(" · ");
  }

  /** @param {string} name @param {number} number */
  #counted(name, number) {
    return this.say(`${name}_${number === 1 ? "one" : "many"}`, { number });
  }

  #discard() {
    for (const key of [...this.outbox.refused.keys()]) this.outbox.discard(key);
  }
}
