import { h } from "./dom.js";
import { MessageView } from "./message.js";

const day = new Intl.DateTimeFormat(navigator.language, { weekday: "long", day: "numeric", month: "long" });
const limit = 500;
const pause = 5 * 60_000;

const dayOf = (message) => day.format(new Date(message.at));
const continues = (message, previous) =>
  message.author === previous.author && new Date(message.at) - new Date(previous.at) < pause;

/** The live log of one pane: adds, changes and removes lines, and stays at the end unless the reader scrolled up. */
export class Transcript {
  #person;
  #handlers;
  #views = new Map();
  #lines = h("div", { class: "lines" });
  #typing = h("p", { class: "typing", hidden: true }, h("span", { class: "visually-hidden" }, "PimBot is typing"));
  #typingTimer = 0;
  #working = 0;
  #isAtEnd = true;
  #top = 0;

  constructor(person, handlers) {
    this.#person = person;
    this.#handlers = handlers;
    this.#typing.append(h("i"), h("i"), h("i"));
    this.#lines.append(
      h("p", { class: "welcome" }, `The beginning of ${person.name}’s conversation with PimBot.`),
    );
    this.element = h(
      "div",
      { class: "transcript", role: "log", "aria-label": `${person.name} and PimBot`, tabindex: "0" },
      this.#lines,
      this.#typing,
    );
    this.element.addEventListener("scroll", () => this.#onScroll());
    const onResize = new ResizeObserver(() => this.#isAtEnd && this.toEnd());
    [this.element, this.#lines, this.#typing].forEach((node) => onResize.observe(node));
  }

  /** Shows everything at once, without announcing it line by line. */
  load(messages) {
    this.element.setAttribute("aria-live", "off");
    for (const view of this.#views.values()) {
      view.element.remove();
    }
    this.#views.clear();
    messages.forEach((message) => this.#put(message));
    this.#arrange();
    this.toEnd();
    requestAnimationFrame(() => this.element.setAttribute("aria-live", "polite"));
  }

  put(message) {
    this.#put(message);
    this.#arrange();
    if (message.author === "bot") {
      this.#showTyping(false);
    }
    if (message.author === "person") {
      this.toEnd();
    }
  }

  remove(id) {
    this.#views.get(id)?.element.remove();
    this.#views.delete(id);
    this.#arrange();
  }

  /** The bot said that it is typing: shown until it writes, at most five seconds. */
  typing() {
    this.#showTyping(true);
    clearTimeout(this.#typingTimer);
    this.#typingTimer = setTimeout(() => this.#showTyping(false), 5000);
  }

  /** Shows the dots while the bot has not answered yet. */
  async during(work) {
    this.#working++;
    this.#showTyping(true);
    try {
      return await work;
    } finally {
      this.#working--;
      this.#showTyping(false);
    }
  }

  toEnd() {
    this.#isAtEnd = true;
    this.element.scrollTop = this.element.scrollHeight;
  }

  /** Only a reader who scrolls up leaves the end; lines that grow or arrive do not count. */
  #onScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    const isNearEnd = scrollHeight - scrollTop - clientHeight < 40;
    this.#isAtEnd = isNearEnd || (this.#isAtEnd && scrollTop >= this.#top);
    this.#top = scrollTop;
  }

  #put(message) {
    let view = this.#views.get(message.id);
    if (!view) {
      view = new MessageView(this.#person, this.#handlers.onAction, this.#handlers.onRefused);
      this.#views.set(message.id, view);
      this.#lines.append(view.element);
    }
    view.show(message);
    if (this.#views.size > limit) {
      const [oldest] = this.#views.keys();
      this.#views.get(oldest).element.remove();
      this.#views.delete(oldest);
    }
  }

  /** Puts a heading before the first line of each day and groups what belongs together. */
  #arrange() {
    const headings = new Map([...this.#lines.querySelectorAll(".day")].map((node) => [node.dataset.before, node]));
    let previous = null;
    for (const [id, view] of this.#views) {
      const { message, element } = view;
      const isNewDay = !previous || dayOf(previous) !== dayOf(message);
      if (isNewDay && !headings.delete(id)) {
        element.before(h("p", { class: "day", dataset: { before: id } }, dayOf(message)));
      }
      view.setContinued(!isNewDay && continues(message, previous));
      previous = message;
    }
    headings.forEach((node) => node.remove());
  }

  #showTyping(isTyping) {
    this.#typing.hidden = !isTyping && this.#working === 0;
  }
}
