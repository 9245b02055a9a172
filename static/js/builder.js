// @ts-check
/** Lets the steps of a routine be dragged by a grip, and draws their bars as their seconds change. */

const PER_SECOND = 0.42;
const [SPINE, GAP, SHORTEST, LONGEST] = [44, 3, 4, 40];

/** A list whose steps can be dragged; without the script they move by buttons alone. */
class StepList extends HTMLElement {
  connectedCallback() {
    for (const grip of this.querySelectorAll("[data-grip]")) grip.toggleAttribute("hidden", false);
    this.addEventListener("pointerdown", this);
    this.addEventListener("change", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "pointerdown") this.begin(/** @type {PointerEvent} */ (event));
    else if (event.type === "pointermove") this.move(/** @type {PointerEvent} */ (event));
    else if (event.type === "change") this.draw(event.target);
    else this.end(event.type === "pointerup");
  }

  /** @param {PointerEvent} event */
  begin(event) {
    const grip = /** @type {Element} */ (event.target).closest("[data-grip]");
    const step = grip?.closest("[data-row]");
    if (!grip || !(step instanceof HTMLElement) || event.button) return;
    event.preventDefault();
    this.step = step;
    this.before = step.nextElementSibling;
    step.dataset.dragged = "";
    grip.setPointerCapture(event.pointerId);
    for (const type of ["pointermove", "pointerup", "pointercancel"]) this.addEventListener(type, this);
  }

  /** @param {PointerEvent} event */
  move(event) {
    const steps = [...this.querySelectorAll("[data-row]")].filter((step) => step !== this.step);
    const next = steps.find((step) => {
      const box = step.getBoundingClientRect();
      return event.clientY < box.top + box.height / 2;
    });
    const list = this.step?.parentElement;
    if (next) next.before(/** @type {HTMLElement} */ (this.step));
    else list?.append(/** @type {HTMLElement} */ (this.step));
  }

  /** @param {boolean} dropped false where the browser took the pointer away */
  end(dropped) {
    for (const type of ["pointermove", "pointerup", "pointercancel"]) this.removeEventListener(type, this);
    const step = this.step;
    this.step = undefined;
    if (!step) return;
    delete step.dataset.dragged;
    const stays = step.nextElementSibling === this.before;
    if (!dropped) step.parentElement?.insertBefore(step, this.before ?? null);
    else if (!stays) this.save();
  }

  /** The order of the rows is what the form sends. */
  save() {
    const refresh = this.closest("form")?.querySelector("[data-refresh]");
    if (refresh instanceof HTMLElement) refresh.click();
  }

  /** @param {EventTarget | null} field */
  draw(field) {
    if (!(field instanceof HTMLInputElement) || !field.name.endsWith("-hold_seconds")) return;
    const width = Math.min(Math.max(Math.round(field.valueAsNumber * PER_SECOND), SHORTEST), LONGEST);
    if (Number.isNaN(width)) return;
    for (const bar of field.closest("[data-row]")?.querySelectorAll("rect") ?? []) {
      const side = bar.dataset.side;
      const edge = side === "left" ? SPINE - GAP - width : SPINE + GAP;
      bar.setAttribute("x", String(side === "midline" ? SPINE - Math.floor(width / 2) : edge));
      bar.setAttribute("width", String(width));
    }
  }
}

customElements.define("step-list", StepList);
