// @ts-check
/** Keeps a number for the pain that was tapped on a page whose network had gone meanwhile. */

import { LeftBehind } from "../player/left-behind.js";
import { Outbox } from "../player/outbox.js";

/**
 * Under the key the page itself has sent: if that had arrived after all, it is not kept twice.
 * @param {HTMLFormElement} form
 * @param {FormData} told
 */
export function keepForLater(form, told) {
  const place = document.getElementById("waiting")?.parentElement;
  const key = String(told.get("key") ?? "");
  const kept = form.querySelector("[data-kept]");
  if (!place || !key || !kept) return;
  const outbox = new Outbox(Number(document.body.dataset.person));
  document.getElementById("page-error")?.toggleAttribute("hidden", true); // nothing is lost
  outbox.put("", form.dataset.later ?? "", { intensity: Number(told.get("intensity")) }, key);
  new LeftBehind(place, outbox);
  for (const cell of form.querySelectorAll("button[name=intensity]")) cell.setAttribute("disabled", "");
  kept.toggleAttribute("hidden", false);
}
