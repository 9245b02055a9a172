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

const free = () => document.activeElement === document.body;

/** @param {string} where @param {FocusOptions} [how] what is hidden takes none */
function give(where, how) {
  for (const one of document.querySelectorAll(where)) {
    if (!free() || !(one instanceof HTMLElement)) return;
    if (one.tabIndex < 0) one.tabIndex = -1;
    one.focus(how);
  }
}

/**
 * In a form that came back: the first field to change, or else the note that says why. Then what can
 * be undone, for it stands at the end of the page.
 */
function lead() {
  if (document.querySelector("[autofocus]:not(dialog *)")) return;
  give("main [aria-invalid=true]");
  give("main [role=alert]");
  give(".toast button", { preventScroll: true });
}

say();
lead();
