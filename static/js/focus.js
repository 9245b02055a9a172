// @ts-check
/** Keeps the focus near where it was when an answer takes away what had it. */

/** From the element that had the focus outwards. @type {string[]} */
let around = [];

/** @param {Event} event */
function remember(event) {
  around = [];
  const { target } = /** @type {CustomEvent<{target: Element}>} */ (event).detail;
  for (let one = document.activeElement; one && target.contains(one); one = one.parentElement) {
    if (one.id) around.push(one.id);
  }
}

/** htmx itself gives the focus back to an element of the same id; here is the nearest one around it. */
function give() {
  if (!around.length || document.activeElement !== document.body) return;
  for (const id of around) {
    const near = document.getElementById(id);
    if (near && near.tabIndex < 0) near.tabIndex = -1;
    near?.focus({ preventScroll: true });
    if (near && document.activeElement === near) return; // one without a box takes none
  }
}

document.addEventListener("htmx:beforeSwap", remember);
document.addEventListener("htmx:afterSettle", give);
