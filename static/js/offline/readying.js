// @ts-check
/** Keeps what the next two days need on this device, and offers a newer version of the site's own files. */

import { drop, keep, kept } from "../player/shelf.js";
import { keepPack, nowHere } from "./keeping.js";

const LOOKED = "backbeat-pack"; // when the server was last asked, and for whom
const OFTEN = 30 * 60_000;

const person = Number(document.body.dataset.person);
const inSession = document.querySelector("session-player") !== null;

/** @returns {boolean} */
function isFresh() {
  const looked = kept(LOOKED);
  return looked?.person === person && Math.abs(Date.now() - looked.at) < OFTEN;
}

async function renew() {
  if (inSession || isFresh()) return;
  const answer = await fetch("/offline/pack/", { headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  const pack = await answer.json();
  if (pack.person !== person) return;
  await keepPack(pack);
  keep(LOOKED, { person, at: Date.now() });
}

/** A newer version waits for a word; the first one needs none, and in a session none is offered. @param {ServiceWorkerRegistration} registration */
function offer(registration) {
  const note = document.getElementById("newer");
  const show = () => {
    if (note && registration.active && registration.waiting && !inSession) note.hidden = false;
  };
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", show);
  });
  note?.querySelector("button")?.addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    registration.waiting?.postMessage("take-over");
  });
  show();
}

/** On a home screen the browser is asked to clear nothing; elsewhere some would ask the person. */
async function begin() {
  const registration = await navigator.serviceWorker.register("/service-worker.js");
  offer(registration);
  await navigator.serviceWorker.ready;
  await nowHere(person, document.documentElement.dataset.theme ?? "");
  await renew();
  if (matchMedia("(display-mode: standalone)").matches) await navigator.storage?.persist?.();
}

// What a person sends may change what they may press: the next page asks again.
document.addEventListener("submit", () => drop(LOOKED));
document.addEventListener("htmx:beforeRequest", (event) => {
  if (/** @type {CustomEvent} */ (event).detail.requestConfig.verb !== "get") drop(LOOKED);
});

begin().catch(() => {}); // private windows may refuse all of it; the site itself needs none
