// @ts-check
/** Asks the device for a passkey, and sends what it gives as an ordinary form. */

/**
 * @typedef {{publicKey: any}} Options
 * @typedef {PublicKeyCredential & {response: any}} Passkey
 */

/** @param {string} text base64url */
function toBytes(text) {
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

/** @param {ArrayBuffer | null | undefined} bytes */
function toText(bytes) {
  if (!bytes) return null;
  const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {{id: string}[] | undefined} known */
const withBytes = (known) => known?.map((one) => ({ ...one, id: toBytes(one.id) }));

/** @param {Options} options */
function forMaking({ publicKey }) {
  return {
    publicKey: {
      ...publicKey,
      challenge: toBytes(publicKey.challenge),
      user: { ...publicKey.user, id: toBytes(publicKey.user.id) },
      excludeCredentials: withBytes(publicKey.excludeCredentials),
      authenticatorSelection: {
        ...publicKey.authenticatorSelection,
        residentKey: "required",
        requireResidentKey: true,
        userVerification: "required",
      },
    },
  };
}

/** @param {Options} options */
function forAsking({ publicKey }) {
  return {
    publicKey: {
      ...publicKey,
      challenge: toBytes(publicKey.challenge),
      allowCredentials: withBytes(publicKey.allowCredentials),
    },
  };
}

/** @param {Passkey} passkey */
function asText(passkey) {
  const { response } = passkey;
  const answer = response.attestationObject
    ? {
        attestationObject: toText(response.attestationObject),
        transports: response.getTransports?.() ?? [],
      }
    : {
        authenticatorData: toText(response.authenticatorData),
        signature: toText(response.signature),
        userHandle: toText(response.userHandle),
      };
  return JSON.stringify({
    id: passkey.id,
    rawId: toText(passkey.rawId),
    type: passkey.type,
    authenticatorAttachment: passkey.authenticatorAttachment,
    clientExtensionResults: passkey.getClientExtensionResults(),
    response: { clientDataJSON: toText(response.clientDataJSON), ...answer },
  });
}

class PasskeyForm extends HTMLElement {
  connectedCallback() {
    if (!window.PublicKeyCredential) return;
    this.hidden = false;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask().catch((error) => this.say(error.name));
    });
  }

  get form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  async ask() {
    this.say("");
    const { creation_options: making, request_options: asking } = await this.options();
    const passkey = making
      ? await navigator.credentials.create(forMaking(making))
      : await navigator.credentials.get(forAsking(asking));
    this.form.elements["credential"].value = asText(/** @type {Passkey} */ (passkey));
    this.form.submit();
  }

  /** What the device is to be asked: part of the page, or fetched when it is wanted. */
  async options() {
    const written = this.querySelector('script[type="application/json"]');
    if (written) return JSON.parse(written.textContent ?? "");
    const answer = await fetch(this.form.action, { headers: { Accept: "application/json" } });
    return answer.json();
  }

  /** @param {string} problem the name of an error, or nothing */
  say(problem) {
    const note = /** @type {HTMLElement} */ (this.querySelector(".note"));
    const sentences = [...note.querySelectorAll("[data-on]")];
    const fitting = note.querySelector(`[data-on="${problem}"]`) ?? note.querySelector('[data-on="other"]');
    for (const sentence of sentences) sentence.toggleAttribute("hidden", sentence !== fitting);
    note.hidden = !problem;
  }
}

customElements.define("passkey-form", PasskeyForm);
