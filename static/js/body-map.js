// @ts-check
/**
 * Lets a place be chosen on the figure as well as in the list; either changes both. The boxes of
 * the list are what is sent, so without this script the list alone does everything.
 */

const WHOLE = "data-whole";

class BodyMap extends HTMLElement {
  connectedCallback() {
    for (const zone of this.zones()) this.#prepare(zone);
    for (const map of this.querySelectorAll("svg")) map.querySelector("[data-region]")?.setAttribute("tabindex", "0");
    this.addEventListener("click", (event) => this.#fill(/** @type {Element} */ (event.target)), true);
    this.addEventListener("click", this);
    this.addEventListener("keydown", this);
    this.addEventListener("input", this);
    this.addEventListener("change", this);
  }

  /** @returns {SVGAElement[]} */
  zones() {
    return [...this.querySelectorAll("svg [data-region]")].map((zone) => /** @type {SVGAElement} */ (zone));
  }

  /** @param {Element} zone */
  #prepare(zone) {
    zone.removeAttribute("href");
    zone.setAttribute("role", "checkbox");
    zone.setAttribute("tabindex", "-1");
    this.#show(/** @type {string} */ (zone.getAttribute("data-region")));
  }

  /** @param {string} region @returns {HTMLInputElement | null} */
  box(region) {
    return this.querySelector(`input[name=regions][value=${region}]`);
  }

  /** @param {string} region @returns {HTMLInputElement | null} */
  field(region) {
    return this.querySelector(`input[name=level_${region}]`);
  }

  /**
   * Starts an empty strength from what it stands for, before its stepper counts.
   * @param {Element} target
   */
  #fill(target) {
    const field = target.closest(".region__how [data-by]")?.parentElement?.querySelector("input");
    if (field && !field.value) field.value = this.getAttribute(WHOLE) ?? "";
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {Element} */ (event.target);
    if (event.type === "click") this.#clicked(event, target);
    else if (event.type === "keydown") this.#pressed(/** @type {KeyboardEvent} */ (event), target);
    else this.#changed(target);
  }

  /** @param {Event} event @param {Element} target */
  #clicked(event, target) {
    const zone = target.closest("svg [data-region]");
    const by = target.closest("[data-strength]")?.getAttribute("data-strength");
    if (zone) {
      event.preventDefault();
      this.#toggle(zone);
    } else if (by) this.#stronger(Number(by));
  }

  /** @param {Element} zone */
  #toggle(zone) {
    const box = this.box(zone.getAttribute("data-region") ?? "");
    if (!box) return;
    box.checked = !box.checked;
    box.dispatchEvent(new Event("change", { bubbles: true }));
    this.#rove(zone);
  }

  /** @param {Element} zone */
  #rove(zone) {
    for (const other of zone.closest("svg")?.querySelectorAll("[data-region]") ?? []) other.setAttribute("tabindex", "-1");
    zone.setAttribute("tabindex", "0");
    /** @type {SVGElement} */ (zone).focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event @param {Element} target */
  #pressed(event, target) {
    const zone = target.closest("svg [data-region]");
    if (!zone) return;
    const there = [...(zone.closest("svg")?.querySelectorAll("[data-region]") ?? [])];
    const at = there.indexOf(zone);
    /** @type {Record<string, number>} */
    const ways = { ArrowDown: at + 2, ArrowUp: at - 2, ArrowRight: at | 1, ArrowLeft: at & ~1, Home: 0, End: there.length - 1 };
    if (event.key === " " || event.key === "Enter") this.#toggle(zone);
    else if (event.key in ways) this.#rove(there[ways[event.key]] ?? zone);
    else if (event.key === "+" || event.key === "-") this.#stronger(event.key === "+" ? 1 : -1, zone.getAttribute("data-region") ?? "");
    else return;
    event.preventDefault();
  }

  /** @param {Element} target */
  #changed(target) {
    if (!(target instanceof HTMLInputElement)) return;
    const region = target.name === "regions" ? target.value : target.name.replace(/^level_/, "");
    if (!this.box(region)) return;
    const field = this.field(region);
    if (target.name === "regions" && target.checked && field && !field.value) field.value = this.getAttribute(WHOLE) ?? "";
    this.#show(region);
    if (this.box(region)?.checked) this.#speak(region);
    else this.#quiet(region);
  }

  /** @param {number} by @param {string} [region] */
  #stronger(by, region = this.dataset.now ?? "") {
    const field = this.field(region);
    if (!field || !this.box(region)?.checked) return;
    const level = Number(field.value === "" ? this.getAttribute(WHOLE) : field.value) + by;
    field.value = String(Math.min(10, Math.max(0, level)));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** @param {string} region */
  #level(region) {
    return this.field(region)?.value || this.getAttribute(WHOLE) || "";
  }

  /** @param {string} region */
  #show(region) {
    const chosen = Boolean(this.box(region)?.checked);
    const level = chosen ? this.#level(region) : "";
    const zone = this.querySelector(`svg [data-region=${region}]`);
    zone?.setAttribute("aria-checked", String(chosen));
    for (const shown of [zone?.querySelector(".plate__zone"), this.box(region)?.closest(".region__side")]) {
      if (chosen) shown?.setAttribute("data-level", level);
      else shown?.removeAttribute("data-level");
    }
    const number = zone?.querySelector("text");
    if (number) number.textContent = level;
    zone?.querySelector(".body-map__number")?.setAttribute("data-level", level);
    const letter = this.box(region)?.closest(".region__side")?.querySelector("[data-letter]");
    if (letter) letter.textContent = chosen ? level : letter.getAttribute("data-letter");
  }

  /** @param {string} region */
  #speak(region) {
    const now = /** @type {HTMLElement | null} */ (this.querySelector(".body-map__now"));
    if (!now) return;
    now.hidden = false;
    this.dataset.now = region;
    const word = this.querySelector(`svg [data-region=${region}]`)?.getAttribute("aria-label") ?? "";
    /** @type {Element} */ (now.querySelector("[data-word]")).textContent = word;
    /** @type {Element} */ (now.querySelector("[data-number]")).textContent = this.#level(region);
  }

  /** @param {string} region */
  #quiet(region) {
    const now = /** @type {HTMLElement | null} */ (this.querySelector(".body-map__now"));
    if (now && this.dataset.now === region) now.hidden = true;
  }
}

customElements.define("body-map", BodyMap);
