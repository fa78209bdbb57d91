// A page in both themes, on a desk and on a phone: nobody is kept out, it fits, and there is a picture to be looked at.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { packages, pictures } from "../scene/places.js";

const axe = readFileSync(path.join(packages, "axe-core/axe.min.js"), "utf8");
const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

export async function assertFitForAll(page, name) {
  for (const colorScheme of ["light", "dark"]) {
    for (const [device, viewport] of Object.entries({ desk, phone })) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await page.screenshot({ path: path.join(pictures("verification"), `${name}-${device}-${colorScheme}.png`) });
      assert.deepEqual(await barriers(page), [], `${name}, ${device}, ${colorScheme}`);
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= window, `${name} is ${content - window} pixels too wide on a ${device}`);
    }
  }
  await page.setViewportSize(desk);
}

async function barriers(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}
