// @ts-check
/** Knows where a session stands: which hold, getting ready or pressing, and until when. Reads no clock. */

import { readyFor } from "./timeline.js";

/** @typedef {import("./timeline.js").Hold} Hold */
/** @typedef {"start"|"ready"|"hold"|"over"} Stage */
/** @typedef {{kind: "ready"|"hold"|"ended"|"over"|"asked"|"lost", index: number, pressed?: number}} Happening */

const GAP = 20_000; // longer than this without a look at the clock, and nothing is taken for granted
const BACKWARDS = 2_000; // the clock of the device was set back

export class Run {
  /** @type {Stage} */
  stage = "start";
  paused = false;
  asking = false;
  endsAt = 0; // of this stage, in milliseconds since 1970
  left = 0; // of this stage while it is paused
  seen = 0; // when the clock was last looked at
  ahead = 0; // milliseconds of the current hold that were jumped over, not pressed

  /**
   * @param {Hold[]} holds
   * @param {import("./timeline.js").Pace} pace
   * @param {number} [rest] milliseconds that the current hold still needs
   */
  constructor(holds, pace, rest) {
    this.holds = holds;
    this.pace = pace;
    this.index = this.#todo();
    if (this.index < 0) this.stage = "over";
    this.rest = rest ?? this.total;
  }

  get hold() {
    return this.holds[this.index];
  }

  /** Milliseconds of the current hold. */
  get total() {
    return this.hold ? this.hold.seconds * 1000 : 0;
  }

  get underway() {
    return this.stage === "ready" || this.stage === "hold";
  }

  get running() {
    return this.underway && !this.paused;
  }

  /** @param {number} now */
  leftAt(now) {
    return this.running ? Math.max(0, this.endsAt - now) : this.left;
  }

  /** Whole seconds pressed of the current hold. @param {number} now */
  pressedAt(now) {
    const rest = this.stage === "hold" ? this.leftAt(now) : this.rest;
    return Math.max(0, Math.floor((this.total - rest - this.ahead) / 1000));
  }

  /** Seconds of pressing that are still to come. @param {number} now */
  secondsLeft(now) {
    const later = this.holds.filter((hold) => hold.state === "todo" && hold !== this.hold);
    const here = this.hold ? this.hold.seconds - this.pressedAt(now) : 0;
    return later.reduce((sum, hold) => sum + hold.seconds, here);
  }

  /** @param {number} now */
  begin(now) {
    this.#getReady(now, true);
  }

  /** @param {number} now */
  pause(now) {
    if (!this.running) return;
    this.left = this.leftAt(now);
    this.paused = true;
  }

  /** True while the next hold waits for a word. */
  get waiting() {
    return this.paused && this.stage === "ready" && this.pace.waits;
  }

  /**
   * Goes on or back within the hold; time that is jumped over was not pressed.
   * @param {number} by milliseconds, negative to go back
   * @param {number} now
   */
  shift(by, now) {
    if (this.stage !== "hold" || this.asking) return [];
    const left = this.leftAt(now);
    const after = Math.min(this.total, Math.max(0, left - by));
    this.ahead = Math.max(0, this.ahead + left - after);
    this.left = after;
    this.endsAt = now + after;
    return [];
  }

  /** The same hold from its beginning. @param {number} now */
  again(now) {
    if (!this.underway) return [];
    return [this.#goTo(this.index, now)];
  }

  /** The hold before this one once more. @param {number} now */
  previous(now) {
    if (this.index < 1 || !this.underway) return [];
    return [this.#goTo(this.index - 1, now)];
  }

  /** @param {number} index @param {number} now */
  #goTo(index, now) {
    this.holds[index].state = "todo";
    this.index = index;
    this.rest = this.total;
    return this.#getReady(now, true);
  }

  /** @param {number} now */
  resume(now) {
    if (!this.paused || this.asking) return;
    this.endsAt = now + this.left;
    this.seen = now;
    this.paused = false;
  }

  /**
   * Brings the state up to the clock and says what happened on the way, in order.
   * @param {number} now
   * @param {number} [heard] until when the session was heard, although nobody looked at the clock
   * @returns {Happening[]}
   */
  look(now, heard = 0) {
    if (!this.running) return [];
    if (now < this.seen - BACKWARDS) this.endsAt += now - this.seen;
    const happenings = this.#upTo(Math.min(now, Math.max(this.seen, heard)));
    const asleep = this.running && now - this.seen > GAP && now >= this.endsAt;
    return [...happenings, ...(asleep ? [this.#wake()] : this.#upTo(now))];
  }

  /** @param {number} now a moment up to which nobody slept @returns {Happening[]} */
  #upTo(now) {
    const happenings = [];
    this.seen = now;
    while (this.running && now >= this.endsAt) happenings.push(...this.#step());
    return happenings;
  }

  /**
   * The answer to "Were you still pressing?".
   * @param {boolean} yes
   * @param {number} now
   * @returns {Happening[]}
   */
  answer(yes, now) {
    this.asking = false;
    if (yes) return [this.#ended(), this.leave("done", now)];
    this.rest = this.left;
    return [this.#getReady(now, true)];
  }

  /**
   * Leaves the current hold for the next one.
   * @param {"done"|"skipped"} state
   * @param {number} now
   * @returns {Happening}
   */
  leave(state, now) {
    this.hold.state = state;
    this.index = this.#todo();
    this.rest = this.total;
    if (this.index >= 0) return this.#getReady(now, !this.pace.waits);
    return this.finish();
  }

  /** @returns {Happening} */
  finish() {
    this.stage = "over";
    this.paused = false;
    this.left = 0;
    return { kind: "over", index: this.index };
  }

  #todo() {
    return this.holds.findIndex((hold) => hold.state === "todo");
  }

  /** @param {number} now @param {boolean} goes false to wait for a word @returns {Happening} */
  #getReady(now, goes) {
    this.stage = "ready";
    this.paused = !goes;
    this.seen = now;
    this.ahead = 0;
    this.left = readyFor(this.holds, this.index, this.pace);
    this.endsAt = now + this.left;
    return { kind: "ready", index: this.index };
  }

  /** @returns {Happening[]} */
  #step() {
    const { index, endsAt, seen } = this;
    if (this.stage === "ready") {
      this.stage = "hold";
      this.endsAt += this.rest;
      return [{ kind: "hold", index }];
    }
    const ended = this.#ended();
    const next = this.leave("done", endsAt);
    this.seen = seen;
    return [ended, next];
  }

  /** @returns {Happening} the current hold with what was pressed of it */
  #ended() {
    const pressed = Math.max(0, Math.round((this.total - this.ahead) / 1000));
    return { kind: "ended", index: this.index, pressed };
  }

  /** No one looked for a while: time that was not watched is not claimed. @returns {Happening} */
  #wake() {
    const holding = this.stage === "hold";
    this.left = holding ? this.endsAt - this.seen : readyFor(this.holds, this.index, this.pace);
    this.paused = true;
    this.asking = holding;
    return { kind: holding ? "asked" : "lost", index: this.index };
  }
}
