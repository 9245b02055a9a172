// @ts-check
/** Knows what is heard, felt and told at each turn of a session, so that eyes may be shut. */

import { Announcer } from "./announcer.js";
import { LockScreen } from "./lock-screen.js";
import { Media } from "./media.js";
import { Sounds } from "./sounds.js";
import { beat, callOf, moves } from "./timeline.js";
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
   * @param {HTMLElement} root
   * @param {{name: string, cues: Chosen}} session
   * @param {Say} say
   * @param {import("./player.js").Player} player what the lock screen asks, and the sound tells
   */
  constructor(root, { name, cues: chosen }, say, player) {
    this.say = say;
    this.breathes = chosen.breath_sound;
    this.announcer = new Announcer(root.querySelector("[data-part=live]"));
    this.voice = new Voice(chosen.voice);
    this.sounds = new Sounds(chosen.sound, chosen.vibration, () => this.media.sounding);
    this.screen = new LockScreen(root, name, say, player);
    const refused = () => this.sounds.play("ready");
    const listener = { look: player.look, stop: this.screen.asked.pause, refused };
    this.media = new Media(listener, this.screen, this.breathes);
  }

  get on() {
    return this.sounds.on;
  }

  toggle() {
    this.sounds.toggle();
    if (this.on) return this.unlock();
    this.voice.hush();
    this.media.hush();
  }

  /**
   * Call from a tap or a key. With the sound off there is no track at all, not a silent one: it would
   * stop other music and drain a battery for somebody who wants to hear nothing.
   */
  unlock() {
    this.sounds.unlock();
    if (this.on) this.media.unlock();
  }

  /** Until when the sound proves that nobody slept. @param {Run} run */
  heard(run) {
    return this.media.heard(run);
  }

  close() {
    this.voice.hush();
    this.sounds.close();
    this.media.hush();
    this.screen.close();
  }

  /** Another hold: which side, where, how long, and how to sit or lie for it. @param {Run} run */
  ready({ holds, hold, index }) {
    const posture = moves(holds, index) ? `${this.say(hold.posture)}. ` : "";
    this.sounds.play(callOf(holds, index));
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
    this.media.follow(run, now);
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

  /** Settles when the last tones were heard. */
  over() {
    this.sounds.play("finished");
    this.announcer.say(this.say("over"));
    this.#speak(this.say("over"));
    return this.media.over();
  }

  /** @param {string} words */
  #speak(words) {
    if (this.on) this.voice.say(words);
  }
}
