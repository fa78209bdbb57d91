// The Teams app as the repository's own build step packs it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import { repository } from "../scene/places.js";

const project = path.join(repository, "manifest/TeamsApp.proj");

/**
 * @param {Record<string, string>} properties
 * @returns {{ code: number, output: string, bytes: Buffer | null, files: Record<string, Uint8Array>, manifest: any }}
 */
export function pack(properties) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "pimbot-teams-app-"));
  const zip = path.join(folder, "PimBot.zip");
  try {
    const given = Object.entries({ ...properties, Package: zip }).map(([name, value]) => `-p:${name}=${value}`);
    const env = { ...process.env, DOTNET_CLI_UI_LANGUAGE: "en", DOTNET_NOLOGO: "1" };
    const run = spawnSync("dotnet", ["build", project, ...given], { encoding: "utf8", env });
    const bytes = run.status === 0 ? readFileSync(zip) : null;
    const files = bytes ? unzipSync(bytes) : {};
    const text = files["manifest.json"] && Buffer.from(files["manifest.json"]).toString("utf8");
    return { code: run.status, output: run.stdout + run.stderr, bytes, files, manifest: text && JSON.parse(text) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
