// @ts-check
/** Knows the page's CSRF token, and how to get a fresh one when the log-in was renewed meanwhile. */

const FIELD = "csrfmiddlewaretoken";

/** @returns {NodeListOf<HTMLInputElement>} */
const fields = () => document.querySelectorAll(`input[name="${FIELD}"]`);

export const token = () => fields()[0]?.value ?? "";

/**
 * Reads this page again and puts its token into every form here.
 * @param {string} logInPath where one is sent who is not logged in
 * @returns {Promise<boolean>} false if there is nobody logged in
 */
export async function refreshToken(logInPath) {
  const answer = await fetch(location.pathname, { signal: AbortSignal.timeout(15_000) });
  if (new URL(answer.url).pathname === logInPath) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector(`input[name="${FIELD}"]`)?.getAttribute("value");
  if (!fresh) return false;
  for (const field of fields()) field.value = fresh;
  return true;
}
