// The icons' sources, drawn by Chromium as they were for the repository. PIMBOT_GOLDEN=update draws them anew.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PNG } from "pngjs";
import { repository } from "../scene/places.js";

export const icons = [
  { name: "color", size: 192 },
  { name: "outline", size: 32 },
];
const file = (name, ending) => path.join(repository, "manifest", `${name}.${ending}`);

/** @returns {Promise<number>} how far the kept picture is from its source: the mean difference of a colour value, 0 to 255 */
export async function difference(browser, { name, size }) {
  const page = await browser.open();
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<body style="margin: 0">${readFileSync(file(name, "svg"), "utf8")}`);
  const drawn = await page.screenshot({ omitBackground: true });
  if (process.env.PIMBOT_GOLDEN === "update") {
    writeFileSync(file(name, "png"), drawn);
  }
  const [one, other] = [PNG.sync.read(drawn), PNG.sync.read(readFileSync(file(name, "png")))];
  return one.data.reduce((sum, value, i) => sum + Math.abs(value - other.data[i]), 0) / one.data.length;
}
