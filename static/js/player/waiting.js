// @ts-check
/** Says what has not reached the server yet, and what to do about it. */

import { things } from "./outbox.js";

const SOON = 3_000; // shorter than this, nothing is worth a word
const LONG = 3 * 24 * 60 * 60_000; // some browsers clear a site that was not opened for a week

/** @typedef {import("./outbox.js").Outbox} Outbox */
/** @typedef {import("./outbox.js").Entry} Entry */

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
    const late = waiting.filter((entry) => now - entry.at > this.soon);
    const refused = outbox.all.filter((entry) => outbox.refused.has(entry.body.key));
    const login = outbox.loggedOut && waiting.length > 0;
    this.line.hidden = !(late.length || refused.length || login);
    this.words.textContent = login ? "" : this.#words(late, refused, now);
    this.logIn.hidden = !login;
    if (login) this.logIn.textContent = this.#counted("log_in", things(waiting));
    this.remove.hidden = !refused.length || login;
  }

  /** @param {Entry[]} late @param {Entry[]} refused @param {number} now */
  #words(late, refused, now) {
    const parts = late.length ? [this.#counted("waiting", things(late))] : [];
    if (late.some((entry) => now - entry.at > LONG)) parts.push(this.say("waiting_long"));
    if (refused.length) {
      const sentence = this.outbox.refused.get(refused[0].body.key) || this.say("refused_why");
      parts.push(this.say("refused", { number: things(refused), sentence }));
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
