// What the tests need besides npm's packages, and what happens where it is missing: a skip that says so, or in CI a failure.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { repository } from "./places.js";

const inCi = process.env.CI === "true";

export const chromium = {
  path: process.env.PIMBOT_CHROMIUM ?? "/usr/bin/chromium",
  get missing() {
    return existsSync(this.path) ? null : `There is no browser at ${this.path}: install chromium or set PIMBOT_CHROMIUM.`;
  },
};

/** The published schema and Teams' host configurations. They are not in the repository, so CI may lack them too. */
export const publishedSchemas = {
  folder: process.env.PIMBOT_PUBLISHED_SCHEMAS ? path.resolve(repository, process.env.PIMBOT_PUBLISHED_SCHEMAS) : null,
  get missing() {
    const files = ["adaptive-card-1.5.0.json", "activity-protocol.openapi.yaml", "connector.openapi.yaml"];
    return this.folder && files.every((file) => existsSync(path.join(this.folder, file)))
      ? null
      : `PIMBOT_PUBLISHED_SCHEMAS names no folder with ${files.join(", ")}: nothing was checked by the published schemas.`;
  },
  mayBeAbsentInCi: true,
};

/** The bot as it was built; the tests don't build it, so that they test what was built. */
export const builtBot = {
  dll: process.env.PIMBOT_DLL ?? path.join(repository, "artifacts/bin/PimBot/debug/PimBot.dll"),
  /** The demo directory, as the build put it beside the bot. */
  get directory() {
    return path.join(path.dirname(this.dll), "contoso.json");
  },
  get missing() {
    return existsSync(this.dll) ? null : `There is no ${this.dll}: run dotnet build src/PimBot first, or set PIMBOT_DLL.`;
  },
};

/** The .NET SDK, for the repository's own build steps. */
export const dotnet = {
  get missing() {
    return spawnSync("dotnet", ["--version"]).status === 0 ? null : "There is no dotnet on the path.";
  },
};

/**
 * A test that needs peers.
 * @param {string} sentence
 * @param {{ missing: string | null, mayBeAbsentInCi?: boolean }[]} peers
 * @param {(t: import("node:test").TestContext) => Promise<void>} body
 */
export function testWith(sentence, peers, body, options = {}) {
  const absent = peers.filter((peer) => peer.missing);
  const fatal = inCi ? absent.filter((peer) => !peer.mayBeAbsentInCi) : [];
  if (fatal.length) {
    test(sentence, () => assert.fail(fatal.map((peer) => peer.missing).join(" ")));
  } else if (absent.length) {
    const reason = absent.map((peer) => peer.missing).join(" ");
    console.error(`SKIPPED: ${sentence}. ${reason}`);
    test(sentence, { skip: reason }, () => {});
  } else {
    test(sentence, { timeout: 120_000, ...options }, body);
  }
}
