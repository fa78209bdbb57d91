import { renderCard } from "./cards.js";
import { h } from "./dom.js";
import { inline } from "./markdown.js";

const time = new Intl.DateTimeFormat(navigator.language, { hour: "2-digit", minute: "2-digit" });
const cardType = "application/vnd.microsoft.card.adaptive";

const authors = { bot: "PimBot", channel: "Channel" };

function bubble(message) {
  const lines = message.text.split("\n");
  const isMarkdown = message.author === "bot" && message.textFormat === "markdown";
  const content = lines.flatMap((line, i) => [
    ...(i ? [h("br")] : []),
    ...(isMarkdown ? inline(line).map(({ text, bold }) => (bold ? h("strong", {}, text) : text)) : [line]),
  ]);
  return h("p", { class: "bubble" }, ...content);
}

/** One line of a transcript. Keeps its element while the message changes, and a card's inputs while the card stays. */
export class MessageView {
  #person;
  #onAction;
  #onRefused;
  #cards = h("div", { class: "message-cards" });
  #head = h("p", { class: "message-head" });
  #text = h("div", { class: "message-text" });
  #notice = h("p", { class: "notice", hidden: true });
  #shown = "";
  #busy = false;

  constructor(person, onAction, onRefused) {
    this.#person = person;
    this.#onAction = onAction;
    this.#onRefused = onRefused;
    this.element = h("article", { class: "message", tabindex: "-1" });
    this.element.append(this.#head, this.#text, this.#cards, this.#notice);
  }

  show(message) {
    this.message = message;
    const who = authors[message.author] ?? this.#person.name;
    this.element.className = `message message-${message.author}`;
    this.#head.replaceChildren(
      h("span", { class: "message-who" }, who),
      " ",
      h("time", { datetime: message.at }, time.format(new Date(message.at))),
      message.editedAt ? h("span", {}, ` · updated ${time.format(new Date(message.editedAt))}`) : "",
    );
    this.#text.replaceChildren(...(message.text ? [bubble(message)] : []));
    this.#showCards(message);
    this.#showNotice(message.notice);
  }

  /** A message soon after another of the same author needs no heading of its own. */
  setContinued(isContinued) {
    this.element.classList.toggle("message-continued", isContinued);
  }

  #showCards(message) {
    const cards = JSON.stringify(message.cards);
    if (cards === this.#shown) {
      return;
    }
    const hadFocus = this.#cards.contains(document.activeElement);
    this.#shown = cards;
    this.#cards.replaceChildren(...message.cards.map((card) => this.#card(card)));
    if (hadFocus) {
      this.element.focus({ preventScroll: true });
    }
  }

  #card({ contentType, content, name }) {
    if (contentType !== cardType || !content) {
      return h("p", { class: "bubble" }, `Attachment: ${name ?? contentType}`);
    }
    const card = renderCard(content, { onAction: (action) => this.#act(action), onRefused: this.#onRefused });
    const refresh = content.refresh?.action;
    const button =
      refresh &&
      h("button", { type: "button", class: "link", onclick: () => this.#refresh(refresh) }, "Refresh this card");
    return h("div", { class: "card" }, card, button);
  }

  #refresh({ id, verb, data }) {
    return this.#act({ type: "Action.Execute", title: "Refresh", id, verb, data, inputs: {} });
  }

  async #act(action) {
    if (this.#busy) {
      return;
    }
    this.#setBusy(true);
    try {
      await this.#onAction(this.message.id, action);
    } finally {
      this.#setBusy(false);
    }
  }

  #setBusy(isBusy) {
    this.#busy = isBusy;
    this.#cards.setAttribute("aria-busy", String(isBusy));
  }

  #showNotice(notice) {
    this.#notice.hidden = !notice;
    this.#notice.className = `notice ${notice?.isError ? "notice-error" : "notice-info"}`;
    this.#notice.textContent = notice?.text ?? "";
  }
}
