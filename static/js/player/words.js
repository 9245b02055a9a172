// @ts-check
/** Gives the page's own sentences, so that no words stand in code. */

/** @typedef {(name: string, values?: Record<string, string|number>) => string} Say */

/**
 * @param {HTMLTemplateElement} template its elements carry data-word
 * @returns {Say}
 */
export function wordsOf(template) {
  /** @type {Map<string, string>} */
  const words = new Map();
  for (const element of template.content.querySelectorAll("[data-word]")) {
    words.set(element.getAttribute("data-word") ?? "", element.textContent.trim());
  }
  return (name, values = {}) =>
    (words.get(name) ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
}
