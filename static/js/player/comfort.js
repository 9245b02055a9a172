// @ts-check
/** Asks before the first hold whether one is comfortable: the first three times, then the page only reminds. */

import { ask } from "./questions.js";
import { keep, kept } from "./shelf.js";

const NAME = "backbeat-comfort"; // how often it was shown on this device
const OFTEN = 3;

/**
 * @param {HTMLElement} root
 * @param {import("./timeline.js").Hold[]} holds
 * @param {() => void} then where the focus goes, for the page had none before it was asked
 */
export async function comfort(root, holds, then) {
  const shown = kept(NAME) ?? 0;
  const begun = holds.some((hold) => hold.state !== "todo");
  const dialog = /** @type {HTMLDialogElement|null} */ (root.querySelector("[data-part=comfort]"));
  if (!dialog || begun || shown >= OFTEN) return;
  const asked = ask(dialog);
  dialog.scrollTop = 0; // the button has the focus, but one reads from the top
  const answer = await asked;
  keep(NAME, answer === "never" ? OFTEN : shown + 1);
  then();
}
