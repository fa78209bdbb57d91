import { h, uniqueId } from "./dom.js";

const today = { "Input.Date": "date", "Input.Time": "time", "Input.Number": "number" };

function choices(input) {
  const chosen = new Set(input.isMultiSelect ? String(input.value ?? "").split(",") : [input.value]);
  return (input.choices ?? []).map(({ title, value }) => ({ title, value, chosen: chosen.has(value) }));
}

function select(input) {
  return h(
    "select",
    { class: "plain-control" },
    h("option", { value: "" }, input.placeholder ?? "Choose…"),
    ...choices(input).map((c) => h("option", { value: c.value, selected: c.chosen }, c.title)),
  );
}

function options(input, name) {
  const type = input.isMultiSelect ? "checkbox" : "radio";
  return h(
    "div",
    { class: "plain-options" },
    ...choices(input).map((c) =>
      h("label", {}, h("input", { type, name, value: c.value, checked: c.chosen }), h("span", {}, c.title)),
    ),
  );
}

function control(input, name) {
  switch (input.type) {
    case "Input.ChoiceSet":
      return input.isMultiSelect || input.style === "expanded" ? options(input, name) : select(input);
    case "Input.Toggle":
      return h(
        "label",
        { class: "plain-toggle" },
        h("input", { type: "checkbox", checked: input.value === (input.valueOn ?? "true") }),
        h("span", {}, input.title ?? ""),
      );
    case "Input.Text": {
      const shared = { class: "plain-control", placeholder: input.placeholder, maxlength: input.maxLength };
      if (input.isMultiline) {
        return h("textarea", { ...shared, rows: 3 }, input.value ?? "");
      }
      const type = { email: "email", url: "url", tel: "tel", password: "password" }[input.style?.toLowerCase()];
      return h("input", { ...shared, type: type ?? "text", value: input.value });
    }
    default:
      return h("input", {
        class: "plain-control",
        type: today[input.type] ?? "text",
        min: input.min,
        max: input.max,
        value: input.value,
        placeholder: input.placeholder,
      });
  }
}

function read(input, element) {
  if (input.type === "Input.Toggle") {
    const on = element.querySelector("input").checked;
    return on ? (input.valueOn ?? "true") : (input.valueOff ?? "false");
  }
  if (element.matches(".plain-options")) {
    return [...element.querySelectorAll("input:checked")].map((box) => box.value).join(",");
  }
  return element.value;
}

function problem(input, element, value) {
  const missing = input.type === "Input.Toggle" ? value !== (input.valueOn ?? "true") : value.trim() === "";
  if (missing) {
    return input.isRequired ? (input.errorMessage ?? "This is required.") : null;
  }
  const fits = !input.regex || new RegExp(input.regex).test(value);
  const valid = typeof element.checkValidity !== "function" || element.checkValidity();
  return fits && valid ? null : (input.errorMessage ?? "This value does not fit.");
}

/** One input with its label and error message. */
export function plainInput(input) {
  const element = control(input, uniqueId("choice"));
  const group = element.matches(".plain-options");
  const target = element.matches("label") ? element.querySelector("input") : element;
  const labelId = uniqueId("label");
  const error = h("p", { class: "plain-error", id: uniqueId("error"), hidden: true });
  target.id = uniqueId("input");
  target.setAttribute("aria-describedby", error.id);
  if (group) {
    target.setAttribute("role", input.isMultiSelect ? "group" : "radiogroup");
    target.setAttribute("aria-labelledby", labelId);
  }
  if (input.isRequired && !group) {
    target.setAttribute("aria-required", "true");
  }
  const text = input.label ?? input.placeholder ?? (input.type === "Input.Toggle" ? "" : (input.id ?? "Value"));
  const label = h(
    group ? "span" : "label",
    { class: "plain-label", id: labelId, for: group ? null : target.id },
    text,
    input.isRequired && h("span", { class: "plain-required", "aria-hidden": "true" }, " *"),
  );
  return {
    id: input.id,
    element: h("div", { class: "plain-input" }, text && label, element, error),
    value: () => read(input, element),
    /** Shows what is wrong; true when nothing is. */
    check() {
      const message = problem(input, element, read(input, element));
      error.textContent = message ?? "";
      error.hidden = message === null;
      target.setAttribute("aria-invalid", String(message !== null));
      return message === null;
    },
    focus: () => (group ? element.querySelector("input") : target)?.focus(),
  };
}
