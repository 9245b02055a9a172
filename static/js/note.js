// @ts-check
/** Counts how much room a note has left, and asks before a page with unsaved details is left. */

const NEAR_THE_END = 500; // characters; before that a number only distracts

class NoteCounter extends HTMLElement {
  connectedCallback() {
    this.addEventListener("input", this);
    this.handleEvent();
  }

  handleEvent() {
    const field = this.querySelector("textarea");
    const words = /** @type {HTMLElement | null} */ (this.querySelector("[role=status]"));
    const number = this.querySelector("[data-left]");
    if (!field || !words || !number) return;
    const left = Number(this.dataset.longest) - field.value.length;
    words.hidden = left > NEAR_THE_END;
    number.textContent = String(left);
  }
}

customElements.define("note-counter", NoteCounter);

/** @param {HTMLFormElement} form */
function written(form) {
  return JSON.stringify([...new FormData(form)].filter(([name]) => name !== "part"));
}

for (const form of document.querySelectorAll("form[data-guard]")) {
  if (!(form instanceof HTMLFormElement)) continue;
  const before = form.querySelector("[aria-invalid=true], .field__error") ? "" : written(form);
  let sent = false;
  form.addEventListener("submit", () => { sent = true; });
  addEventListener("beforeunload", (event) => {
    if (!sent && written(form) !== before) event.preventDefault();
  });
}
