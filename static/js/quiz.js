// @ts-check
/** Asks where a point is, and adds up a round; answers stay in this browser, after the # of the address. */

import { keep, kept } from "./player/shelf.js";

const LAST = "backbeat-quiz";
const SHOWN = "-";
const FARTHEST = 99.9;
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The answers so far: tenths of a cun, or a dash. @returns {string[]} */
const answers = () => (/^#so=([\d,-]+)$/.exec(location.hash)?.[1] ?? "").split(",").filter(Boolean);

/** @param {ParentNode} inside @param {string} name @returns {any} */
const part = (inside, name) => inside.querySelector(`[data-part="${name}"]`);

/** @param {Element} host @param {string} which @returns {string} */
const text = (host, which) => part(host, "texts").content.querySelector(which).textContent;

class PointQuiz extends HTMLElement {
  #x = 0;
  #y = 0;

  connectedCallback() {
    if (this.dataset.state !== "asked") return;
    part(this, "board").hidden = false;
    this.#figure.addEventListener("click", (event) => this.#tap(event));
    this.#figure.addEventListener("keydown", (event) => this.#key(event));
    part(this, "answer").addEventListener("click", () => this.#answer());
    part(this, "show").addEventListener("click", (/** @type {Event} */ event) => {
      event.preventDefault();
      this.#tell(SHOWN, text(this, '[data-word="shown"]'), "");
    });
  }

  /** @returns {SVGSVGElement} */
  get #figure() {
    return part(this, "figure");
  }

  get #cun() {
    return Number(this.dataset.cun);
  }

  get #isPlaced() {
    return !part(this, "answer").disabled;
  }

  /** @param {MouseEvent} event */
  #tap(event) {
    const grid = this.#figure.getScreenCTM();
    if (this.dataset.state !== "asked" || !grid) return;
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(grid.inverse());
    this.#put(place.x, place.y);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const arrow = ARROWS[event.key];
    if (this.dataset.state !== "asked" || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && this.#isPlaced) this.#answer();
    if (!arrow && event.key !== "Enter") return;
    event.preventDefault();
    if (arrow) this.#move(arrow, this.#cun * (event.shiftKey ? 1 : Number(this.dataset.leap)));
  }

  /** @param {[number, number]} arrow @param {number} leap */
  #move([across, down], leap) {
    const { width, height } = this.#figure.viewBox.baseVal;
    if (this.#isPlaced) this.#put(this.#x + across * leap, this.#y + down * leap);
    else this.#put(width / 2, height / 2);
  }

  /** @param {number} x @param {number} y */
  #put(x, y) {
    const { width, height } = this.#figure.viewBox.baseVal;
    this.#x = Math.min(Math.max(x, 0), width);
    this.#y = Math.min(Math.max(y, 0), height);
    const marker = part(this, "marker");
    marker.removeAttribute("hidden");
    marker.setAttribute("transform", `translate(${this.#x} ${this.#y})`);
    part(this, "answer").disabled = false;
    part(this, "place").textContent = text(this, '[data-word="place"]')
      .replace("{across}", (this.#x / this.#cun).toFixed(2))
      .replace("{down}", (this.#y / this.#cun).toFixed(2));
  }

  /** @returns {number[][]} x, y and radius of each disc */
  get #spots() {
    return (this.dataset.spots ?? "").split(";").map((spot) => spot.split(",").map(Number));
  }

  #answer() {
    const gaps = this.#spots.map(([x, y, radius]) => Math.hypot(this.#x - x, this.#y - y) - radius);
    const exact = Math.max(Math.min(...gaps), 0) / this.#cun;
    const cun = Math.min(Math.round(exact * 10) / 10, FARTHEST);
    const said = [...part(this, "texts").content.querySelectorAll("[data-within]")];
    const kind = said.find((one) => cun <= Number(one.dataset.within));
    const far = cun ? text(this, '[data-word="far"]').replace("{cun}", String(cun)) : "";
    this.#tell(String(Math.round(cun * 10)), kind.textContent, far);
  }

  /** @param {string} answer @param {string} words @param {string} far */
  #tell(answer, words, far) {
    this.dataset.state = "answered";
    for (const [x, y, radius] of this.#spots) this.#draw(x, y, radius);
    this.#figure.setAttribute("role", "img");
    this.#figure.removeAttribute("tabindex");
    this.#figure.removeAttribute("aria-roledescription");
    this.#figure.removeAttribute("aria-describedby");
    const lines = [words, far].filter(Boolean).map((line) => {
      const said = document.createElement("p");
      said.textContent = line;
      return said;
    });
    lines[0].className = "quote";
    part(this, "said").replaceChildren(...lines);
    const next = part(this, "next");
    next.href = `${next.pathname}#so=${[...answers(), answer].join(",")}`;
    next.focus({ preventScroll: true });
  }

  /** @param {number} x @param {number} y @param {number} radius */
  #draw(x, y, radius) {
    const spots = part(this, "spots");
    const disc = document.createElementNS(spots.namespaceURI, "circle");
    const marks = { class: "disc", "data-state": "chosen", cx: x, cy: y, r: radius };
    for (const [name, value] of Object.entries(marks)) disc.setAttribute(name, String(value));
    spots.append(disc);
  }
}

class QuizSum extends HTMLElement {
  connectedCallback() {
    const given = answers();
    if (given.length === 0) return;
    const found = given.filter((one) => one !== SHOWN).map((one) => Number(one) / 10);
    const near = Number(this.dataset.near);
    const mean = found.length ? found.reduce((sum, cun) => sum + cun, 0) / found.length : null;
    this.#fill("on_it", found.filter((cun) => cun === 0).length);
    this.#fill("near", found.filter((cun) => cun > 0 && cun <= near).length);
    this.#fill("farther", found.filter((cun) => cun > near).length);
    this.#fill("shown", given.length - found.length);
    if (mean !== null) this.#remember(mean.toFixed(1), given);
    const rows = this.querySelectorAll('[data-part="row"]');
    given.slice(0, rows.length).forEach((one, place) => {
      const cun = text(this, '[data-word="cun"]').replace("{cun}", String(Number(one) / 10));
      rows[place].textContent = one === SHOWN ? text(this, '[data-word="shown"]') : cun;
    });
  }

  /** @param {string} name @param {unknown} value */
  #fill(name, value) {
    part(this, name).textContent = String(value);
  }

  /** Show the mean beside that of the round before. @param {string} mean @param {string[]} given */
  #remember(mean, given) {
    this.#fill("mean", mean);
    const round = `${location.pathname} ${given}`;
    const past = kept(LAST);
    const before = past?.round === round ? past.before : past?.mean;
    if (before) this.#fill("before-mean", before);
    part(this, "before").hidden = !before;
    keep(LAST, { round, mean, before });
  }
}

customElements.define("point-quiz", PointQuiz);
customElements.define("quiz-sum", QuizSum);
