// @ts-check
/** Tells the outbox what happens in a session, and keeps the session itself for a page without a network. */

import { dropRun, keepRun } from "../offline/keeping.js";

/** @typedef {import("./player.js").Session} Session */

const ENDING = ["hold", "skip"];

export class Telling {
  /**
   * @param {import("./outbox.js").Outbox} outbox
   * @param {Session} session
   * @param {string} html the player as it came, before the script changed it
   */
  constructor(outbox, session, html) {
    this.outbox = outbox;
    this.session = session;
    this.html = html;
    this.#keep();
  }

  /** An address of this session. @param {string} last */
  url = (last) => this.session.events_url.replace(/events\/$/, last);

  /** @param {string} kind @param {number} hold @param {number} pressed @param {object} [more] */
  event = (kind, hold, pressed, more) => {
    const event = { kind, hold, pressed_seconds: pressed, reason: "", feel: "", ...more };
    this.outbox.put(this.session.session, this.session.events_url, event);
    if (ENDING.includes(kind)) this.#keep();
  };

  /** How the back is after it, and what the skin says. @param {object} answers */
  after = (answers) => this.outbox.put(this.session.session, this.url("after/kept/"), answers);

  /** Nothing of it has to be done any more. */
  over = () => dropRun(this.session.session).catch(() => {});

  /** Only where a page without a network could be answered at all. */
  #keep() {
    if (!navigator.serviceWorker?.controller) return;
    const { session, person } = this.session;
    keepRun({ session, person, at: Date.now(), html: this.html, data: this.session }).catch(() => {});
  }
}
