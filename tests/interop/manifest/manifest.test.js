import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { AppManifestUtils } from "@microsoft/app-manifest";
import { PNG } from "pngjs";
import { Browser } from "../scene/browser.js";
import { chromium, dotnet, testWith } from "../scene/peers.js";
import { goldenCards, packages } from "../scene/places.js";
import { difference, icons } from "./icons.js";
import { pack } from "./package.js";

const appId = "12345678-90ab-4cde-8f01-234567890abc";
const hostName = "pimbot.contoso.com";
const scopes = ["personal", "team", "groupChat"];
/** What a client shows without cutting it off; the schema allows more. */
const limits = { commands: 10, title: 32, description: 128 };

let packed = null;
const app = () => (packed ??= pack({ AppId: appId.toUpperCase(), HostName: hostName }));

function publishedSchema(version) {
  const file = path.join(packages, `@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`);
  // One pattern of it is no regular expression of JavaScript's; the package's own reader replaces the same letters.
  return JSON.parse(readFileSync(file, "utf8").replaceAll("\\a", "\\x07"));
}

testWith("The packed manifest keeps to the published schema that it names", [dotnet], async () => {
  const { manifest, output } = app();
  assert.ok(manifest, output);
  assert.equal(
    manifest.$schema,
    `https://developer.microsoft.com/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`,
  );
  assert.deepEqual(await AppManifestUtils.validateAgainstSchema(manifest, publishedSchema(manifest.manifestVersion)), []);
});

testWith("The package holds the manifest and its two icons and nothing else, the same bytes each time", [dotnet], () => {
  const { files, manifest, bytes } = app();
  assert.deepEqual(Object.keys(files).sort(), [manifest.icons.color, "manifest.json", manifest.icons.outline].sort());
  assert.deepEqual(pack({ AppId: appId, HostName: hostName }).bytes, bytes);
});

testWith("Every placeholder is filled in, with what was given", [dotnet], () => {
  const { manifest } = app();
  assert.doesNotMatch(JSON.stringify(manifest), /\{\{|\}\}/);
  assert.equal(manifest.id, appId);
  assert.equal(manifest.bots[0].botId, appId);
  assert.deepEqual(manifest.validDomains, [hostName]);
  const named = pack({ AppId: appId, HostName: hostName, DeveloperName: "Søren %22& Söhne%22%3B", PrivacyUrl: "https://contoso.com/privacy?a=1" });
  assert.equal(named.manifest?.developer.name, 'Søren "& Söhne";', named.output);
  assert.equal(named.manifest.developer.privacyUrl, "https://contoso.com/privacy?a=1");
});

for (const [what, properties, says] of [
  ["no AppId", { HostName: hostName }, /AppId is ''/],
  ["an AppId that is no GUID", { AppId: "pimbot", HostName: hostName }, /AppId is 'pimbot'.*GUID/],
  ["the sample's AppId", { AppId: "00000000-0000-0000-0000-000000000000", HostName: hostName }, /AppId is '00000000-/],
  ["no HostName", { AppId: appId }, /HostName is ''/],
  ["a URL as HostName", { AppId: appId, HostName: "https://pimbot.contoso.com/" }, /HostName is 'https:.*without scheme/],
  ["every host as HostName", { AppId: appId, HostName: "*.contoso.com" }, /HostName is '\*/],
]) {
  testWith(`Packing with ${what} is refused and says why`, [dotnet], () => {
    const { code, output, bytes } = pack(properties);
    assert.notEqual(code, 0);
    assert.match(output, says);
    assert.equal(bytes, null);
  });
}

testWith("The app is a bot for people, group chats and teams that asks for nothing but to know who speaks", [dotnet], () => {
  const { manifest } = app();
  const [bot, ...others] = manifest.bots;
  assert.deepEqual(others, []);
  assert.deepEqual(bot.scopes, scopes);
  assert.equal(bot.isNotificationOnly, false);
  assert.equal(bot.supportsFiles, false);
  assert.equal(manifest.defaultInstallScope, "personal");
  assert.deepEqual(manifest.permissions, ["identity"]);
  for (const more of ["devicePermissions", "authorization", "webApplicationInfo", "composeExtensions", "staticTabs", "configurableTabs"]) {
    assert.equal(manifest[more], undefined, `${more} is not needed`);
  }
});

testWith("Its commands are those of help, in each scope, and short enough to be shown", [dotnet], () => {
  const help = JSON.parse(readFileSync(path.join(goldenCards, "HelpCard.help.json"), "utf8"));
  const facts = help.body.find((element) => element.type === "FactSet").facts;
  const expected = [...facts.flatMap((fact) => fact.title.split(", ")), "help"];
  const lists = app().manifest.bots[0].commandLists;
  assert.deepEqual(lists.map((list) => list.scopes), scopes.map((scope) => [scope]));
  for (const { commands } of lists) {
    assert.deepEqual(commands.map((command) => command.title), expected);
    assert.ok(commands.length <= limits.commands);
    for (const { title, description } of commands) {
      assert.ok(title.length <= limits.title && description.length <= limits.description, title);
    }
  }
});

testWith("The colour icon is a full square of 192 pixels whose mark lies in the middle that no client cuts", [dotnet], () => {
  const { files, manifest } = app();
  const icon = PNG.sync.read(Buffer.from(files["color.png"]));
  assert.deepEqual([icon.width, icon.height], [192, 192]);
  const background = parseInt(manifest.accentColor.slice(1), 16);
  const outside = pixels(icon).filter(({ x, y }) => Math.min(x, y) < 36 || Math.max(x, y) >= 156);
  assert.ok(pixels(icon).every((pixel) => pixel.alpha === 255), "it is transparent somewhere");
  assert.ok(outside.every((pixel) => pixel.rgb === background), "something is drawn outside of the middle");
  assert.ok(pixels(icon).some((pixel) => pixel.rgb === 0xffffff), "there is no mark");
});

testWith("The outline icon is 32 pixels of white on nothing", [dotnet], () => {
  const icon = PNG.sync.read(Buffer.from(app().files["outline.png"]));
  assert.deepEqual([icon.width, icon.height], [32, 32]);
  const seen = pixels(icon).filter((pixel) => pixel.alpha > 0);
  assert.ok(seen.every((pixel) => pixel.rgb === 0xffffff), "it has another colour than white");
  assert.ok(seen.length > 100 && seen.length < 600, `${seen.length} of 1024 pixels are drawn`);
});

function pixels({ width, height, data }) {
  return Array.from({ length: width * height }, (_, i) => ({
    x: i % width,
    y: Math.floor(i / width),
    rgb: data.readUIntBE(i * 4, 3),
    alpha: data[i * 4 + 3],
  }));
}

testWith("The icons are what their sources beside them draw", [chromium], async () => {
  const browser = await Browser.start();
  try {
    for (const icon of icons) {
      assert.ok((await difference(browser, icon)) < 2, `${icon.name}.png is not ${icon.name}.svg: draw it anew with PIMBOT_GOLDEN=update`);
    }
  } finally {
    await browser.close();
  }
});
