// @ts-check
/** Knows the page's CSRF token, and how to get a fresh one when the log-in was renewed meanwhile. */

const FIELD = "csrfmiddlewaretoken";
const FRESH = "/offline/token/";

let fresh = "";

/** @returns {NodeListOf<HTMLInputElement>} */
const fields = () => document.querySelectorAll(`input[name="${FIELD}"]`);

export const token = () => fresh || (fields()[0]?.value ?? "");

/**
 * Asks for the token that is good now, and puts it into every form of this page.
 * @param {number} person whose token it has to be
 * @returns {Promise<boolean>} false if nobody is logged in, or somebody else
 */
export async function refreshToken(person) {
  const answer = await fetch(FRESH, { signal: AbortSignal.timeout(15_000) });
  if (answer.status === 401) return false;
  if (!answer.ok) throw new Error(String(answer.status));
  const told = await answer.json();
  if (told.person !== person) return false;
  fresh = told.token;
  for (const field of fields()) field.value = fresh;
  return true;
}
