import { avatar, h } from "./dom.js";
import { Pane } from "./pane.js";

const storageKey = "pimbot.playground.panes";
const first = 3;
const limit = 500;
const phone = matchMedia("(max-width: 719px)");

function remembered(people) {
  try {
    const ids = JSON.parse(localStorage.getItem(storageKey));
    return Array.isArray(ids) ? ids.filter((id) => people.some((p) => p.id === id)) : null;
  } catch {
    return null;
  }
}

/** The panes side by side, or one at a time with tabs on a phone. */
export class Panes {
  #people = [];
  #messages = new Map();
  #panes = new Map();
  #unread = new Map();
  #active = null;
  #tell;
  #main = document.getElementById("panes");
  #tabs = document.getElementById("tabs");
  #empty = document.getElementById("empty");

  constructor(tell) {
    this.#tell = tell;
    phone.addEventListener("change", () => this.#arrange());
    this.#tabs.addEventListener("keydown", (event) => this.#onTabKey(event));
    document.addEventListener("keydown", (event) => this.#onShortcut(event));
  }

  /** Shows everything anew; panes that are there keep what is being written in them. */
  load({ people, transcripts }) {
    this.#people = people;
    this.#messages = new Map(people.map(({ id }) => [id, new Map((transcripts[id] ?? []).map((m) => [m.id, m]))]));
    const wanted = this.#panes.size ? [...this.#panes.keys()] : (remembered(people) ?? people.slice(0, first).map((p) => p.id));
    wanted.map((id) => people.find((p) => p.id === id)).filter(Boolean).forEach((person) => this.add(person));
    for (const { id } of this.hidden()) {
      this.#unread.set(id, [...this.#messages.get(id).values()].filter((m) => m.author === "bot").length);
    }
    this.#arrange();
  }

  /** Those who have no pane, with how much the bot wrote to them. */
  hidden() {
    return this.#people
      .filter((person) => !this.#panes.has(person.id))
      .map((person) => ({ ...person, unread: this.#unread.get(person.id) ?? 0 }));
  }

  add(person) {
    let pane = this.#panes.get(person.id);
    if (!pane) {
      pane = new Pane(person, { tell: this.#tell, onClose: () => this.#close(person) });
      this.#panes.set(person.id, pane);
      this.#main.append(pane.element);
      this.#active ??= person.id;
    }
    this.#unread.delete(person.id);
    this.#arrange();
    pane.transcript.load([...this.#messages.get(person.id).values()]);
    pane.open();
    return pane;
  }

  activate(id, focus = false) {
    this.#active = id;
    this.#unread.delete(id);
    this.#arrange();
    const pane = this.#panes.get(id);
    pane.transcript.toEnd();
    pane.element.scrollIntoView({ inline: "nearest", block: "nearest" });
    if (focus) {
      pane.composer.focus();
    }
  }

  apply({ type, person, message, id }) {
    this.#keep(type, this.#messages.get(person), message, id);
    const pane = this.#panes.get(person);
    if (type === "message" && message.author === "bot" && (!pane || (phone.matches && person !== this.#active))) {
      this.#unread.set(person, (this.#unread.get(person) ?? 0) + 1);
      this.#arrange();
    }
    if (type === "message") {
      pane?.transcript.put(message);
    } else if (type === "removed") {
      pane?.transcript.remove(id);
    } else if (type === "typing") {
      pane?.transcript.typing();
    }
  }

  #keep(type, messages, message, id) {
    if (type === "message") {
      messages?.set(message.id, message);
      if (messages?.size > limit) {
        messages.delete(messages.keys().next().value);
      }
    } else if (type === "removed") {
      messages?.delete(id);
    }
  }

  #close(person) {
    this.#panes.get(person.id).element.remove();
    this.#panes.delete(person.id);
    if (this.#active === person.id) {
      this.#active = this.#panes.keys().next().value ?? null;
    }
    this.#tell(`${person.name}’s pane is closed; the conversation goes on.`);
    this.#arrange();
    (this.#panes.get(this.#active)?.composer ?? document.getElementById("add-person")).focus();
  }

  #arrange() {
    this.#empty.hidden = this.#panes.size > 0;
    document.getElementById("tab-bar").hidden = !phone.matches || this.#panes.size === 0;
    this.#tabs.replaceChildren(...[...this.#panes.values()].map((pane) => this.#tab(pane)));
    for (const [id, { element }] of this.#panes) {
      element.hidden = phone.matches && id !== this.#active;
      phone.matches ? element.setAttribute("role", "tabpanel") : element.removeAttribute("role");
    }
    localStorage.setItem(storageKey, JSON.stringify([...this.#panes.keys()]));
    document.getElementById("add-person").disabled = this.hidden().length === 0;
    this.#countHidden();
  }

  #countHidden() {
    const waiting = this.hidden().filter((p) => p.unread > 0).length;
    const count = [h("span", { class: "count" }, String(waiting)), h("span", { class: "visually-hidden" }, " with unread messages")];
    document.getElementById("add-person").replaceChildren("Add person ", ...(waiting ? count : []));
  }

  #tab({ person, element }) {
    const isActive = person.id === this.#active;
    const unread = this.#unread.get(person.id) ?? 0;
    return h(
      "button",
      {
        type: "button",
        role: "tab",
        class: "tab",
        "aria-selected": String(isActive),
        "aria-controls": element.id,
        tabindex: isActive ? "0" : "-1",
        onclick: () => this.activate(person.id),
      },
      avatar(person),
      this.#shortName(person),
      unread > 0 && h("span", { class: "count" }, h("span", { class: "visually-hidden" }, "unread: "), String(unread)),
    );
  }

  /** The first name, unless somebody else's tab bears it too. */
  #shortName({ id, name }) {
    const [first] = name.split(" ");
    const others = [...this.#panes.values()].filter((pane) => pane.person.id !== id);
    return others.some((pane) => pane.person.name.startsWith(`${first} `)) ? name : first;
  }

  #onTabKey(event) {
    const ids = [...this.#panes.keys()];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      this.activate(ids[(ids.indexOf(this.#active) + step + ids.length) % ids.length]);
      this.#tabs.querySelector("[aria-selected=true]").focus();
    }
  }

  #onShortcut(event) {
    const digit = /^Digit([1-9])$/.exec(event.code);
    const id = digit && [...this.#panes.keys()][digit[1] - 1];
    if (event.altKey && !event.ctrlKey && !event.metaKey && id) {
      event.preventDefault();
      this.activate(id, true);
    }
  }
}
