// @ts-check
/** Takes over the page of a session, which works as plain forms without it. */

import { comfort } from "./comfort.js";
import { Player } from "./player.js";

class SessionPlayer extends HTMLElement {
  connectedCallback() {
    const session = (this.querySelector("script") ?? document.getElementById("session-data"))?.textContent;
    if (!session) return;
    const player = new Player(this, JSON.parse(session));
    this.player = player;
    comfort(this, player.run.holds, () => player.face.focusMain());
  }

  disconnectedCallback() {
    this.player?.close();
  }
}

customElements.define("session-player", SessionPlayer);
