// @ts-check
/** Gives a number field its minus and plus buttons; without it the field is typed into. */

class NumberStepper extends HTMLElement {
  connectedCallback() {
    for (const button of this.querySelectorAll("button")) button.hidden = false;
    this.addEventListener("click", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const button = /** @type {Element} */ (event.target).closest("button");
    const field = this.querySelector("input");
    if (!button || !field) return;
    if (button.dataset.by === "1") field.stepUp();
    else field.stepDown();
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

customElements.define("number-stepper", NumberStepper);
