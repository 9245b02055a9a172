// @ts-check
/** Knows what a hold is made of: time to get ready, to press, to breathe and to let go. */

/**
 * @typedef {object} Hold
 * @property {number} index
 * @property {string} code
 * @property {string} name
 * @property {string} place
 * @property {string} cue
 * @property {string} technique_name
 * @property {"left"|"right"|"midline"} side
 * @property {string} side_name
 * @property {number} spot
 * @property {number} spots
 * @property {number} round
 * @property {number} rounds
 * @property {number} seconds
 * @property {string} pressure_words
 * @property {string} posture
 * @property {string} posture_name
 * @property {string} tool_name
 * @property {string} plate
 * @property {"todo"|"done"|"skipped"} state
 */

/** @typedef {"press"|"in"|"out"|"release"} Beat */

/**
 * What a person chose; all times in milliseconds.
 * @typedef {object} Pace
 * @property {number} ready to get ready for a point
 * @property {number} turn to change to its other side
 * @property {number} breathIn
 * @property {number} breathOut
 * @property {boolean} waits true if each hold begins only when asked
 */

const EDGE = 5_000; // building up and letting go
const MOVE = 10_000; // to sit, stand or lie down

/**
 * True if this hold is done in another posture than the one before it.
 * @param {Hold[]} holds
 * @param {number} index
 */
export function moves(holds, index) {
  const before = holds[index - 1];
  return Boolean(before) && before.posture !== holds[index].posture;
}

/**
 * Milliseconds to get ready for a hold.
 * @param {Hold[]} holds
 * @param {number} index
 * @param {Pace} pace
 */
export function readyFor(holds, index, pace) {
  if (moves(holds, index)) return Math.max(pace.ready, MOVE);
  return turns(holds, index) ? pace.turn : pace.ready;
}

/** Milliseconds to build up, and to let go. @param {number} total of the hold */
const edgeOf = (total) => Math.min(EDGE, total / 4);

/**
 * When each breath of a hold begins, in milliseconds from its beginning.
 * @param {number} total milliseconds of the hold
 * @param {Pace} pace
 */
export function breaths(total, pace) {
  const found = [];
  const end = total - edgeOf(total);
  for (let at = edgeOf(total); at < end; at += pace.breathIn + pace.breathOut) {
    found.push({ beat: /** @type {const} */ ("in"), at });
    const out = at + pace.breathIn;
    if (out < end) found.push({ beat: /** @type {const} */ ("out"), at: out });
  }
  return found;
}

/**
 * What to do at this moment of a hold.
 * @param {number} total milliseconds of the hold
 * @param {number} left milliseconds until its end
 * @param {Pace} pace
 * @returns {Beat}
 */
export function beat(total, left, pace) {
  const edge = edgeOf(total);
  const pressed = total - left;
  if (left <= edge) return "release";
  if (pressed < edge) return "press";
  return (pressed - edge) % (pace.breathIn + pace.breathOut) < pace.breathIn ? "in" : "out";
}

/** What calls a person to this hold. @param {Hold[]} holds @param {number} index */
export function callOf(holds, index) {
  if (moves(holds, index)) return "posture";
  return turns(holds, index) ? "switch" : "ready";
}

/**
 * True if this hold is the other side of the point before it.
 * @param {Hold[]} holds
 * @param {number} index
 */
export function turns(holds, index) {
  const before = holds[index - 1];
  return Boolean(before) && before.code === holds[index].code && before.side !== holds[index].side;
}
