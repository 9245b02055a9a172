// @ts-check
/** Plays the tracks of a session, so that it sounds on while the screen is locked. The clock leads, the sound follows. */

import { callOf, readyFor } from "./timeline.js";
import { finale, tonesOf, trackOf } from "./tracks.js";

const OFF = 300; // milliseconds between sound and clock that nobody hears
const LAST = 1_500; // milliseconds to wait for the last tones
const LOCKING = 2_000; // milliseconds after which a pause is not the lock's any more
const CALL = 0.6; // seconds of a track that sound although its hold waits for a word

/**
 * @typedef {object} Listener
 * @property {() => void} look the sound went on: a hidden page has no better clock than that
 * @property {() => void} stop something else paused the sound, such as a call or a pulled plug
 * @property {() => void} refused this browser does not play tracks
 */

export class Media {
  #audio = new Audio(); // one for all tracks: iOS gives leave to an element, not to a page
  #able = false;
  #wanted = false;
  #started = false; // by us: a pause that is not ours is left as it is
  #shown = 0; // when the page was last seen
  #index = -1;
  #span = 0; // milliseconds of pressing in this track
  #track = "";
  #url = "";

  /**
   * @param {Listener} listener
   * @param {import("./lock-screen.js").LockScreen} screen
   * @param {boolean} breathes whether the breath is heard
   */
  constructor(listener, screen, breathes) {
    this.listener = listener;
    this.screen = screen;
    this.breathes = breathes;
    const audio = this.#audio;
    audio.addEventListener("timeupdate", listener.look);
    audio.addEventListener("ended", () => this.#ended());
    audio.addEventListener("playing", () => screen.again());
    audio.addEventListener("pause", () => this.#paused());
  }

  /** True where the tones come from here, and from nowhere else. */
  get sounding() {
    return this.#able;
  }

  /** Call from a tap or a key, and follow at once: browsers begin to play only then. */
  unlock() {
    this.#able = true;
  }

  /** Plays what the clock says; a hold that waits for a word is called, and then silent. @param {import("./run.js").Run} run @param {number} now */
  follow(run, now) {
    if (!this.#able || !run.underway) return;
    if (!document.hidden) this.#shown = now;
    const audio = this.#audio;
    const left = run.leftAt(now);
    const other = this.#choose(run, left);
    const place = this.#stageEnd(run) - left;
    const off = !run.waiting && Math.abs(audio.currentTime * 1000 - place) > OFF;
    if (off) audio.currentTime = place / 1000;
    const turned = this.#play(run.running || (run.waiting && audio.currentTime < CALL));
    if (other) this.screen.show(run.hold);
    if (other || off || turned)
      this.screen.stands(run.running, place, readyOf(run) + this.#span);
  }

  /** Until when the sound went on: so long nobody was asleep. @param {import("./run.js").Run} run */
  heard(run) {
    if (!this.#wanted || run.index !== this.#index) return 0;
    return run.endsAt - this.#stageEnd(run) + this.#audio.currentTime * 1000;
  }

  /** The last tones; settles when they were heard, or will not be. @returns {Promise<unknown>} */
  over() {
    if (!this.#able) return Promise.resolve();
    this.#load("", finale);
    this.#play(true);
    const heard = (/** @type {(value: unknown) => void} */ done) =>
      this.#audio.addEventListener("pause", done, { once: true }); // an end is a pause as well
    return Promise.race([new Promise(heard), new Promise((done) => setTimeout(done, LAST))]);
  }

  /** Silent, and nothing of it is left on the lock screen. */
  hush() {
    this.#able = false;
    this.#play(false);
    this.#audio.removeAttribute("src");
    URL.revokeObjectURL(this.#url);
    this.#track = "";
    this.screen.clear();
  }

  /** Some phones stop a page's sound as they lock: then it plays on. Any other pause is somebody's. */
  #paused() {
    const audio = this.#audio;
    if (!this.#wanted || !audio.paused || audio.ended) return;
    this.#started = !(document.hidden && Date.now() - this.#shown < LOCKING);
    if (this.#started) this.listener.stop();
  }

  #ended() {
    this.#started = false;
    if (this.#track) this.listener.look();
    else this.hush();
  }

  /** Takes the track of this hold; true if it is another one. @param {import("./run.js").Run} run @param {number} left */
  #choose(run, left) {
    if (run.index !== this.#index || run.stage === "ready") this.#span = run.rest;
    if (run.stage === "hold" && left > this.#span) this.#span = run.total; // gone back further than it began
    this.#index = run.index;
    const track = `${run.index} ${this.#span}`;
    if (track === this.#track) return false;
    const times = { ready: readyOf(run), total: run.total, rest: this.#span };
    const tones = tonesOf(callOf(run.holds, run.index), times, this.breathes ? run.pace : null);
    this.#load(track, () => trackOf(tones, times.ready + times.rest));
    return true;
  }

  /** @param {string} track @param {() => Blob} make */
  #load(track, make) {
    const before = this.#url;
    this.#track = track;
    this.#started = false;
    this.#url = URL.createObjectURL(make());
    this.#audio.src = this.#url;
    URL.revokeObjectURL(before);
  }

  /** Milliseconds from the beginning of the track to the end of this stage. @param {import("./run.js").Run} run */
  #stageEnd(run) {
    return readyOf(run) + (run.stage === "hold" ? this.#span : 0);
  }

  /** @param {boolean} wanted @returns {boolean} true if that is something else than before */
  #play(wanted) {
    const turned = wanted !== this.#wanted;
    this.#wanted = wanted;
    if (!wanted) this.#audio.pause();
    else if (!this.#started) this.#audio.play().catch((error) => this.#refused(error));
    this.#started = wanted;
    return turned;
  }

  /** @param {Error} error */
  #refused(error) {
    if (error.name === "AbortError" || !this.#able) return; // another track came, or a pause
    this.hush();
    this.listener.refused();
  }
}

/** @param {import("./run.js").Run} run */
const readyOf = (run) => readyFor(run.holds, run.index, run.pace);
