// The playground's page as the people in front of it see it.
import { readFileSync } from "node:fs";
import path from "node:path";
import { packages, pictures } from "../scene/places.js";

const axe = readFileSync(path.join(packages, "axe-core/axe.min.js"), "utf8");
const serious = new Set(["serious", "critical"]);

export class PlaygroundPage {
  #browser;

  static async open(browser, url) {
    const playground = new PlaygroundPage();
    playground.#browser = browser;
    playground.page = await browser.open(url);
    playground.page.setDefaultTimeout(20_000);
    return playground;
  }

  person(name) {
    return new Pane(this.page, name);
  }

  /** Moves the whole system's clock. */
  async forward(title) {
    const step = this.page.getByTitle(`Forward ${title}`);
    if (!(await step.isVisible())) {
      await this.page.locator("#clock-toggle").click();
    }
    await step.click();
  }

  /** The page that a click opens. */
  async opens(click) {
    const [page] = await Promise.all([this.#browser.context.waitForEvent("page"), click()]);
    await page.waitForLoadState();
    return page;
  }

  picture(name) {
    return this.page.screenshot({ path: path.join(pictures("playground"), `${name}.png`) });
  }

  /** Faults of accessibility that keep people out, one line each. */
  async barriers() {
    await this.page.evaluate(axe);
    const { violations } = await this.page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    return violations
      .filter(({ impact }) => serious.has(impact))
      .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`));
  }

  /** Presses a key until the element with the keyboard's focus is the one meant. */
  async walksTo(locator, key, most = 60) {
    for (let i = 0; i < most; i++) {
      if (await locator.evaluate((element) => element === document.activeElement)) {
        return;
      }
      await this.page.keyboard.press(key);
    }
    throw new Error(`${most} times ${key} did not lead to ${locator}.`);
  }
}

/** One person's conversation. */
class Pane {
  #page;
  #name;

  constructor(page, name) {
    this.#page = page;
    this.#name = name;
    this.element = page.locator("section.pane").filter({ has: page.locator("h2", { hasText: new RegExp(`^${name} \\w+$`) }) });
  }

  get message() {
    return this.#page.getByRole("textbox", { name: `Message from ${this.#name} to PimBot`, exact: true });
  }

  get newestCard() {
    return this.element.locator(".card").last();
  }

  async says(text) {
    await this.message.fill(text);
    await this.message.press("Enter");
  }

  /** Waits until the pane shows it. */
  async sees(text) {
    await this.element.getByText(text).last().waitFor();
  }

  button(title) {
    const named = { name: title, exact: true };
    return this.newestCard.getByRole("button", named).or(this.newestCard.getByRole("link", named));
  }

  field(label) {
    return this.newestCard.getByLabel(label);
  }
}
