// @ts-check
/** Keeps what happened until the server has said that it has it; sends again and again, never twice as two. */

import { drop, keep, kept, names } from "./shelf.js";
import { refreshToken, token } from "./token.js";
import { newKey } from "./keys.js";

const NAME = "backbeat-outbox:"; // one entry a name, so that two tabs never overwrite each other
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;
const PATIENCE = 15_000; // for one answer
const LASTING = 30_000; // letters that a browser sends on although the page has gone
const ENDING = ["hold", "skip"]; // the kinds after which a hold is not to do any more
const LATER = new Set([408, 425, 429]); // the other 4xx will be refused next time as well

/** What happened: an event of a session has kind and hold, a start its token, a pain its intensity. @typedef {Record<string, any>} Happened */
/** @typedef {Happened & {key: string, person: number, happened_at: string}} Body */
/** @typedef {{url: string, session: string, at: number, body: Body}} Entry */
/** @typedef {"sent"|"later"|"login"|"refused"} Outcome */

export class Outbox extends EventTarget {
  loggedOut = false;
  /** What the server will not take, with its sentence. @type {Map<string, string>} */
  refused = new Map();
  #tries = 0;
  #timer = 0;
  #last = 0;
  /** @type {Promise<void>|null} */
  #sending = null;

  /** @param {number} person */
  constructor(person) {
    super();
    this.person = person;
  }

  /** This person's entries: starts of sessions, then all else, oldest first. @returns {Entry[]} */
  get all() {
    return everything()
      .filter((entry) => entry.body.person === this.person)
      .sort((one, other) => rank(one) - rank(other) || one.at - other.at);
  }

  /** What other people left in this browser; it is never sent from here. @returns {Entry[]} */
  get ofOthers() {
    return everything().filter((entry) => entry.body.person !== this.person);
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
   * @param {string} [key]
   */
  put(session, url, event, key = newKey()) {
    const at = Date.now();
    const body = { ...event, key, person: this.person, happened_at: new Date(at).toISOString() };
    keep(NAME + key, { url, session, at: this.#after(at), body });
    this.flush();
  }

  /** Later than all that is kept, so that two of one millisecond stay in order. @param {number} at */
  #after(at) {
    this.#last = Math.max(at, this.#last + 0.001);
    return this.#last;
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
      if (this.#beginningRefused(entry)) return "refused";
      if (!token() && !(await refreshToken(this.person))) return "login";
      let answer = await post(entry);
      if (answer.status === 403) {
        if (!(await refreshToken(this.person))) return "login";
        answer = await post(entry);
      }
      return await this.#judge(entry, answer);
    } catch {
      return "later"; // no network, or no answer in time
    }
  }

  /** @param {Entry} entry @param {Response} answer @returns {Promise<Outcome>} */
  async #judge(entry, answer) {
    if (answer.status === 401) return "login";
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

  /** What belongs to a session that the server will not have shares its fate. @param {Entry} entry */
  #beginningRefused(entry) {
    const sentence = entry.session && rank(entry) ? this.refused.get(entry.session) : undefined;
    if (sentence !== undefined) this.refused.set(entry.body.key, sentence);
    return sentence !== undefined;
  }
}

/** How many things a person would count: a hold is one, whatever was told of it. @param {Entry[]} entries */
export function things(entries) {
  const names = entries.map(({ session, body }) =>
    session ? `${session} ${body.hold ?? body.token ?? "after"}` : body.key,
  );
  return new Set(names).size;
}

/** @returns {Entry[]} */
const everything = () => names(NAME).map(kept).filter((entry) => entry?.body);

/** A session is known by the key of its start. @param {Entry} entry */
const rank = ({ session, body }) => (session && session === body.key ? 0 : 1);

/** With what the clock of this device says now, as it may be wrong. @param {Entry} entry */
function post({ url, body }) {
  const text = JSON.stringify({ ...body, sent_at: new Date().toISOString() });
  return fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
    body: text,
    keepalive: text.length < LASTING,
    signal: AbortSignal.timeout(PATIENCE),
  });
}
