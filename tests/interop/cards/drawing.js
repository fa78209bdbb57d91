// Draws cards with the official renderer, in the playground's look and, where they are at hand, in Teams' own.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { packages, pictures, playgroundPage } from "../scene/places.js";
import { publishedSchemas } from "../scene/peers.js";

const origin = "http://localhost:1";
const types = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html" };

const page = (theme) => `<!doctype html>
<html lang="en" data-theme="${theme}">
  <head>
    <title>Cards</title>
    <link rel="stylesheet" href="/page/tokens.css" />
    <link rel="stylesheet" href="/page/cards.css" />
    <script src="/renderer.js"></script>
  </head>
  <body style="margin: 0; padding: 12px; background: var(--page); font-family: var(--font)">
    <div id="host" class="card"></div>
  </body>
</html>`;

/** Looks in which every card is drawn. The narrowest telephones have 320 pixels, most have 390. */
export function looks() {
  const own = [
    { name: "light", theme: "light", width: 480 },
    { name: "dark", theme: "dark", width: 480 },
    { name: "phone", theme: "light", width: 390 },
    { name: "narrow", theme: "dark", width: 320 },
    { name: "high-contrast", theme: "dark", width: 480, isHighContrast: true },
  ];
  const teams = [
    { name: "teams-light", theme: "light", width: 480, config: "teams-light.json" },
    { name: "teams-dark", theme: "dark", width: 480, config: "teams-dark.json" },
    { name: "teams-phone", theme: "light", width: 390, config: "teams-light.json" },
    { name: "teams-high-contrast", theme: "dark", width: 390, config: "teams-dark.json", isHighContrast: true },
  ];
  return publishedSchemas.missing ? own : own.concat(teams);
}

/**
 * Teams publishes no host configuration of its high-contrast theme. That theme uses the system's colours for everything
 * (Fluent's teamsHighContrastTheme): one for text, one behind it, whatever a card says of colours.
 */
function inSystemColours(config) {
  const text = { default: "CanvasText", subtle: "CanvasText" };
  const style = ({ foregroundColors }) => ({
    foregroundColors: Object.fromEntries(Object.keys(foregroundColors).map((name) => [name, text])),
    backgroundColor: "Canvas",
    borderColor: "CanvasText",
  });
  const containerStyles = Object.fromEntries(Object.entries(config.containerStyles).map(([name, old]) => [name, style(old)]));
  return { ...config, containerStyles, separator: { ...config.separator, lineColor: "CanvasText" } };
}

export class Drawing {
  #page;
  #folder;

  static async start(browser, look) {
    const drawing = new Drawing();
    drawing.#folder = pictures("cards", look.name);
    drawing.#page = await browser.open();
    await drawing.#page.setViewportSize({ width: look.width, height: 800 });
    await drawing.#page.route(`${origin}/**`, (route) => serve(route, look));
    await drawing.#page.emulateMedia({ colorScheme: look.theme, forcedColors: look.isHighContrast ? "active" : "none" });
    await drawing.#page.goto(`${origin}/`);
    await drawing.#page.evaluate(setUp);
    const config = look.config ? JSON.parse(readFileSync(path.join(publishedSchemas.folder, look.config), "utf8")) : await drawing.#page.evaluate(ownConfig);
    await drawing.#page.evaluate(lookLike, look.isHighContrast ? inSystemColours(config) : config);
    return drawing;
  }

  get faults() {
    return this.#page.faults;
  }

  /**
   * Draws one card and keeps its picture.
   * @returns {Promise<{ faults: string[], markup: string[], text: string }>} what the renderer complained of, which
   *   elements the texts were turned into, and what can be read
   */
  async draw({ name, card }) {
    const result = await this.#page.evaluate(render, card);
    await this.#page.locator("#host").screenshot({ path: path.join(this.#folder, `${name}.png`) });
    return result;
  }
}

function serve(route, look) {
  const { pathname } = new URL(route.request().url());
  const file =
    pathname === "/renderer.js"
      ? path.join(packages, "adaptivecards/dist/adaptivecards.min.js")
      : path.join(playgroundPage, path.basename(pathname));
  if (pathname === "/") {
    return route.fulfill({ contentType: "text/html", body: page(look.theme) });
  }
  return existsSync(file)
    ? route.fulfill({ contentType: types[path.extname(file)] ?? "text/plain", body: readFileSync(file) })
    : route.fulfill({ status: 204 });
}

/** Runs in the page. */
async function setUp() {
  const { toHtml } = await import("/page/markdown.js");
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = toHtml(text);
    result.didProcess = true;
  };
}

/** Runs in the page. */
async function ownConfig() {
  const { hostConfig } = await import("/page/hostconfig.js");
  return JSON.parse(JSON.stringify(hostConfig));
}

/** Runs in the page. */
function lookLike(config) {
  globalThis.look = new AdaptiveCards.HostConfig(config);
}

/** Runs in the page. */
function render(payload) {
  const card = new AdaptiveCards.AdaptiveCard();
  const reading = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  card.hostConfig = globalThis.look;
  card.parse(payload, reading);
  let faults = [];
  for (let i = 0; i < reading.eventCount; i++) {
    faults.push(`parsing: ${reading.getEventAt(i).message}`);
  }
  // The renderer tests "lang" with a pattern that remembers where it stopped: it refuses every second card's.
  faults = faults.filter((fault) => !fault.includes('for property "lang"'));
  // Teams takes "choices.data" in cards of 1.5, and no choices beside it; the renderer knows it from 1.6 on.
  const picksPeople = JSON.stringify(payload).includes('"choices.data"');
  faults = faults.filter((fault) => !fault.includes('Property "choices.data"'));
  faults.push(...card.validateProperties().validationEvents.map((event) => `properties: ${event.message}`));
  faults = faults.filter((fault) => !picksPeople || !fault.includes("at least one choice"));
  const host = document.getElementById("host");
  const element = card.render();
  host.replaceChildren(...(element ? [element] : []));
  if (!element?.offsetHeight) {
    faults.push("nothing was drawn");
  }
  if (host.scrollWidth > host.clientWidth) {
    faults.push(`it is ${host.scrollWidth - host.clientWidth} pixels wider than its place`);
  }
  return {
    faults,
    markup: [...host.querySelectorAll("a, img, em, strong, li, code, script, at, b, iframe")].map((e) => e.outerHTML.slice(0, 80)),
    text: host.innerText,
  };
}
