// @ts-check
/** Lets a person hear and feel the cues of a session before one begins. */

import { Sounds } from "./player/sounds.js";
import { Voice } from "./player/voice.js";
import { wordsOf } from "./player/words.js";

const ORDER = /** @type {const} */ (["ready", "switch", "posture", "press", "count", "finished"]);
const APART = 900; // milliseconds from one tone to the next

class CueTest extends HTMLElement {
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

  /** @param {string} word */
  #tell(word) {
    this.#part("said").textContent = this.say?.(word) ?? "";
  }
}

customElements.define("cue-test", CueTest);
