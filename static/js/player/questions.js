// @ts-check
/** Asks in a dialog of the page and waits for the answer. */

/**
 * @param {HTMLDialogElement} dialog its buttons carry the answers as values
 * @returns {Promise<string>} the value, or nothing if it was closed without an answer
 */
export function ask(dialog) {
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
  });
}
