// A differential test: the same requests to a bot made with the official SDK and to PimBot, both as processes.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { after, before } from "node:test";
import { freePort, Process } from "../scene/bot.js";
import { appId, Channel, people, tenant } from "../scene/channel.js";
import { botSecret } from "../scene/issuer.js";
import { builtBot, testWith } from "../scene/peers.js";
import { pictures } from "../scene/places.js";
import { bodyVariants } from "./bodies.js";
import { bodyDifferences, tokenDifferences } from "./differences.js";
import { tokenVariants } from "./tokens.js";

let channel = null;
let entra = null;
let sdk = null;
let bot = null;

before(async () => {
  if (builtBot.missing) {
    return;
  }
  channel = await Channel.start();
  entra = await Channel.start({ channels: null, issuer: "https://sts.windows.net/" });
  tokenVariants(channel, entra);
  sdk = await startSdk();
  bot = await channel.bot();
});
after(async () => {
  await Promise.all([sdk?.process.stop(), bot?.stop()]);
  await Promise.all([channel?.stop(), entra?.stop()]);
});

async function startSdk() {
  const url = `http://127.0.0.1:${await freePort()}`;
  const env = {
    ...process.env,
    PORT: new URL(url).port,
    APP_ID: appId,
    SECRET: botSecret,
    TENANT: tenant,
    ISSUER: channel.issuer.name,
    METADATA: channel.issuer.openIdMetadata,
    ENTRA_METADATA: entra.issuer.openIdMetadata,
  };
  const started = { url, process: new Process("node", [path.join(import.meta.dirname, "sdk-bot.js")], { env }) };
  await started.process.answers(url, [400]);
  return started;
}

testWith("A token that the SDK refuses is refused by PimBot, and the other way round, but for what is listed", [builtBot], async () => {
  const variants = tokenVariants(channel, entra);
  assert.ok(variants.length >= 80, `only ${variants.length}`);
  const answers = [];
  for (const { name, header } of variants) {
    const how = { token: null, headers: header === null ? {} : { authorization: header } };
    answers.push(await both(name, () => channel.delivers(sdk, greeting(), how), () => channel.delivers(bot, greeting(), how)));
  }
  compare("tokens", answers, tokenDifferences);
  assert.deepEqual(taken(answers), [
    "a good token",
    "bearer in small letters",
    "expired 4 minutes ago",
    "issued in an hour",
    "no beginning",
    "no type of token",
    "the service URL without its slash",
    "valid in 4 minutes",
  ]);
});

testWith("A token is refused before the body is read", [builtBot], async () => {
  for (const { name, header } of tokenVariants(channel, entra)) {
    const how = { token: null, headers: header === null ? {} : { authorization: header } };
    const [whole, broken] = [await channel.delivers(bot, greeting(), how), await channel.delivers(bot, "{", how)];
    const isTaken = whole.status === 200;
    // What a token says of the activity can only be checked with it; such a token is good in itself.
    const isOfTheActivity = whole.status === 403 && broken.status === 400;
    assert.equal(broken.status, isTaken || isOfTheActivity ? 400 : whole.status, name);
  }
});

testWith("A body that the SDK refuses is refused by PimBot, and the other way round, but for what is listed", [builtBot], async () => {
  const variants = bodyVariants(channel);
  assert.ok(variants.length >= 90, `only ${variants.length}`);
  const token = channel.issuer.token(channel.serviceUrl);
  const answers = [];
  for (const { name, body } of variants) {
    answers.push(await both(name, () => channel.delivers(sdk, body, { token }), () => channel.delivers(bot, body, { token })));
  }
  compare("bodies", answers, bodyDifferences);
  for (const { name, sdk: theirs, ours } of answers.filter((answer) => answer.sdk.status === 501 || answer.ours.status === 501)) {
    assert.deepEqual([theirs.status, ours.status, ours.text], [501, 501, ""], `${name}: not implemented is said alike, without a body`);
  }
  assert.deepEqual(channel.connector.violations, []);
});

const greeting = () => channel.activity(people.dan, { text: "help", textFormat: "plain" });

async function both(name, askSdk, askBot) {
  const [theirs, ours] = [await askSdk(), await askBot()];
  assert.ok(ours.status < 500 || ours.status === 501, `${name}: PimBot answered ${ours.status}`);
  return { name, sdk: theirs, ours };
}

/** An invoke is answered with 200 by HTTP and says inside how it went. */
const isTaken = ({ status, json }) => status < 300 && !(json?.statusCode >= 400);
const taken = (answers) => answers.filter(({ ours }) => isTaken(ours)).map(({ name }) => name).sort();

function compare(what, answers, agreed) {
  const found = answers.filter((answer) => isTaken(answer.sdk) !== isTaken(answer.ours));
  writeFileSync(path.join(pictures("sdk"), `${what}.md`), table(answers, agreed));
  assert.deepEqual(
    found.map((answer) => `the SDK ${isTaken(answer.sdk) ? "takes" : "refuses"} ${answer.name}`).sort(),
    agreed.flatMap(({ sdk, names }) => names.map((name) => `the SDK ${sdk} ${name}`)).sort(),
  );
}

/** All answers side by side, to be read. */
function table(answers, agreed) {
  const why = new Map(agreed.flatMap((difference) => difference.names.map((name) => [name, difference.why])));
  const said = ({ status, json }) => (json?.statusCode ? `${status}, inside ${json.statusCode}` : `${status}`);
  const rows = answers.map(({ name, sdk, ours }) => `| ${name} | ${said(sdk)} | ${said(ours)} | ${why.get(name) ?? ""} |`);
  return ["| sent | official SDK | PimBot | agreed because |", "|---|---|---|---|", ...rows, ""].join("\n");
}
