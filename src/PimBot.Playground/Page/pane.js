import * as api from "./api.js";
import { Composer } from "./composer.js";
import { avatar, h, icon, uniqueId } from "./dom.js";
import { Transcript } from "./transcript.js";

/** One person's side of the page. */
export class Pane {
  #tell;

  /**
   * @param {{ id: string, name: string, mail: string, kind: string, summary: string }} person
   * @param {{ tell: (text: string) => void, onClose: () => void }} page
   */
  constructor(person, { tell, onClose }) {
    this.person = person;
    this.#tell = tell;
    this.transcript = new Transcript(person, {
      onAction: (message, action) => this.#act(message, action),
      onRefused: () => tell(`${person.name}: this link was not opened. Only https and this page’s own links are.`),
    });
    this.composer = new Composer(person, (text) => this.#say(text));
    const titleId = uniqueId("pane");
    this.element = h(
      "section",
      { class: "pane", id: uniqueId("pane"), "aria-labelledby": titleId },
      h(
        "header",
        { class: "pane-head" },
        avatar(person),
        h(
          "div",
          { class: "pane-who" },
          h("h2", { id: titleId }, person.name, " ", h("span", { class: "badge" }, person.kind)),
          h("p", { class: "pane-mail" }, person.mail),
        ),
        h(
          "button",
          { type: "button", class: "icon-button", "aria-label": `Close ${person.name}’s pane`, onclick: onClose },
          icon("close"),
        ),
      ),
      person.summary && h("p", { class: "pane-summary" }, person.summary),
      this.transcript.element,
      this.composer.element,
    );
  }

  /** Installs the app for this person the first time. */
  async open() {
    try {
      await api.open(this.person.id);
    } catch {
      this.#tell(`${this.person.name}: the playground did not answer.`);
    }
  }

  async #say(text) {
    this.#tell(`${this.person.name} wrote “${text.length > 60 ? `${text.slice(0, 60)}…` : text}”.`);
    try {
      await this.transcript.during(api.say(this.person.id, text));
    } catch {
      this.#tell(`${this.person.name}: the message was not sent.`);
    }
  }

  async #act(message, { title, ...action }) {
    const what = `${this.person.name} clicked ${title || "a button"}`;
    this.#tell(`${what}…`);
    try {
      const changed = await this.transcript.during(api.click(this.person.id, message, action));
      this.#tell(changed?.notice ? `${what}. PimBot: ${changed.notice.text}` : `${what}.`);
    } catch {
      this.#tell(`${what}, but it was not sent.`);
    }
  }
}
