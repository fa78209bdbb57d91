// Every card that PimBot can send, as the .NET tests keep them.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { goldenCards } from "../scene/places.js";

/** @returns {{ name: string, text: string, card: object }[]} */
export function goldens() {
  return readdirSync(goldenCards)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(goldenCards, file), "utf8");
      return { name: path.basename(file, ".json"), text, card: JSON.parse(text) };
    });
}
