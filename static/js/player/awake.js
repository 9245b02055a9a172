// @ts-check
/** Keeps the screen on during a session, where the browser can. */

export class Awake {
  /** @type {WakeLockSentinel|null} */
  #lock = null;
  #wanted = false;

  /** Asks again each time the page is shown: a hidden page loses its lock. */
  async hold() {
    this.#wanted = true;
    if (!navigator.wakeLock || document.hidden || (this.#lock && !this.#lock.released)) return;
    try {
      this.#lock = await navigator.wakeLock.request("screen");
    } catch {
      this.#lock = null; // refused, for example on a low battery
    }
    if (!this.#wanted) this.release();
  }

  again() {
    if (this.#wanted) this.hold();
  }

  release() {
    this.#wanted = false;
    this.#lock?.release().catch(() => {});
    this.#lock = null;
  }
}
