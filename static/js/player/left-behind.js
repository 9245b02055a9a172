// @ts-check
/** Sends what was left behind in this browser, from any page but the player's, and says what waits. */

import { Waiting } from "./waiting.js";
import { wordsOf } from "./words.js";

export class LeftBehind {
  #said = false;

  /** @param {HTMLElement} place what the note stands in @param {import("./outbox.js").Outbox} outbox */
  constructor(place, outbox) {
    const note = /** @type {HTMLElement} */ (place.querySelector("[data-part=waiting]"));
    this.note = note;
    this.outbox = outbox;
    this.say = wordsOf(this.#part("words"));
    const waiting = new Waiting(place, outbox, this.say, -Infinity);
    const hurry = () => outbox.waiting.length && outbox.hurry();
    outbox.addEventListener("change", () => this.#offer());
    this.#part("try").addEventListener("click", hurry);
    this.#part("discard-others")?.addEventListener("click", () => this.#discardOthers());
    window.addEventListener("online", hurry);
    document.addEventListener("visibilitychange", () => document.hidden || hurry());
    waiting.draw(Date.now());
    this.#offer();
    if (outbox.waiting.length) outbox.flush();
  }

  /** @param {string} name @returns {any} */
  #part = (name) => this.note.querySelector(`[data-part="${name}"]`);

  #offer() {
    const { outbox } = this;
    const others = outbox.ofOthers.length;
    this.#part("try").hidden = outbox.loggedOut || !outbox.waiting.length;
    if (this.#part("discard-others")) this.#part("discard-others").hidden = !others;
    this.#part("others").textContent = others
      ? this.say(others === 1 ? "others_one" : "others_many", { number: others })
      : "";
    if (others) this.note.hidden = false;
  }

  /** Asked twice: it cannot be brought back. */
  #discardOthers() {
    const button = this.#part("discard-others");
    if (!this.#said) button.textContent = this.say("others_sure");
    else for (const { body } of this.outbox.ofOthers) this.outbox.discard(body.key);
    this.#said = !this.#said;
  }
}
