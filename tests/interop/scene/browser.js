// Chromium without a window, a profile of its own, and no way out of this machine.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium as driver } from "playwright-core";
import { chromium } from "./peers.js";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

export class Browser {
  #context;
  #profile;

  /** What pages asked of other machines; it was refused. */
  refused = [];

  static async start(options = {}) {
    const browser = new Browser();
    browser.#profile = mkdtempSync(path.join(os.tmpdir(), "pimbot-chromium-"));
    browser.#context = await driver.launchPersistentContext(browser.#profile, {
      executablePath: chromium.path,
      headless: true,
      args: flags,
      locale: "en-GB",
      timezoneId: "Europe/Copenhagen",
      ...options,
    });
    await browser.#context.route("**/*", (route) => {
      const url = new URL(route.request().url());
      if (loopback.has(url.hostname) || !url.protocol.startsWith("http")) {
        return route.continue();
      }
      browser.refused.push(url.href);
      return route.abort();
    });
    return browser;
  }

  get context() {
    return this.#context;
  }

  /** A page that remembers what went wrong in it. */
  async open(url) {
    const page = await this.#context.newPage();
    page.faults = [];
    page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
    page.on("pageerror", (error) => page.faults.push(String(error)));
    if (url) {
      await page.goto(url);
    }
    return page;
  }

  async close() {
    await this.#context.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }
}
