import { h, icon, uniqueId } from "./dom.js";

const suggestions = ["help", "my roles", "activate", "my requests", "approvals", "status"];
const longest = 8000;

/** Where one person writes: a growing text box, first commands to pick, and what was written before with ↑. */
export class Composer {
  #written = [];
  #recalled = -1;
  #onSay;

  constructor(person, onSay) {
    this.#onSay = onSay;
    const id = uniqueId("composer");
    this.input = h("textarea", {
      id,
      class: "composer-input",
      rows: 1,
      maxlength: longest,
      placeholder: "Write to PimBot",
      oninput: () => this.#grow(),
      onkeydown: (event) => this.#onKey(event),
    });
    const chips = suggestions.map((text) =>
      h("button", { type: "button", class: "chip", onclick: () => this.#send(text) }, text),
    );
    this.element = h(
      "form",
      { class: "composer", onsubmit: (event) => this.#onSubmit(event) },
      h("div", { class: "chips", role: "group", "aria-label": "Suggestions" }, ...chips),
      h("label", { class: "visually-hidden", for: id }, `Message from ${person.name} to PimBot`),
      h(
        "div",
        { class: "composer-box" },
        this.input,
        h("button", { class: "composer-send", "aria-label": `Send as ${person.name}` }, icon("send")),
      ),
    );
  }

  focus() {
    this.input.focus();
  }

  #onSubmit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (text) {
      this.input.value = "";
      this.#grow();
      this.#send(text);
    }
  }

  #send(text) {
    this.#written.push(text);
    this.#recalled = -1;
    this.#onSay(text);
  }

  #onKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.element.requestSubmit();
      return;
    }
    const isRecalled = this.#recalled >= 0 && this.input.value === this.#written[this.#recalled];
    if (event.key === "ArrowUp" && this.#written.length && (this.input.value === "" || isRecalled)) {
      event.preventDefault();
      this.#recalled = isRecalled ? Math.max(0, this.#recalled - 1) : this.#written.length - 1;
      this.input.value = this.#written[this.#recalled];
      this.#grow();
    }
  }

  #grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight}px`;
  }
}
