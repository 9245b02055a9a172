// @ts-check
/** Speaks to screen readers: one polite region, at most once in five seconds, the newest words win. */

const PAUSE = 5_000;

export class Announcer {
  #last = -PAUSE;
  #timer = 0;

  /** @param {Element|null} region */
  constructor(region) {
    this.region = region;
  }

  /** @param {string} words */
  say(words) {
    clearTimeout(this.#timer);
    const wait = Math.max(0, this.#last + PAUSE - performance.now());
    if (wait) this.#timer = setTimeout(() => this.#speak(words), wait);
    else this.#speak(words);
  }

  /** @param {string} words */
  #speak(words) {
    this.#last = performance.now();
    if (this.region) this.region.textContent = words;
  }
}
