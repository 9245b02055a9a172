// @ts-check
/** Ends a session by the page's own form, once the server has what it needs. */

const PATIENCE = 5_000; // after this the page says what still waits, and goes on trying

export class Leaving {
  #gone = false;

  /**
   * @param {HTMLFormElement} form
   * @param {import("./outbox.js").Outbox} outbox
   * @param {() => void} asked the person pressed its button
   * @param {AbortSignal} signal
   */
  constructor(form, outbox, asked, signal) {
    this.form = form;
    this.outbox = outbox;
    const stop = (/** @type {Event} */ event) => {
      if (this.#gone) return;
      event.preventDefault();
      asked();
    };
    form.addEventListener("submit", stop, { signal });
  }

  /** Leaves as soon as nothing waits and there is a network to leave by. */
  async whenSent() {
    const { outbox } = this;
    const go = () => outbox.waiting.length || !navigator.onLine || this.now();
    await Promise.race([outbox.flush(), new Promise((done) => setTimeout(done, PATIENCE))]);
    outbox.addEventListener("change", go);
    go();
  }

  now() {
    if (this.#gone) return;
    this.#gone = true;
    this.form.submit(); // requestSubmit() does nothing while a press of the button is handled
  }
}
