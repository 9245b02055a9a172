// @ts-check
/** Tells on arrival what a page came with, to whoever does not see it, and leads a keyboard to it. */

const LISTENING = 1_000; // after so long a screen reader follows a page; what stood there before it leaves unsaid
const SAID = 15_000; // after so long the words stand in their message alone again

/** Says the messages once more, in a place that was empty before. */
function say() {
  const words = [...document.querySelectorAll(".toast__text")].map((text) => text.textContent);
  if (!words.length) return;
  const voice = document.createElement("p");
  voice.className = "visually-hidden";
  voice.setAttribute("role", "status");
  document.querySelector(".toasts")?.append(voice);
  setTimeout(() => { voice.textContent = words.join(" "); }, LISTENING);
  setTimeout(() => voice.remove(), SAID);
}

/** What can be undone is the first thing under a finger, for it stands at the end of the page. */
function lead() {
  const taken = document.activeElement !== document.body || document.querySelector("[autofocus]:not(dialog *)");
  const undo = /** @type {HTMLElement | null} */ (document.querySelector(".toast button"));
  if (!taken) undo?.focus({ preventScroll: true });
}

say();
lead();
