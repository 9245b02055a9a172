// @ts-check
/** Makes the sound of a whole hold as one track: every tone at its time, silence between them. */

import { LOUD, NOTES, RISE } from "./sounds.js";
import { breaths } from "./timeline.js";

const RATE = 8_000; // samples a second: twice the highest tone and more, and small enough to make at once
const HEADER = 44; // bytes before the samples
const FULL = 32_767; // the loudest sample
const COUNTS = [3_000, 2_000, 1_000];
const TAIL = 2_000; // silence, in which the next track takes over without a gap
const FINALE = 600;

/** @typedef {{cue: import("./sounds.js").Cue, at: number}} Tone at: milliseconds from the beginning */

/**
 * What is heard in one hold, from getting ready to letting go.
 * @param {import("./sounds.js").Cue} call what says which kind of hold comes
 * @param {{ready: number, total: number, rest: number}} times milliseconds; rest is what the hold still needs
 * @param {import("./timeline.js").Pace|null} pace of the breath, where it is to be heard
 * @returns {Tone[]}
 */
export function tonesOf(call, { ready, total, rest }, pace) {
  const done = total - rest;
  const breath = pace ? breaths(total, pace) : [];
  const within = [
    ...breath.map(({ beat, at }) => ({ cue: beat, at: at - done })),
    ...COUNTS.map((left) => ({ cue: /** @type {const} */ ("count"), at: rest - left })),
  ].filter(({ at }) => at >= 0);
  return [
    { cue: call, at: 0 },
    { cue: "press", at: ready },
    ...within.map(({ cue, at }) => ({ cue, at: ready + at })),
  ];
}

/** @param {Tone[]} tones @param {number} length milliseconds @param {number} [tail] of silence after it */
export function trackOf(tones, length, tail = TAIL) {
  const samples = new Int16Array(Math.round(((length + tail) / 1000) * RATE));
  for (const { cue, at } of tones) {
    for (const [pitch, after, long] of NOTES[cue])
      sing(samples, pitch, Math.round((at / 1000 + after) * RATE), Math.round(long * RATE));
  }
  return new Blob([header(samples.byteLength), samples], { type: "audio/wav" });
}

/** What is heard when no hold is left. */
export function finale() {
  return trackOf([{ cue: "finished", at: 0 }], FINALE, 0);
}

/**
 * Adds a note with the same swell and fade as the live tones have.
 * @param {Int16Array} samples
 * @param {number} pitch hertz
 * @param {number} from @param {number} count samples
 */
function sing(samples, pitch, from, count) {
  const rise = RISE * RATE;
  const loud = LOUD * FULL;
  for (let n = 0; n < count && from + n < samples.length; n++) {
    const fade = (0.001 / LOUD) ** ((n - rise) / (count - rise));
    const volume = n < rise ? n / rise : fade;
    samples[from + n] += loud * volume * Math.sin((2 * Math.PI * pitch * n) / RATE);
  }
}

/** A WAV file of one channel and 16 bits, as far as the samples. @param {number} bytes of samples */
function header(bytes) {
  const view = new DataView(new ArrayBuffer(HEADER));
  const words = { 0: "RIFF", 8: "WAVE", 12: "fmt ", 36: "data" };
  for (const [at, word] of Object.entries(words))
    for (const [n, letter] of [...word].entries()) view.setUint8(+at + n, letter.charCodeAt(0));
  view.setUint32(4, HEADER - 8 + bytes, true);
  view.setUint32(16, 16, true); // bytes of the format
  view.setUint16(20, 1, true); // plain samples
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, RATE, true);
  view.setUint32(28, 2 * RATE, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  view.setUint32(40, bytes, true);
  return view;
}
