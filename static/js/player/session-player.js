// @ts-check
/** Takes over the page of a session, which works as plain forms without it. */

import { Player } from "./player.js";

class SessionPlayer extends HTMLElement {
  connectedCallback() {
    const session = document.getElementById("session-data")?.textContent;
    if (session) this.player = new Player(this, JSON.parse(session));
  }

  disconnectedCallback() {
    this.player?.close();
  }
}

customElements.define("session-player", SessionPlayer);
