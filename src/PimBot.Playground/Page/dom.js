/**
 * Makes an element. Text is always text: nothing here parses HTML.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes] `on…` listeners, `class`, `dataset`, properties and attributes;
 *   null, undefined and false are left out.
 * @param {...(Node|string|null|undefined|false)} children
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (name === "dataset") {
      Object.assign(element.dataset, value);
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

let last = 0;

/** An id that is unique on the page, whatever ids the cards use. */
export const uniqueId = (prefix) => `${prefix}-${++last}`;

const shapes = {
  send: "M3 3.8 17.500 10 3 16.200 4.800 10 3 3.800ZM4.800 10h6",
  close: "m5 5 10 10M15 5 5 15",
};

/** A small line icon; decorative, so its button needs a name. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", shapes[name]);
  svg.append(path);
  return svg;
}

export const initials = (name) =>
  name
    .split(/[\s-]+/u)
    .filter((part) => /^\p{L}/u.test(part))
    .slice(0, 2)
    .map((part) => part[0].toUpperCase())
    .join("");

/** The same person always has the same one of the eight avatar colours. */
export const colourOf = (id) => [...id].reduce((sum, c) => (sum * 31 + c.codePointAt(0)) % 8, 0);

export const avatar = (person) =>
  h("span", { class: `avatar avatar-${colourOf(person.id)}`, "aria-hidden": "true" }, initials(person.name));
