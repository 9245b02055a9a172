// @ts-check
/** Runs a session: taps, keys and time in; words, tones and events out. */

import { Awake } from "./awake.js";
import { Cues } from "./cues.js";
import { Face } from "./face.js";
import { listen } from "./inputs.js";
import { Leaving } from "./leaving.js";
import { Memory, tidy } from "./memory.js";
import { Outbox } from "./outbox.js";
import { ask } from "./questions.js";
import { Run } from "./run.js";
import { Telling } from "./telling.js";
import { Ticker } from "./ticker.js";
import { Waiting } from "./waiting.js";
import { wordsOf } from "./words.js";

/**
 * What the page carries for the script.
 * @typedef {object} Session
 * @property {string} session its key
 * @property {number} person
 * @property {string} name of the routine
 * @property {string} events_url
 * @property {import("./cues.js").Chosen} cues
 * @property {import("./timeline.js").Pace} pace
 * @property {import("./timeline.js").Hold[]} holds
 */

const JUMP = 15_000;

export class Player {
  #listening = new AbortController();
  #felt = -1; // the hold that feedback is about

  /**
   * @param {HTMLElement} root
   * @param {Session} session
   */
  constructor(root, session) {
    const html = root.outerHTML;
    this.root = root;
    this.session = session;
    this.say = wordsOf(this.#part("words"));
    this.outbox = new Outbox(session.person);
    this.waiting = new Waiting(root, this.outbox, this.say);
    this.cues = new Cues(root, session, this.say, this);
    this.awake = new Awake();
    this.memory = new Memory(session.session, session.person);
    this.run = this.#unfinished(Date.now());
    this.telling = new Telling(this.outbox, session, html);
    this.face = new Face(root, this.say, this.run);
    this.leaving = new Leaving(this, this.#part("finish"), this.#listening.signal);
    this.ticker = new Ticker(
      this.look,
      () => this.face.draw(Date.now()),
      () => this.run.running && this.face.sweeps,
    );
    this.#takeOver();
  }

  close() {
    this.#listening.abort();
    this.ticker.stop();
    this.awake.release();
    this.cues.close();
  }

  /** What the server knows, and what only this browser knows yet. @param {number} now */
  #unfinished(now) {
    const { session, holds, pace } = this.session;
    this.outbox.markIn(session, holds);
    tidy(now);
    const run = new Run(holds, pace);
    run.rest = this.memory.rest(run.index, now) ?? run.rest;
    return run;
  }

  #takeOver() {
    const { signal } = this.#listening;
    this.face.takeOver();
    listen(this.root, this, signal);
    document.addEventListener("visibilitychange", () => this.#shown(), { signal });
    window.addEventListener("online", () => this.outbox.hurry(), { signal });
    window.addEventListener("pagehide", () => this.memory.leave(this.run, this.telling.event), { signal });
    this.#part("sound").setAttribute("aria-pressed", String(this.cues.on));
    this.face.draw(Date.now());
    if (this.run.stage === "over") this.#over();
    else this.outbox.flush();
  }

  /** @param {string} name @returns {any} */
  #part = (name) => this.root.querySelector(`[data-part="${name}"]`);

  look = () => {
    const now = Date.now();
    const { run } = this;
    this.#tell(run.look(now, this.cues.heard(run)));
    this.cues.follow(run, now);
    this.face.draw(now);
    this.waiting.draw(now);
    this.memory.follow(run, now);
  };

  #shown() {
    if (document.hidden) return;
    this.awake.again();
    this.outbox.hurry();
    this.ticker.go();
  }

  /** @param {import("./run.js").Happening[]} happenings */
  #tell(happenings) {
    for (const { kind, index, pressed = 0 } of happenings) {
      if (kind === "ready") this.cues.ready(this.run);
      if (kind === "hold") this.#pressing(index);
      if (kind === "ended") this.telling.event("hold", index, pressed);
      if (kind === "asked") this.#askAboutGap();
      if (kind === "over") this.#over();
    }
    if (happenings.length) this.memory.note(this.run, Date.now());
  }

  /** @param {number} index */
  #pressing(index) {
    this.cues.press();
    if (index !== this.#felt) this.face.feel("", true);
    this.#felt = index;
  }

  async #askAboutGap() {
    this.face.draw(Date.now());
    const answer = await ask(this.#part("gap-question"));
    this.#tell(this.run.answer(answer === "yes", Date.now()));
    this.ticker.go();
  }

  main() {
    if (this.run.stage === "start") this.#begin();
    else if (this.run.stage === "over") this.leaving.now();
    else this.toggle();
  }

  #begin() {
    this.cues.unlock();
    this.awake.hold();
    this.run.begin(Date.now());
    this.cues.ready(this.run);
    this.ticker.go();
  }

  toggle() {
    if (this.run.running) this.#pause();
    else if (this.run.paused) this.#resume();
  }

  #pause() {
    this.run.pause(Date.now());
    this.memory.note(this.run, Date.now());
    this.telling.event("pause", this.run.index, 0);
    this.cues.note("paused");
    this.look();
  }

  #resume() {
    this.cues.unlock();
    this.#goOn();
    this.telling.event("resume", this.run.index, 0);
  }

  #goOn() {
    this.run.resume(Date.now());
    this.cues.note("resumed");
    this.ticker.go();
  }

  next = () => this.run.underway && this.#leave("");
  back = () => this.#move(() => this.run.shift(-JUMP, Date.now()));
  on = () => this.#move(() => this.run.shift(JUMP, Date.now()));
  again = () => this.#move(() => this.run.again(Date.now()));
  previous = () => this.#move(() => this.run.previous(Date.now()));

  /** Moves in time or between holds; what was pressed of a hold that is left is kept. @param {() => import("./run.js").Happening[]} move */
  #move(move) {
    const { index, stage } = this.run;
    const pressed = stage === "hold" ? this.run.pressedAt(Date.now()) : 0;
    this.#tell(move());
    if (this.run.index !== index && pressed > 0) this.telling.event("part", index, pressed);
    this.ticker.go();
  }

  /** Asks while the time stands still; goes on after it if it ran before. @param {string} name */
  async #askMeanwhile(name) {
    const ran = this.run.running;
    this.run.pause(Date.now());
    this.look();
    const answer = await ask(this.#part(name));
    if (!answer && ran) this.#goOn();
    return answer;
  }

  async skip() {
    const answer = this.run.underway && (await this.#askMeanwhile("skip-question"));
    if (answer) this.#leave(answer === "skip" ? "" : answer);
  }

  /** @param {string} reason */
  #leave(reason) {
    const now = Date.now();
    this.telling.event("skip", this.run.index, this.run.pressedAt(now), { reason });
    this.#tell([this.run.leave("skipped", now)]);
    this.ticker.go();
  }

  async end() {
    const { run } = this;
    if (run.stage === "over") return this.leaving.now();
    if (!(await this.#askMeanwhile("end-question"))) return;
    const pressed = run.pressedAt(Date.now());
    if (pressed > 0) this.telling.event("part", run.index, pressed);
    this.telling.event("finish", run.index, 0);
    this.#tell([run.finish()]);
  }

  sound() {
    this.cues.toggle();
    this.#part("sound").setAttribute("aria-pressed", String(this.cues.on));
    this.look(); // begins to play within the tap
  }

  /** @param {string} feel */
  feel(feel) {
    if (this.#felt < 0 || this.run.stage === "over") return;
    this.face.feel(feel, true);
    this.telling.event("feel", this.#felt, 0, { feel });
  }

  /** No hold is left: sends what waits, then goes to the page after it. */
  #over() {
    const heard = this.cues.over();
    this.memory.forget();
    this.telling.over();
    this.awake.release();
    this.face.draw(Date.now());
    heard.then(() => this.leaving.whenSent());
  }
}
