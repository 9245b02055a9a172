// @ts-check
/** Leaves a session that is over for the page after it; where that is out of reach, asks what it asks. */

import { After } from "./after.js";

const PATIENCE = 5_000; // after this the page says what still waits, and goes on trying

export class Leaving {
  /**
   * @param {import("./player.js").Player} player
   * @param {HTMLFormElement} form ends the session where there is no script
   * @param {AbortSignal} signal
   */
  constructor(player, form, signal) {
    this.telling = player.telling;
    this.after = new After(player.root, player.telling);
    const stop = (/** @type {Event} */ event) => {
      event.preventDefault();
      player.end();
    };
    form.addEventListener("submit", stop, { signal });
  }

  /** Leaves as soon as nothing waits and there is a network to leave by. */
  async whenSent() {
    const { outbox } = this.telling;
    await Promise.race([outbox.flush(), new Promise((done) => setTimeout(done, PATIENCE))]);
    outbox.addEventListener("change", () => this.after.isTouched || this.#isSent() && this.#go());
    this.now();
  }

  now() {
    if (this.#isSent()) this.#go();
    else this.after.open();
  }

  #isSent() {
    return !this.telling.outbox.waiting.length && navigator.onLine;
  }

  #go() {
    location.assign(this.telling.url("after/"));
  }
}
