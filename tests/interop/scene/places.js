// Where things are, relative to this file: nothing depends on the machine or the working folder.
import { mkdirSync } from "node:fs";
import path from "node:path";

const here = import.meta.dirname;

export const repository = path.resolve(here, "../../..");
export const packages = path.resolve(here, "../node_modules");
export const goldenCards = path.join(repository, "tests/PimBot.Bot.Tests/Cards/Golden");
export const playgroundPage = path.join(repository, "src/PimBot.Playground/Page");

/** A git-ignored folder for pictures, which exists afterwards. */
export function pictures(...name) {
  const folder = path.join(repository, "artifacts/interop", ...name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
