// @ts-check
/** Looks at the clock again and again: four times a second, and every frame while something sweeps. */

const LOOK = 250;

export class Ticker {
  #sweeping = false;

  /**
   * @param {() => void} look
   * @param {() => void} draw
   * @param {() => boolean} sweeps true while the ring is to move on its own
   */
  constructor(look, draw, sweeps) {
    this.look = look;
    this.draw = draw;
    this.sweeps = sweeps;
    this.timer = setInterval(look, LOOK);
  }

  /** Looks now, and draws every frame from here on where that is wanted. */
  go() {
    this.look();
    if (!this.#sweeping) this.#frame();
  }

  stop() {
    clearInterval(this.timer);
  }

  #frame() {
    this.#sweeping = !document.hidden && this.sweeps();
    if (this.#sweeping) requestAnimationFrame(() => this.#frame());
    this.draw();
  }
}
