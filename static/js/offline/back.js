// @ts-check
/** Knows when the server can be reached again; a browser tells of a network, not of what is behind it. */

const FIRST_LOOK = 2_000;
const LONGEST_WAIT = 60_000;
const PATIENCE = 5_000; // for one answer
const ASKED = "/health/";

/**
 * Looks again and again, less and less often, only while the page is seen and it matters.
 * @param {() => boolean} matters asked before each look
 * @param {() => void} back called when it answers, and again later if the page stays
 */
export function whenBack(matters, back) {
  let wait = FIRST_LOOK;
  const look = async () => {
    if (!document.hidden && matters() && (await answers())) back();
    wait = Math.min(2 * wait, LONGEST_WAIT);
    setTimeout(look, wait);
  };
  setTimeout(look, wait);
}

/** A page to log in to some other network is not the answer. @returns {Promise<boolean>} */
async function answers() {
  try {
    const answer = await fetch(ASKED, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok && (await answer.text()) === "ok";
  } catch {
    return false;
  }
}
