// @ts-check
/** Draws the figure of a hold as a picture for the lock screen, in the colours it has on the page. */

const SIZE = 512; // pixels: what lock screens ask for
const INK = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "vector-effect"];

/** @typedef {{src: string, sizes: string, type: string}[]} Pictures */

export class Artwork {
  /** @type {Map<string, Pictures>} */
  #drawn = new Map();

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
  }

  /** What there is at once: the figure if it was drawn before, else the sign of the site. @param {string} plate @returns {Pictures} */
  of(plate) {
    const icon = document.querySelector("link[rel=apple-touch-icon]");
    const sign = { src: icon?.getAttribute("href") ?? "", sizes: "180x180", type: "image/png" };
    return this.#drawn.get(plate) ?? (icon ? [sign] : []);
  }

  /** The figure, or nothing if it can not be drawn here. @param {string} plate @returns {Promise<Pictures|undefined>} */
  async drawn(plate) {
    if (this.#drawn.has(plate)) return this.#drawn.get(plate);
    try {
      const figure = this.root.querySelector(`[data-plate="${plate}"] svg.plate__drawing`);
      const blob = figure && (await picture(/** @type {SVGElement} */ (figure)));
      if (!blob) return undefined;
      const drawn = [{ src: URL.createObjectURL(blob), sizes: `${SIZE}x${SIZE}`, type: blob.type }];
      this.#drawn.set(plate, drawn);
      return drawn;
    } catch {
      return undefined;
    }
  }

  close() {
    for (const [{ src }] of this.#drawn.values()) URL.revokeObjectURL(src);
    this.#drawn.clear();
  }
}

/** @param {SVGElement} figure @returns {Promise<Blob|null>} */
async function picture(figure) {
  const canvas = Object.assign(document.createElement("canvas"), { width: SIZE, height: SIZE });
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const text = new XMLSerializer().serializeToString(inked(figure));
  const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  const image = new Image(SIZE, SIZE);
  image.src = url;
  try {
    await image.decode();
    pen.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    pen.fillRect(0, 0, SIZE, SIZE);
    pen.drawImage(image, 0, 0, SIZE, SIZE);
  } finally {
    URL.revokeObjectURL(url);
  }
  return new Promise((done) => canvas.toBlob(done));
}

/** A copy that needs no style sheet. @param {SVGElement} figure */
function inked(figure) {
  const copy = /** @type {SVGElement} */ (figure.cloneNode(true));
  const parts = [...copy.querySelectorAll("*")];
  for (const [n, part] of [...figure.querySelectorAll("*")].entries()) {
    const style = getComputedStyle(part);
    for (const name of INK) parts[n].setAttribute(name, style.getPropertyValue(name));
  }
  copy.setAttribute("width", String(SIZE));
  copy.setAttribute("height", String(SIZE));
  copy.setAttribute("preserveAspectRatio", "xMidYMid slice");
  return copy;
}
