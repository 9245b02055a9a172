// @ts-check
/** Keeps small things in this browser; where it may not, for as long as the page is open. */

/** @type {Map<string, string>} */
const spare = new Map();

/** @param {string} name @param {unknown} value */
export function keep(name, value) {
  const text = JSON.stringify(value);
  try {
    localStorage.setItem(name, text);
    spare.delete(name);
  } catch {
    spare.set(name, text);
  }
}

/** @param {string} name @returns {any} */
export function kept(name) {
  try {
    return JSON.parse(spare.get(name) ?? localStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/** @param {string} name */
export function drop(name) {
  spare.delete(name);
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing can be kept here, so nothing is left behind.
  }
}

/** @param {string} beginning @returns {string[]} names that begin so */
export function names(beginning) {
  const all = [...spare.keys()];
  try {
    all.push(...Object.keys(localStorage));
  } catch {
    // As above.
  }
  return all.filter((name) => name.startsWith(beginning));
}
