// @ts-check
/** Says aloud what has become of the steps of a routine, in the words that its element carries. */

/** @typedef {{row: string, code: string}} Step */

/** @returns {Step[]} */
const steps = () => [...document.querySelectorAll("#builder-steps [data-row]")].map((step) => ({
  row: /** @type {HTMLElement} */ (step).dataset.row ?? "",
  code: step.querySelector("summary strong")?.textContent ?? "",
}));

/** @param {Step[]} some @param {Step[]} others @returns {string} the codes of those in no other */
function missing(some, others) {
  const known = new Set(others.map((step) => step.row));
  return some.filter((step) => !known.has(step.row)).map((step) => step.code).join(", ");
}

/** A live region of its own, outside of what each answer replaces. */
class StepNews extends HTMLElement {
  connectedCallback() {
    this.before = steps();
    document.addEventListener("htmx:afterSettle", this);
  }

  disconnectedCallback() {
    document.removeEventListener("htmx:afterSettle", this);
  }

  handleEvent() {
    const [before, now] = [this.before ?? [], steps()];
    this.before = now;
    const words = this.words(before, now);
    const sum = [...document.querySelectorAll(".builder__total > *")].map((part) => part.textContent);
    if (words) this.textContent = [words, ...sum].join(" ");
  }

  /** @param {Step[]} before @param {Step[]} now @returns {string} nothing where all is as it was */
  words(before, now) {
    const { added = "", taken = "", moved = "", ordered = "" } = this.dataset;
    const [came, went] = [missing(now, before), missing(before, now)];
    const news = [came && added.replace("{code}", came), went && taken.replace("{code}", went)];
    if (came || went) return news.filter(Boolean).join(" ");
    if (now.every((step, place) => step.row === before[place]?.row)) return "";
    const here = document.activeElement?.closest("[data-row]");
    const place = now.findIndex((step) => here instanceof HTMLElement && step.row === here.dataset.row);
    if (place < 0) return ordered;
    return moved.replace("{code}", now[place]?.code ?? "").replace("{place}", String(place + 1));
  }
}

customElements.define("step-news", StepNews);
