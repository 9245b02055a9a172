// @ts-check
/** On every page of somebody signed in: keeps a number that could not be sent, and readies this device when it is idle. */

/** @param {Event} event */
async function unsent(event) {
  const { elt, requestConfig } = /** @type {CustomEvent} */ (event).detail;
  if (!elt.dataset?.later) return;
  const { keepForLater } = await import("./pain-later.js");
  keepForLater(elt, requestConfig.formData);
}

/** Once the page is there, and nothing else is to do. */
function whenIdle() {
  const begin = () => import("./readying.js");
  if (globalThis.requestIdleCallback) requestIdleCallback(begin, { timeout: 5_000 });
  else setTimeout(begin, 1_000);
}

if (document.body.dataset.person) {
  document.addEventListener("htmx:sendError", unsent);
  document.addEventListener("htmx:timeout", unsent);
  if (navigator.serviceWorker) window.addEventListener("load", whenIdle);
}
