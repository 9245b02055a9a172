// @ts-check
/**
 * Lets the numbers of a drawing be looked at one after the other, by keys and by touch. Without it
 * the table under the drawing says the same.
 *
 * Attributes: `data-label`, the name of the slider; then either `data-points`, a JSON list of
 * `[x in per cent, y in pixels or null, words, pixels aside if any]`, or `data-first` (a date), `data-step` (days),
 * `data-pain` and `data-minutes` (numbers with blanks between) and the words `data-said` and
 * `data-unrated`, in which {day}, {pain} and {minutes} stand. With a plan, `data-sessions` and
 * `data-planned` too, and the words `data-plan` with {sessions} and {planned}.
 */

/** @typedef {[number, number | null, string, number?]} Point */

/** @param {string} text @param {Record<string, string>} words */
const fill = (text, words) => text.replace(/\{(\w+)\}/g, (all, name) => words[name] ?? all);

/**
 * Each day, or each week, with its words.
 * @param {DOMStringMap} given
 * @returns {Point[]}
 */
function series(given) {
  const step = Number(given.step);
  const language = document.documentElement.lang;
  const write = new Intl.DateTimeFormat(language, { weekday: step === 1 ? "short" : undefined, day: "numeric", month: "short", year: step === 1 ? undefined : "numeric", timeZone: "UTC" });
  const first = Date.parse(given.first ?? "");
  const pains = (given.pain ?? "").split(" ");
  const minutes = (given.minutes ?? "").split(" ");
  const sessions = (given.sessions ?? "").split(" ");
  const planned = (given.planned ?? "").split(" ");
  return pains.map((pain, n) => {
    const day = write.format(first + n * step * 86_400_000);
    const plan = /\d/.test(planned[n] ?? "") ? given.plan : "";
    const words = `${(pain === "-" ? given.unrated : given.said) ?? ""}${plan ?? ""}`;
    return [(100 * (n + 0.5)) / pains.length, null, fill(words, { day, pain, minutes: minutes[n], sessions: sessions[n], planned: planned[n] })];
  });
}

class ChartValues extends HTMLElement {
  /** @type {Point[]} */
  points = [];

  connectedCallback() {
    this.drawing = this.querySelector("svg");
    this.points = this.dataset.points ? JSON.parse(this.dataset.points) : series(this.dataset);
    if (!this.drawing || !this.points.length || this.querySelector(".chart__values")) return;
    this.build(this.drawing);
    this.drawing.addEventListener("pointerdown", this);
    this.drawing.addEventListener("pointermove", this);
    this.slider?.addEventListener("input", this);
    this.slider?.addEventListener("focus", this);
  }

  /** @param {SVGSVGElement} drawing */
  build(drawing) {
    const box = document.createElement("div");
    box.className = "chart__values";
    this.slider = document.createElement("input");
    this.slider.type = "range";
    this.slider.min = "0";
    this.slider.max = String(this.points.length - 1);
    this.slider.value = this.slider.max;
    this.slider.setAttribute("aria-label", this.dataset.label ?? "");
    this.words = document.createElement("p");
    this.words.className = "chart__value";
    this.words.setAttribute("aria-hidden", "true"); // the slider itself speaks
    this.words.textContent = this.dataset.label ?? "";
    this.slider.setAttribute("aria-valuetext", this.points[this.points.length - 1][2]);
    box.append(this.words, this.slider);
    drawing.after(box);
    this.cursor = document.createElementNS(this.drawing.namespaceURI, "line");
    this.cursor.setAttribute("class", "chart__cursor");
    this.ring = document.createElementNS(this.drawing.namespaceURI, "circle");
    this.ring.setAttribute("class", "chart__ring");
    this.ring.setAttribute("r", "9");
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof PointerEvent) {
      if (event.type === "pointermove" && event.pointerType === "mouse" && !event.buttons) return;
      this.show(this.nearest(event));
    } else this.show(Number(this.slider?.value));
  }

  /** @param {PointerEvent} event */
  nearest(event) {
    const room = /** @type {SVGSVGElement} */ (this.drawing).getBoundingClientRect();
    const x = event.clientX - room.left;
    const y = event.clientY - room.top;
    const far = this.points.map(([percent, top, , aside = 0]) => Math.hypot((percent / 100) * room.width + aside - x, top === null ? 0 : top - y));
    return far.indexOf(Math.min(...far));
  }

  /** @param {number} place */
  show(place) {
    const [percent, y, said, aside = 0] = this.points[place];
    if (!this.slider || !this.words || !this.cursor || !this.ring) return;
    this.slider.value = String(place);
    this.slider.setAttribute("aria-valuetext", said);
    this.words.textContent = said;
    const mark = y === null ? this.cursor : this.ring;
    for (const name of y === null ? ["x1", "x2"] : ["cx"]) mark.setAttribute(name, `${percent}%`);
    if (y === null) this.cursor.setAttribute("y1", "22");
    if (y === null) this.cursor.setAttribute("y2", "316");
    else this.ring.setAttribute("cy", String(y));
    this.ring.setAttribute("transform", `translate(${aside})`);
    this.drawing?.append(mark);
  }
}

customElements.define("chart-values", ChartValues);
