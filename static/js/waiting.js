// @ts-check
/** Looks whether a session left something in this browser; only then is there anything to load. */

const NAME = "backbeat-outbox:"; // as in player/outbox.js, which is too long to load for nothing

function somethingWaits() {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith(NAME));
  } catch {
    return false; // nothing can be kept here
  }
}

const place = document.getElementById("waiting")?.parentElement;
const onPlayer = document.querySelector("session-player"); // which sends by itself

if (place && !onPlayer && somethingWaits()) {
  const { Outbox } = await import("./player/outbox.js");
  const { LeftBehind } = await import("./player/left-behind.js");
  new LeftBehind(place, new Outbox(Number(document.body.dataset.person)));
}
