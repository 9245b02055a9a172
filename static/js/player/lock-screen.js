// @ts-check
/** Shows the hold on the lock screen and takes what is asked there, or by media keys. */

import { Artwork } from "./artwork.js";

/** @typedef {import("./timeline.js").Hold} Hold */

const ARTIST = "Backbeat";
// An iPhone has room for two buttons beside Play: with these it would show no next and no previous.
const ONE_OR_OTHER = ["seekbackward", "seekforward"];
const ONLY_TWO = "audioSession" in navigator; // as yet only Safari knows it

export class LockScreen {
  #session = navigator.mediaSession;
  /** @type {MediaMetadata|undefined} */
  #shown;

  /**
   * @param {HTMLElement} root
   * @param {string} album name of the routine
   * @param {import("./words.js").Say} say
   * @param {import("./player.js").Player} player
   */
  constructor(root, album, say, player) {
    this.root = root;
    this.album = album;
    this.say = say;
    this.artwork = new Artwork(root);
    /** @type {Record<string, () => unknown>} */
    this.asked = {
      play: () => player.run.running || player.main(),
      pause: () => player.run.running && player.toggle(),
      nexttrack: player.next,
      previoustrack: player.previous,
      seekbackward: player.back,
      seekforward: player.on,
    };
  }

  /** @param {Hold} hold */
  async show(hold) {
    if (!this.#session) return;
    const { side, code, seconds } = hold;
    const title = this.say(`track_${side}`, { code, seconds });
    const about = { title, artist: ARTIST, album: this.album };
    const metadata = new MediaMetadata({ ...about, artwork: this.artwork.of(hold.plate) });
    this.#shown = metadata;
    this.again();
    const drawn = await this.artwork.drawn(hold.plate);
    if (drawn && this.#shown === metadata) metadata.artwork = drawn;
  }

  /** Says all of it once more: Safari forgets it when a track begins to play. */
  again() {
    if (!this.#session || !this.#shown) return;
    this.#session.metadata = this.#shown;
    for (const [action, asked] of Object.entries(this.asked)) {
      const left = ONLY_TWO && ONE_OR_OTHER.includes(action);
      this.#take(action, left ? null : () => this.root.querySelector("dialog[open]") || asked());
    }
  }

  /** @param {boolean} running @param {number} place @param {number} length of the hold, in milliseconds */
  stands(running, place, length) {
    if (!this.#session) return;
    this.#session.playbackState = running ? "playing" : "paused";
    const position = Math.min(length, Math.max(0, place)) / 1000;
    this.#session.setPositionState?.({ duration: length / 1000, position });
  }

  clear() {
    if (!this.#session || !this.#shown) return;
    this.#shown = undefined;
    this.#session.metadata = null;
    this.#session.playbackState = "none";
    this.#session.setPositionState?.();
    for (const action of Object.keys(this.asked)) this.#take(action, null);
  }

  close() {
    this.clear();
    this.artwork.close();
  }

  /** @param {string} action @param {(() => void)|null} asked */
  #take(action, asked) {
    try {
      this.#session.setActionHandler(/** @type {MediaSessionAction} */ (action), asked);
    } catch {
      // This browser has no such button.
    }
  }
}
