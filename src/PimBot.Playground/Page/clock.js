import * as api from "./api.js";
import { h } from "./dom.js";

const steps = [
  ["+1 min", 60, "1 minute"],
  ["+5 min", 300, "5 minutes"],
  ["+1 h", 3600, "1 hour"],
  ["+8 h", 28_800, "8 hours"],
  ["+1 day", 86_400, "1 day"],
];
const most = 31 * 86_400;
const date = new Intl.DateTimeFormat(navigator.language, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
const time = new Intl.DateTimeFormat(navigator.language, { timeStyle: "medium" });

/** The demo's clock: shows the server's time, running on in between, and moves it forward. */
export class Clock {
  #shown = document.getElementById("clock-time");
  #date = document.getElementById("clock-date");
  #base = 0;
  #since = 0;
  #tell;

  constructor(tell) {
    this.#tell = tell;
    document.getElementById("clock-steps").append(
      ...steps.map(([text, seconds, words]) =>
        h(
          "button",
          { type: "button", class: "button", title: `Forward ${words}`, onclick: () => this.#advance(seconds, words) },
          text,
        ),
      ),
    );
    const panel = document.getElementById("clock-panel");
    panel.addEventListener("submit", (event) => this.#onSubmit(event));
    const toggle = document.getElementById("clock-toggle");
    const setOpen = (isOpen) => {
      panel.classList.toggle("open", isOpen);
      toggle.setAttribute("aria-expanded", String(isOpen));
    };
    toggle.addEventListener("click", () => setOpen(!panel.classList.contains("open")));
    panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && panel.classList.contains("open")) {
        setOpen(false);
        toggle.focus();
      }
    });
    setInterval(() => this.#show(), 1000);
  }

  set(now) {
    this.#base = Date.parse(now);
    this.#since = performance.now();
    this.#show();
  }

  #now() {
    return new Date(this.#base + performance.now() - this.#since);
  }

  #show() {
    const now = this.#now();
    this.#date.textContent = date.format(now);
    this.#shown.textContent = time.format(now);
    this.#shown.dateTime = now.toISOString();
  }

  #onSubmit(event) {
    event.preventDefault();
    const count = document.getElementById("clock-count");
    const unit = document.getElementById("clock-unit");
    const seconds = Number(count.value) * Number(unit.value);
    if (seconds > most) {
      this.#tell("The clock moves by at most 31 days at a time.");
      return;
    }
    const name = unit.selectedOptions[0].textContent;
    this.#advance(seconds, `${count.value} ${count.value === "1" ? name.slice(0, -1) : name}`);
  }

  async #advance(seconds, words) {
    try {
      const { now } = await api.advance(seconds);
      this.set(now);
      this.#tell(`The clock moved forward ${words}: it is ${date.format(this.#now())}, ${time.format(this.#now())}.`);
    } catch {
      this.#tell("The clock was not moved.");
    }
  }
}
