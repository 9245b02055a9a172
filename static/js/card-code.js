/**
 * Puts the code of a scanned card into its field. The code comes behind the "#" of the address,
 * which no browser sends to a server; it is taken out of the address once it is read.
 */
class CardCode extends HTMLElement {
  connectedCallback() {
    const code = decodeURIComponent(location.hash.slice(1));
    const field = /** @type {HTMLTextAreaElement | null} */ (this.querySelector("[name=code]"));
    if (!code || !field || field.value) return;
    field.value = code;
    history.replaceState(null, "", location.pathname);
    field.form?.querySelector("button")?.focus();
  }
}

customElements.define("card-code", CardCode);
