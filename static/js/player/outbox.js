// @ts-check
/** Keeps what happened until the server has said that it has it; sends again and again, never twice as two. */

import { drop, keep, kept, names } from "./shelf.js";
import { refreshToken, token } from "./token.js";

const NAME = "backbeat-outbox:"; // one entry a name, so that two tabs never overwrite each other
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;
const PATIENCE = 15_000; // for one answer
const ENDING = ["hold", "skip"]; // the kinds after which a hold is not to do any more
const LATER = new Set([408, 425, 429]); // the other 4xx will be refused next time as well

/** @typedef {{kind: string, hold: number, pressed_seconds: number, reason: string, feel: string}} Happened */
/** @typedef {Happened & {key: string, person: number, happened_at: string}} Body */
/** @typedef {{url: string, session: string, at: number, body: Body}} Entry */
/** @typedef {"sent"|"later"|"login"|"refused"} Outcome */

export class Outbox extends EventTarget {
  loggedOut = false;
  /** What the server will not take, with its sentence. @type {Map<string, string>} */
  refused = new Map();
  #tries = 0;
  #timer = 0;
  /** @type {Promise<void>|null} */
  #sending = null;

  /** @param {number} person @param {string} logInPath where one is sent who is not logged in */
  constructor(person, logInPath) {
    super();
    this.person = person;
    this.logInPath = logInPath;
  }

  /** This person's entries, oldest first; another person's are left alone. @returns {Entry[]} */
  get all() {
    return names(NAME)
      .map(kept)
      .filter((entry) => entry?.body?.person === this.person)
      .sort((one, other) => one.at - other.at);
  }

  get waiting() {
    return this.all.filter((entry) => !this.refused.has(entry.body.key));
  }

  /**
   * Marks the holds that are behind, although the server has not heard of them.
   * @param {string} session
   * @param {import("./timeline.js").Hold[]} holds
   */
  markIn(session, holds) {
    for (const { body, session: of } of this.all) {
      const hold = of === session && ENDING.includes(body.kind) && holds[body.hold];
      if (hold) hold.state = body.kind === "hold" ? "done" : "skipped";
    }
  }

  /**
   * @param {string} session
   * @param {string} url
   * @param {Happened} event
   */
  put(session, url, event) {
    const at = Date.now();
    const key = newKey();
    const body = { ...event, key, person: this.person, happened_at: new Date(at).toISOString() };
    keep(NAME + key, { url, session, at, body });
    this.flush();
  }

  /** Takes an entry away that the server will not have. @param {string} key */
  discard(key) {
    this.refused.delete(key);
    drop(NAME + key);
    this.#changed();
  }

  /** Sends now, whatever the time to wait was. */
  hurry() {
    this.#tries = 0;
    return this.flush();
  }

  /** Sends all that waits; settles when everything was tried. @returns {Promise<void>} */
  flush() {
    clearTimeout(this.#timer);
    this.#sending ??= this.#send().finally(() => {
      this.#sending = null;
      this.#changed();
      if (this.waiting.length) this.#again();
    });
    return this.#sending;
  }

  async #send() {
    for (let [entry] = this.waiting; entry; [entry] = this.waiting) {
      const outcome = await this.#offer(entry);
      this.loggedOut = outcome === "login";
      if (outcome === "later" || outcome === "login") return;
      this.#tries = 0;
      this.#changed();
    }
  }

  #again() {
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#tries++);
    this.#timer = setTimeout(() => this.flush(), wait);
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }

  /** @param {Entry} entry @returns {Promise<Outcome>} */
  async #offer(entry) {
    try {
      let answer = await post(entry);
      if (answer.status === 403) {
        if (!(await refreshToken(this.logInPath))) return "login";
        answer = await post(entry);
      }
      return await this.#judge(entry, answer);
    } catch {
      return "later"; // no network, or no answer in time
    }
  }

  /** @param {Entry} entry @param {Response} answer @returns {Promise<Outcome>} */
  async #judge(entry, answer) {
    if (answer.status === 401 || new URL(answer.url).pathname === this.logInPath) return "login";
    const said = await answer.json().catch(() => ({}));
    if (answer.ok && said.key === entry.body.key) {
      drop(NAME + entry.body.key);
      return "sent";
    }
    if (answer.status < 400 || answer.status === 403 || answer.status >= 500) return "later";
    if (LATER.has(answer.status)) return "later";
    this.refused.set(entry.body.key, said.error ?? "");
    return "refused";
  }
}

/** @param {Entry} entry */
function post({ url, body }) {
  return fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
    body: JSON.stringify(body),
    keepalive: true,
    signal: AbortSignal.timeout(PATIENCE),
  });
}

/** A random UUID; the browser's own maker exists only over https and on this machine. */
function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
