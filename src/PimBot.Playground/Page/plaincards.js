// Shows cards when the official renderer is not there: every text, fact, input and button, without the layout.
import { h, uniqueId } from "./dom.js";
import { openLink } from "./links.js";
import { blocks, inline } from "./markdown.js";
import { plainInput } from "./plaininputs.js";

const dateFunctions = /\{\{(DATE|TIME)\(\s*([^,)]+?)\s*(?:,\s*(SHORT|LONG|COMPACT)\s*)?\)\}\}/g;

/** `{{DATE(…)}}` and `{{TIME(…)}}` in the reader's language and time zone. */
export const localTimes = (text) =>
  text.replace(dateFunctions, (whole, kind, instant, form) => {
    const date = new Date(instant);
    if (Number.isNaN(date.getTime())) {
      return whole;
    }
    const style = { SHORT: "medium", LONG: "full" }[form] ?? "short";
    return new Intl.DateTimeFormat(navigator.language, kind === "DATE" ? { dateStyle: style } : { timeStyle: "short" })
      .format(date);
  });

function run({ text, bold, italic, href }) {
  const node = href ? h("a", { href, target: "_blank", rel: "noopener noreferrer" }, text) : text;
  const slanted = italic ? h("em", {}, node) : node;
  return bold ? h("strong", {}, slanted) : slanted;
}

function markdown(text) {
  return blocks(localTimes(String(text ?? ""))).map(({ kind, lines }) => {
    const rows = lines.map((line) => inline(line).map(run));
    return kind === "text"
      ? h("p", {}, ...rows.flatMap((row, i) => (i ? [h("br"), ...row] : row)))
      : h(kind, {}, ...rows.map((row) => h("li", {}, ...row)));
  });
}

function textBlock(block) {
  const isHeading = block.style === "heading" || /^(large|extralarge)$/i.test(block.size ?? "");
  const classes = ["plain-text", isHeading && "plain-heading", /^bolder$/i.test(block.weight ?? "") && "plain-bold"];
  const tone = /^(good|warning|attention|accent)$/i.exec(block.color ?? "")?.[0].toLowerCase();
  classes.push(block.isSubtle && "plain-subtle", tone && `plain-${tone}`);
  const attributes = { class: classes.filter(Boolean).join(" ") };
  return h("div", isHeading ? { ...attributes, role: "heading", "aria-level": 3 } : attributes, ...markdown(block.text));
}

const richText = (block) =>
  h(
    "p",
    { class: "plain-text" },
    ...(block.inlines ?? []).map((part) =>
      typeof part === "string"
        ? part
        : run({ text: part.text ?? "", bold: /^bolder$/i.test(part.weight ?? ""), italic: part.italic === true }),
    ),
  );

const factSet = (set) =>
  h(
    "dl",
    { class: "plain-facts" },
    ...(set.facts ?? []).map((fact) => h("div", {}, h("dt", {}, fact.title ?? ""), h("dd", {}, ...markdown(fact.value)))),
  );

class PlainCard {
  #handlers;
  #parent;
  #inputs = [];
  #byId;

  /** A card inside a `ShowCard` action sends its own inputs and those around it, but not those of its siblings. */
  constructor(handlers, parent = null) {
    this.#handlers = handlers;
    this.#parent = parent;
    this.#byId = parent ? parent.#byId : new Map();
  }

  card(payload, className = "plain-card") {
    return h("div", { class: className }, ...this.#all(payload.body), this.#actions(payload.actions));
  }

  #all(items) {
    return (items ?? []).map((item) => this.#element(item));
  }

  #element(item) {
    const node = this.#node(item);
    if (node && item.id) {
      this.#byId.set(item.id, node);
    }
    if (node && item.isVisible === false) {
      node.hidden = true;
    }
    return node;
  }

  #node(item) {
    switch (item?.type) {
      case "TextBlock":
        return textBlock(item);
      case "RichTextBlock":
        return richText(item);
      case "FactSet":
        return factSet(item);
      case "Image":
        return item.altText ? h("p", { class: "plain-text plain-subtle" }, item.altText) : null;
      case "ImageSet":
        return h("div", {}, ...this.#all(item.images));
      case "Container":
        return this.#container(item, this.#all(item.items));
      case "ColumnSet":
        return this.#container(item, (item.columns ?? []).map((c) => this.#container(c, this.#all(c.items))), "row");
      case "Table":
        return this.#table(item);
      case "ActionSet":
        return this.#actions(item.actions);
      default:
        return item?.type?.startsWith("Input.") ? this.#input(item) : this.#fallback(item);
    }
  }

  #fallback(item) {
    return item?.fallback && item.fallback !== "drop" ? this.#element(item.fallback) : null;
  }

  #container(item, children, kind = "box") {
    const style = /^(emphasis|good|attention|warning|accent)$/i.exec(item.style ?? "")?.[0].toLowerCase();
    const classes = `plain-${kind}${style ? ` plain-${kind}-${style}` : ""}`;
    return h("div", { class: classes }, ...children, item.selectAction && this.#button(item.selectAction));
  }

  #table(item) {
    const rows = item.rows ?? [];
    const cells = (row, tag) => (row.cells ?? []).map((cell) => h(tag, {}, ...this.#all(cell.items)));
    return h(
      "table",
      { class: "plain-table" },
      ...rows.map((row, i) => h("tr", {}, ...cells(row, i === 0 && item.firstRowAsHeader !== false ? "th" : "td"))),
    );
  }

  #input(item) {
    const input = plainInput(item);
    this.#inputs.push(input);
    return input.element;
  }

  #actions(actions) {
    if (!actions?.length) {
      return null;
    }
    const panels = [];
    const buttons = actions.map((action) => this.#button(action, panels));
    return h("div", {}, h("div", { class: "plain-actions" }, ...buttons), ...panels);
  }

  #button(action, panels = []) {
    const style = { positive: "button-primary", destructive: "button-danger" }[action.style?.toLowerCase()];
    const button = h("button", { type: "button", class: `button ${style ?? ""}` }, action.title ?? "Open");
    button.disabled = action.isEnabled === false;
    button.addEventListener("click", this.#behaviour(action, button, panels));
    return button;
  }

  #behaviour(action, button, panels) {
    switch (action.type) {
      case "Action.OpenUrl":
        return () => openLink(action.url) || this.#handlers.onRefused(action.url);
      case "Action.ToggleVisibility":
        return () => this.#toggle(action.targetElements ?? []);
      case "Action.ShowCard": {
        const panel = new PlainCard(this.#handlers, this).card(action.card ?? {}, "plain-box plain-box-emphasis");
        panel.id = uniqueId("show");
        panel.hidden = true;
        panels.push(panel);
        button.setAttribute("aria-expanded", "false");
        button.setAttribute("aria-controls", panel.id);
        return () => {
          panel.hidden = !panel.hidden;
          button.setAttribute("aria-expanded", String(!panel.hidden));
        };
      }
      default:
        return () => this.#execute(action);
    }
  }

  #toggle(targets) {
    for (const target of targets) {
      const node = this.#byId.get(target.elementId ?? target);
      if (node) {
        node.hidden = typeof target.isVisible === "boolean" ? !target.isVisible : !node.hidden;
      }
    }
  }

  #reach() {
    return [...(this.#parent?.#reach() ?? []), ...this.#inputs];
  }

  #execute(action) {
    const inputs = action.associatedInputs === "none" ? [] : this.#reach();
    const wrong = inputs.filter((input) => !input.check());
    if (wrong.length) {
      wrong[0].focus();
      return;
    }
    const values = inputs.map((input) => [input.id, input.value()]).filter(([id, value]) => id && value !== "");
    const { type, title, id, verb, data } = action;
    this.#handlers.onAction({ type, title: title ?? "", id, verb, data, inputs: Object.fromEntries(values) });
  }
}

/** @see renderCard */
export const renderPlain = (payload, handlers) => new PlainCard(handlers).card(payload);
