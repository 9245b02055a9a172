// @ts-check
/** Knows what is heard, felt and told at each turn of a session, so that eyes may be shut. */

import { Announcer } from "./announcer.js";
import { Sounds } from "./sounds.js";
import { beat, moves, turns } from "./timeline.js";
import { Voice } from "./voice.js";

/** @typedef {import("./run.js").Run} Run */
/** @typedef {import("./timeline.js").Hold} Hold */
/** @typedef {import("./words.js").Say} Say */

/**
 * What a person chose to hear and feel.
 * @typedef {object} Chosen
 * @property {boolean} sound
 * @property {boolean} vibration
 * @property {boolean} voice
 * @property {boolean} breath_sound
 */

export class Cues {
  #beat = "";
  #introduced = ""; // the point whose place was said

  /**
   * @param {Element|null} region where screen readers are told
   * @param {Chosen} chosen
   * @param {Say} say
   */
  constructor(region, chosen, say) {
    this.say = say;
    this.breathes = chosen.breath_sound;
    this.announcer = new Announcer(region);
    this.sounds = new Sounds(chosen.sound, chosen.vibration);
    this.voice = new Voice(chosen.voice);
  }

  get on() {
    return this.sounds.on;
  }

  toggle() {
    this.sounds.toggle();
    if (!this.on) this.voice.hush();
  }

  unlock() {
    this.sounds.unlock();
  }

  close() {
    this.voice.hush();
    this.sounds.close();
  }

  /** Another hold: which side, where, how long, and how to sit or lie for it. @param {Run} run */
  ready({ holds, hold, index }) {
    const posture = moves(holds, index) ? `${this.say(hold.posture)}. ` : "";
    this.sounds.play(posture ? "posture" : turns(holds, index) ? "switch" : "ready");
    const { side_name: side, code, seconds } = hold;
    this.announcer.say(posture + this.say("hold_said", { side, code, seconds }));
    this.#speak(posture + this.#where(hold));
  }

  /** @param {Hold} hold */
  #where({ side, side_name, code, place, cue, seconds, pressure_words: pressure }) {
    const known = code === this.#introduced;
    this.#introduced = code;
    if (known) return this.say("side_spoken", { side: this.say(`of_${side}`), seconds });
    return this.say("hold_spoken", { side: side_name, place, cue, seconds, pressure });
  }

  press() {
    this.sounds.play("press");
    this.#speak(this.say("press"));
  }

  /** What comes by the clock: 3, 2, 1 before a hold ends, letting go, and the breath. @param {Run} run @param {number} now */
  follow(run, now) {
    const pressing = run.running && run.stage === "hold";
    const left = pressing ? run.leftAt(now) : 0;
    this.sounds.countDown(Math.ceil(left / 1000));
    const doing = pressing ? beat(run.total, left, run.pace) : "";
    if (doing !== this.#beat) this.#changed(doing);
  }

  /** @param {string} doing */
  #changed(doing) {
    this.#beat = doing;
    if (doing === "release") this.#speak(this.say("release"));
    if (this.breathes && (doing === "in" || doing === "out")) this.sounds.play(doing);
  }

  /** @param {"paused"|"resumed"} word */
  note(word) {
    this.voice.hush();
    this.announcer.say(this.say(word));
  }

  over() {
    this.sounds.play("finished");
    this.announcer.say(this.say("over"));
    this.#speak(this.say("over"));
  }

  /** @param {string} words */
  #speak(words) {
    if (this.on) this.voice.say(words);
  }
}
