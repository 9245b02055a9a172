// @ts-check
/** Says in a plain sentence what went wrong with a request, and leaves what was typed where it is. */

const place = () => document.getElementById("page-error");

/**
 * Shows the one sentence the page has for this case, and hides the others.
 * @param {string} what a status, or "offline"
 */
function say(what) {
  const note = place();
  if (!note) return;
  const sentences = [...note.querySelectorAll("[data-on]")];
  const fitting =
    note.querySelector(`[data-on~="${what}"]`) ?? note.querySelector('[data-on~="500"]');
  for (const sentence of sentences) sentence.toggleAttribute("hidden", sentence !== fitting);
  note.hidden = false;
  note.scrollIntoView({ block: "nearest" });
}

/** @param {Event} event */
function answered(event) {
  const { xhr } = /** @type {CustomEvent<{xhr: XMLHttpRequest}>} */ (event).detail;
  if (xhr.status === 401 || xhr.status === 403) window.addEventListener("focus", renew);
  say(String(xhr.status));
}

/** Back from a log-in in another tab: gives this page's forms the new token, for the same person. */
async function renew() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = page.querySelector("input[name=csrfmiddlewaretoken]")?.getAttribute("value");
  if (!token || page.body.dataset.person !== document.body.dataset.person) return;
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) {
    field.setAttribute("value", token);
  }
  window.removeEventListener("focus", renew);
  say("renewed");
}

function begin() {
  const note = place();
  if (note) note.hidden = true;
}

document.addEventListener("htmx:beforeRequest", begin);
document.addEventListener("htmx:responseError", answered);
document.addEventListener("htmx:sendError", () => say("offline"));
document.addEventListener("htmx:timeout", () => say("offline"));

// A page brought back by the browser after log-out would show what is private.
window.addEventListener("pageshow", (event) => {
  if (event.persisted && "person" in document.body.dataset) location.reload();
});
