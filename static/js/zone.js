// @ts-check
/** Tells the form of a new account which time zone this device is in. Without it the zone is UTC. */

const field = document.querySelector("input[name=zone]");
if (field instanceof HTMLInputElement && !field.value) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}
