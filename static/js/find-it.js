// @ts-check
/**
 * Lights the landmarks of the step that is pressed; without it each step is a link that the
 * server answers with the same picture.
 */

class FindIt extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
    this.addEventListener("keydown", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof KeyboardEvent) this.#onKey(event);
    else if (event instanceof MouseEvent) this.#onClick(event);
  }

  get #links() {
    return /** @type {HTMLAnchorElement[]} */ ([...this.querySelectorAll("a[data-lights]")]);
  }

  /** @returns {number} where the step in focus stands in the list, -1 for none */
  get #at() {
    return this.#links.findIndex((link) => link.ariaCurrent === "step");
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    const pressed = /** @type {Element} */ (event.target).closest("a");
    if (!pressed || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const number = this.#links.indexOf(pressed);
    const by = { back: -1, next: 1 }[pressed.dataset.go ?? ""];
    if (number < 0 && by === undefined) return;
    event.preventDefault();
    this.#light(by === undefined ? number : this.#at + by);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const number = this.#links.indexOf(/** @type {HTMLAnchorElement} */ (event.target));
    const next = by && number >= 0 ? this.#links[number + by] : undefined;
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    this.#light(this.#links.indexOf(next));
  }

  /** @param {number} number */
  #light(number) {
    const link = this.#links[number];
    if (!link) return;
    for (const other of this.#links) other.ariaCurrent = other === link ? "step" : null;
    const names = new Set(link.dataset.lights?.split(" "));
    for (const plate of this.#plates()) {
      plate.dataset.towards = names.has("point") ? "point" : "landmark";
      for (const line of plate.querySelectorAll("[data-landmark]")) {
        line.toggleAttribute("data-state", false);
        if (names.has(line.getAttribute("data-landmark") ?? "")) line.setAttribute("data-state", "lit");
      }
    }
    this.#say(link.dataset.seen ?? "", number);
    history.replaceState(history.state, "", link.href);
    link.parentElement?.scrollIntoView({ block: "nearest" });
  }

  /** @returns {HTMLElement[]} */
  #plates() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.closest("article")?.querySelectorAll(".plate") ?? [])];
  }

  /**
   * @param {string} seen
   * @param {number} number
   */
  #say(seen, number) {
    const said = /** @type {HTMLElement | null} */ (this.querySelector("[data-said]"));
    if (said) said.hidden = false;
    const words = this.querySelector("[data-said] > span");
    if (words) words.textContent = seen;
    const next = /** @type {HTMLElement | null} */ (this.querySelector("[data-then]"));
    if (next) next.textContent = next.dataset.then ?? "";
    this.#turn("back", number - 1);
    this.#turn("next", number + 1);
  }

  /**
   * @param {string} way
   * @param {number} to
   */
  #turn(way, to) {
    const link = /** @type {HTMLAnchorElement | null} */ (this.querySelector(`[data-go="${way}"]`));
    if (!link) return;
    const there = this.#links[to];
    if (!there && document.activeElement === link) this.#links[this.#at]?.focus({ preventScroll: true });
    link.hidden = !there;
    if (there) link.href = there.href;
  }
}

customElements.define("find-it", FindIt);
