// @ts-check
/** Sends what waits before somebody logs out, says what would be lost, and leaves nothing of them here. */

import { Outbox, things } from "../player/outbox.js";
import { ask } from "../player/questions.js";
import { wordsOf } from "../player/words.js";
import { purge } from "./keeping.js";

const person = Number(document.body.dataset.person);
const form = /** @type {HTMLFormElement|null} */ (document.querySelector("form[data-leaves]"));
const dialog = /** @type {HTMLDialogElement|null} */ (document.querySelector("[data-part=leave-question]"));
const failed = document.querySelector("[data-part=leave-failed]");

/** @returns {Promise<boolean>} true where nothing waits, or may be lost */
async function mayGo() {
  const outbox = new Outbox(person);
  if (!outbox.all.length || !dialog) return true;
  await outbox.hurry();
  const left = things(outbox.all);
  const words = dialog.querySelector("[data-part=leave-words]");
  const say = wordsOf(/** @type {HTMLTemplateElement} */ (dialog.querySelector("template")));
  if (words) words.textContent = say(left === 1 ? "one" : "many", { number: left });
  return !left || (await ask(dialog)) === "leave";
}

/** The server is asked first: what is kept here goes only once somebody is out. */
async function leave() {
  if (!form || !(await mayGo())) return;
  const body = new URLSearchParams(/** @type {any} */ (new FormData(form)));
  try {
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
    if (answer.type !== "opaqueredirect") return form.submit(); // its page says what is wrong
    await purge(person).catch(() => {});
    location.assign("/");
  } catch {
    failed?.toggleAttribute("hidden", false);
  }
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  leave();
});
