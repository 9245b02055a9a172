// @ts-check
/** Remembers the hold that is running, so that a reload goes on where it was. */

import { drop, keep, kept, names } from "./shelf.js";

const NAME = "backbeat-session-";
const FRESH = 10 * 60_000; // older than this, a hold begins again
const OLD = 24 * 60 * 60_000;

/** @typedef {{person: number, index: number, rest: number, endsAt: number, at: number}} Note */

export class Memory {
  #at = 0;

  /** @param {string} session @param {number} person */
  constructor(session, person) {
    this.name = NAME + session;
    this.person = person;
  }

  /** @param {import("./run.js").Run} run @param {number} now */
  note(run, now) {
    if (run.stage !== "ready" && run.stage !== "hold") return;
    this.#at = now;
    const rest = run.stage === "hold" ? run.leftAt(now) : run.rest;
    keep(this.name, { person: this.person, index: run.index, rest, endsAt: run.endsAt, at: now });
  }

  /**
   * The same for a page that goes, and what was pressed of the hold that runs.
   * @param {import("./run.js").Run} run
   * @param {(kind: string, hold: number, pressed: number) => void} tell
   */
  leave(run, tell) {
    const now = Date.now();
    const pressed = run.stage === "hold" ? run.pressedAt(now) : 0;
    this.note(run, now);
    if (pressed > 0) tell("part", run.index, pressed);
  }

  /** The same, at most once a second. @param {import("./run.js").Run} run @param {number} now */
  follow(run, now) {
    if (run.running && now - this.#at >= 1_000) this.note(run, now);
  }

  /**
   * Milliseconds that a hold still needs, or undefined if it has to begin again.
   * @param {number} index
   * @param {number} now
   * @returns {number|undefined}
   */
  rest(index, now) {
    /** @type {Note|null} */
    const note = kept(this.name);
    const fits = note && note.person === this.person && note.index === index;
    return fits && now - note.at < FRESH && note.rest > 0 ? note.rest : undefined;
  }

  forget() {
    drop(this.name);
  }
}

/** Throws away what sessions of other days left. @param {number} now */
export function tidy(now) {
  for (const name of names(NAME)) if (!(now - kept(name)?.at < OLD)) drop(name);
}
