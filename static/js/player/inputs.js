// @ts-check
/** Knows which tap and which key asks for what. */

/**
 * What a player can be asked to do.
 * @typedef {object} Actions
 * @property {() => void} toggle pause or go on
 * @property {() => void} main the big button
 * @property {() => void} skip asks why
 * @property {() => unknown} next leaves the hold without a question
 * @property {() => void} end
 * @property {() => void} sound
 * @property {() => void} back 15 seconds
 * @property {() => void} on 15 seconds
 * @property {() => void} again the hold from its beginning
 * @property {() => void} previous the hold before
 * @property {(feel: string) => void} feel
 */

/**
 * Media keys come here where no track sounds; else the browser hands them to the lock screen's actions.
 * @type {Record<string, "back"|"on"|"previous"|"skip"|"next"|"toggle">}
 */
const KEYS = {
  ArrowLeft: "back",
  ArrowRight: "on",
  ArrowUp: "previous",
  ArrowDown: "skip",
  MediaTrackPrevious: "previous",
  MediaTrackNext: "next",
  MediaPlayPause: "toggle",
};
const FEELS = ["too_light", "good", "too_hard"];
const CONTROLS = "button, a, summary, input, form, dialog, fieldset";

/**
 * @param {HTMLElement} root
 * @param {Actions} actions
 * @param {AbortSignal} signal ends the listening
 */
export function listen(root, actions, signal) {
  root.addEventListener("click", (event) => tapped(root, actions, event), { signal });
  document.addEventListener("keydown", (event) => pressed(root, actions, event), { signal });
}

/** @param {HTMLElement} root @param {Actions} actions @param {MouseEvent} event */
function tapped(root, actions, event) {
  const target = /** @type {Element} */ (event.target);
  const button = target.closest("button");
  const action = button?.dataset.action;
  if (button?.dataset.feel) actions.feel(button.dataset.feel);
  else if (action) actions[/** @type {"main"|"skip"|"sound"|"back"|"on"|"again"|"previous"} */ (action)]();
  else if (!target.closest(CONTROLS) && inArea(root, event.clientY)) actions.toggle();
  // After a tap the space bar is for pausing again, not for the same button.
  if (event.detail > 0 && (action === "sound" || button?.dataset.feel)) button?.blur();
}

/** While it runs, all above the feedback row pauses; while it is paused, the whole screen resumes. */
function inArea(/** @type {HTMLElement} */ root, /** @type {number} */ y) {
  if (root.hasAttribute("data-paused")) return true;
  return y < (root.querySelector(".player__feedback")?.getBoundingClientRect().top ?? 0);
}

/** @param {HTMLElement} root @param {Actions} actions @param {KeyboardEvent} event */
function pressed(root, actions, event) {
  const asking = root.querySelector("dialog[open]");
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || asking) return;
  const onControl = event.target instanceof Element && event.target.closest("button, a, input");
  if (event.key === " " && onControl) return; // it presses the control that has the focus
  const asked = meaning(root, actions, event.key);
  if (!asked) return;
  event.preventDefault();
  asked();
}

/**
 * The space bar (and a clicker) begins, pauses and goes on; arrows move in time and between holds.
 * Letters and digits can be turned off.
 * @param {HTMLElement} root @param {Actions} actions @param {string} key
 * @returns {(() => void)|undefined}
 */
function meaning(root, actions, key) {
  if (key === " ") return () => (root.dataset.stage === "start" ? actions.main() : actions.toggle());
  if (key === "Escape") return () => actions.end();
  if (key in KEYS) return () => actions[KEYS[key]]();
  if (!root.hasAttribute("data-letter-keys")) return undefined;
  if (key === "n" || key === "N") return () => actions.skip();
  const feel = FEELS[Number(key) - 1];
  return feel ? () => actions.feel(feel) : undefined;
}
