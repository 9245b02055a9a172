// @ts-check
/** Sends what a session left behind in this browser, from any other page, and says what waits. */

import { Outbox } from "./outbox.js";
import { Waiting } from "./waiting.js";
import { wordsOf } from "./words.js";

export class LeftBehind {
  /** @param {HTMLElement} place what the note stands in @param {number} person */
  constructor(place, person) {
    this.place = place;
    this.outbox = new Outbox(person, this.#part("log-in").pathname);
    if (this.outbox.waiting.length) this.#begin();
  }

  /** @param {string} name @returns {any} */
  #part = (name) => this.place.querySelector(`[data-part="${name}"]`);

  #begin() {
    const { outbox } = this;
    const waiting = new Waiting(this.place, outbox, this.#say(), -Infinity);
    const hurry = () => outbox.waiting.length && outbox.hurry();
    outbox.addEventListener("change", () => this.#offer());
    this.#part("try").addEventListener("click", hurry);
    window.addEventListener("online", hurry);
    document.addEventListener("visibilitychange", () => document.hidden || hurry());
    waiting.draw(Date.now());
    outbox.flush();
  }

  /** The page's sentences; what waits is counted in holds: one may wait with how it felt. */
  #say() {
    const words = wordsOf(this.#part("words"));
    /** @type {import("./words.js").Say} */
    return (name, values) => {
      if (name !== "waiting") return words(name, values);
      const number = this.#holds();
      return words(number === 1 ? "waiting_one" : "waiting_many", { number });
    };
  }

  #holds() {
    return new Set(this.outbox.waiting.map(({ session, body }) => `${session} ${body.hold}`)).size;
  }

  #offer() {
    const { outbox } = this;
    this.#part("try").hidden = outbox.loggedOut || !outbox.waiting.length;
  }
}
