// @ts-check
/** Lets a person hear and feel the cues of a session before one begins. */

import { Sounds } from "./player/sounds.js";
import { trackOf } from "./player/tracks.js";
import { Voice } from "./player/voice.js";
import { wordsOf } from "./player/words.js";

const ORDER = /** @type {const} */ (["ready", "switch", "posture", "press", "count", "finished"]);
const APART = 900; // milliseconds from one tone to the next
const LOCKED = /** @type {const} */ ([
  { cue: "ready", at: 5_000 },
  { cue: "ready", at: 10_000 },
  { cue: "ready", at: 15_000 },
  { cue: "finished", at: 20_000 },
]);

class CueTest extends HTMLElement {
  track = new Audio();
  url = "";

  connectedCallback() {
    this.say = wordsOf(this.#part("words"));
    this.sounds = new Sounds(true, false);
    this.sounds.on = true; // whatever a session was muted to
    this.voice = new Voice(true);
    this.addEventListener("click", (event) => this.#pressed(event));
    this.hidden = false;
  }

  disconnectedCallback() {
    this.voice?.hush();
    this.sounds?.close();
    this.#quiet();
  }

  /** @param {string} name @returns {any} */
  #part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  /** @param {Event} event */
  #pressed(event) {
    const button = /** @type {Element} */ (event.target).closest("button");
    const tried = button?.dataset.try;
    if (tried === "tones") this.#tones();
    if (tried === "voice") this.#voice(button?.dataset.words ?? "");
    if (tried === "buzz") this.#buzz();
    if (tried === "locked") this.#locked();
  }

  #tones() {
    this.sounds?.unlock();
    for (const [at, cue] of ORDER.entries()) setTimeout(() => this.sounds?.play(cue), at * APART);
    this.#tell("tones");
  }

  /** @param {string} words */
  #voice(words) {
    this.voice?.say(words);
    this.#tell(this.voice?.able ? "voice" : "no_voice");
  }

  #buzz() {
    const felt = navigator.vibrate?.([60, 80, 60, 80, 60]);
    this.#tell(felt ? "buzz" : "no_buzz");
  }

  /** Plays as a session does, so that a person hears what is left of it on a locked phone. */
  async #locked() {
    this.#quiet();
    this.url = URL.createObjectURL(trackOf([...LOCKED], 21_000));
    this.track.src = this.url;
    this.track.onended = () => this.#quiet();
    const played = this.track.play().then(() => true, (error) => error.name === "AbortError");
    this.#tell((await played) ? "locked" : "no_locked");
  }

  #quiet() {
    this.track.pause();
    this.track.removeAttribute("src");
    if (this.url) URL.revokeObjectURL(this.url);
  }

  /** @param {string} word */
  #tell(word) {
    this.#part("said").textContent = this.say?.(word) ?? "";
  }
}

customElements.define("cue-test", CueTest);
