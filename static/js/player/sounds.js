// @ts-check
/** Knows what each moment sounds and feels like: soft tones under 0.4 s, and vibration. */

import { keep, kept } from "./shelf.js";

/** @typedef {"ready"|"switch"|"posture"|"press"|"in"|"out"|"count"|"finished"} Cue */

/** Notes as [hertz, seconds from now, seconds long]. @type {Record<Cue, number[][]>} */
export const NOTES = {
  ready: [[392, 0, 0.3]],
  switch: [
    [392, 0, 0.14],
    [523.25, 0.16, 0.2],
  ],
  posture: [
    [392, 0, 0.12],
    [329.63, 0.14, 0.12],
    [392, 0.28, 0.12],
  ],
  press: [[261.63, 0, 0.36]],
  in: [[174.61, 0, 0.38]],
  out: [[130.81, 0, 0.38]],
  count: [[659.25, 0, 0.08]],
  finished: [
    [523.25, 0, 0.12],
    [659.25, 0.12, 0.12],
    [783.99, 0.24, 0.15],
  ],
};

/** Milliseconds on and off. @type {Record<Cue, number[]>} */
const BUZZ = {
  ready: [60],
  switch: [60, 80, 60],
  posture: [60, 80, 60, 80, 60],
  in: [],
  out: [],
  press: [140],
  count: [30],
  finished: [160, 100, 160],
};

export const LOUD = 0.16;
export const RISE = 0.02; // seconds until a note is that loud
const NAME = "backbeat-sound";

export class Sounds {
  /** @type {AudioContext|undefined} */
  #audio;
  #counted = 0;

  /**
   * @param {boolean} on
   * @param {boolean} vibration
   * @param {() => boolean} [elsewhere] true while a track has the tones, so that none is heard twice
   */
  constructor(on, vibration, elsewhere = () => false) {
    this.elsewhere = elsewhere;
    this.on = kept(NAME) ?? on;
    this.vibration = vibration;
  }

  toggle() {
    this.on = !this.on;
    keep(NAME, this.on);
    this.unlock();
    this.play("count");
  }

  /** Call from a tap or a key: browsers allow sound only then. */
  unlock() {
    if (typeof AudioContext === "undefined") return;
    this.#audio ??= new AudioContext();
    if (this.#audio.state !== "running") this.#audio.resume().catch(() => {});
  }

  /** @param {Cue} cue */
  play(cue) {
    const feels = this.vibration && BUZZ[cue].length > 0;
    if (feels && navigator.userActivation?.hasBeenActive) navigator.vibrate?.(BUZZ[cue]);
    const audio = this.#audio;
    if (!this.on || !audio || this.elsewhere()) return;
    if (audio.state !== "running") audio.resume().catch(() => {});
    for (const [pitch, after, long] of NOTES[cue])
      note(audio, pitch, audio.currentTime + after, long);
  }

  /** 3, 2, 1 before a hold ends. @param {number} seconds left of it, or 0 if none is running */
  countDown(seconds) {
    if (seconds !== this.#counted && seconds > 0 && seconds <= 3) this.play("count");
    this.#counted = seconds;
  }

  close() {
    this.#audio?.close().catch(() => {});
    this.#audio = undefined;
  }
}

/**
 * @param {AudioContext} audio
 * @param {number} pitch
 * @param {number} from
 * @param {number} long
 */
function note(audio, pitch, from, long) {
  const voice = new OscillatorNode(audio, { frequency: pitch, type: "sine" });
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(LOUD, from + RISE);
  volume.gain.exponentialRampToValueAtTime(0.001, from + long);
  voice.connect(volume).connect(audio.destination);
  voice.start(from);
  voice.stop(from + long);
}
