import * as api from "./api.js";
import { loadRenderer } from "./cards.js";
import { Clock } from "./clock.js";
import { avatar, h } from "./dom.js";
import { Panes } from "./panes.js";

const byId = (id) => document.getElementById(id);
const tell = (text) => {
  byId("status").textContent = text;
};

const clock = new Clock(tell);
const panes = new Panes(tell);

function showPeople() {
  const dialog = byId("people-dialog");
  byId("people-list").replaceChildren(
    ...panes.hidden().map((person) =>
      h(
        "li",
        {},
        h(
          "button",
          { type: "button", class: "person", onclick: () => addPerson(person, dialog) },
          avatar(person),
          h(
            "span",
            { class: "person-who" },
            h("span", { class: "person-name" }, person.name, " ", h("span", { class: "badge" }, person.kind)),
            h("span", { class: "person-summary" }, person.summary),
          ),
          person.unread > 0 && h("span", { class: "count", title: "unread messages" }, String(person.unread)),
        ),
      ),
    ),
  );
  dialog.showModal();
}

function addPerson(person, dialog) {
  dialog.close();
  panes.add(person);
  panes.activate(person.id, true);
  tell(`${person.name} is here.`);
}

let waiting = null;

/** Loads everything. What happens meanwhile waits, so that nothing newer is replaced by the older whole. */
async function load() {
  waiting = [];
  try {
    const state = await api.loadState();
    clock.set(state.now);
    panes.load(state);
    return state;
  } finally {
    const missed = waiting;
    waiting = null;
    missed.forEach(onEvent);
  }
}

function onEvent(event) {
  if (waiting) {
    waiting.push(event);
  } else if (event.type === "reset") {
    load().then(() => tell("Reloaded: the playground was restarted."), fail);
  } else if (event.type === "clock") {
    clock.set(event.now);
  } else {
    panes.apply(event);
  }
}

const fail = () => tell("The playground did not answer. Reload the page to try again.");

async function start() {
  byId("add-person").addEventListener("click", showPeople);
  byId("help-open").addEventListener("click", () => byId("help-dialog").showModal());
  const { cardRenderer } = await api.loadState();
  const isOfficial = await loadRenderer(cardRenderer);
  byId("help-renderer").textContent = isOfficial
    ? "Cards are shown by the official Adaptive Cards renderer."
    : "Cards are shown as plain text: the official Adaptive Cards renderer was not available when this was built.";
  const { cursor } = await load();
  api.follow(cursor, onEvent, (connected) => {
    byId("connection").hidden = connected;
  });
}

start().catch(fail);
