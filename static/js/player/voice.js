// @ts-check
/** Speaks with the voice of the device, in the page's language; without one it stays silent. */

export class Voice {
  /** @param {boolean} on */
  constructor(on) {
    this.on = on;
  }

  /** The first voice of the page's language that lives on this device, else any of that language. */
  get #voice() {
    const language = document.documentElement.lang.slice(0, 2) || "en";
    const all = globalThis.speechSynthesis?.getVoices() ?? [];
    const fitting = all.filter((voice) => voice.lang.slice(0, 2).toLowerCase() === language);
    return fitting.find((voice) => voice.localService) ?? fitting[0];
  }

  /** True where this device can speak the page's language. */
  get able() {
    return Boolean(this.#voice);
  }

  /** The newest words win: what is still being said is cut short. @param {string} words */
  say(words) {
    const voice = this.on && words ? this.#voice : undefined;
    if (!voice) return;
    const spoken = new SpeechSynthesisUtterance(words);
    spoken.voice = voice;
    spoken.lang = voice.lang;
    speechSynthesis.cancel();
    speechSynthesis.speak(spoken);
  }

  hush() {
    globalThis.speechSynthesis?.cancel();
  }
}
