// Feeds recorded activities to the endpoint as the channel that they came from. PIMBOT_SAMPLES names a folder of *.json with
// an activity, or a list of them, each; without it ../samples. Whatever comes: never 5xx (but 501), an answer of the right
// shape, the same again for a copy, and nobody holds a role because of it. What is no activity is sent as it is.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { appId, Channel, tenant } from "../scene/channel.js";
import { builtBot, testWith } from "../scene/peers.js";
import { repository } from "../scene/places.js";

const folder = process.env.PIMBOT_SAMPLES ? path.resolve(repository, process.env.PIMBOT_SAMPLES) : path.resolve(import.meta.dirname, "../samples");
const allowed = [200, 202, 400, 403, 413, 501];
const samples = readSamples();

let channel = null;
let bot = null;
let held = null;
before(async () => {
  if (builtBot.missing) {
    return;
  }
  const channels = [...new Set(["msteams", ...samples.map(({ activity }) => activity?.channelId).filter(isText)])];
  const tenants = [...new Set([tenant, ...samples.flatMap(({ activity }) => tenantsOf(activity))])];
  channel = await Channel.start({ channels });
  bot = await channel.bot(Object.fromEntries(tenants.map((id, i) => [`Channel__AllowedTenants__${i}`, id])));
  held = await access();
});
after(async () => {
  await bot?.stop();
  await channel?.stop();
});

test("There are samples to feed", () => assert.ok(samples.length > 0, `There is no *.json in ${folder}.`));

for (const { name, activity } of samples) {
  testWith(`Fed as its channel: ${name}`, [builtBot], async () => {
    const sent = isObject(activity) ? asOurs(activity) : activity;
    const first = await channel.delivers(bot, sent, { token: tokenFor(sent) });
    assert.deepEqual(shapeFaults(sent, first), [], `${first.status} ${first.text.slice(0, 300)}`);
    const again = await channel.delivers(bot, sent, { token: tokenFor(sent) });
    assert.deepEqual([again.status, again.json], [first.status, first.json], "A copy is answered alike.");
  });
}

testWith("Nobody holds a role because of them, and nothing was sent that a channel refuses", [builtBot], async () => {
  assert.ok(Object.keys(held).length > 5, "There is nobody to watch.");
  await new Promise((resolve) => setTimeout(resolve, 1500));
  assert.deepEqual(await access(), held);
  assert.deepEqual(channel.connector.violations, []);
  const shown = JSON.stringify(channel.connector.sent);
  assert.doesNotMatch(shown, /Access is being granted|Active until/);
  assert.doesNotMatch(bot.output, /^(fail|crit):/m);
});

function readSamples() {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(path.join(folder, file), "utf8");
      const content = parsed(text);
      return Array.isArray(content) && content.every(isObject)
        ? content.map((activity, i) => ({ name: `${file} ${i + 1}`, activity }))
        : [{ name: file, activity: isObject(content) ? content : text }];
    });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The activity as it came, but for where the bot answers to (never to a real service) and which bot it is for. */
function asOurs(activity) {
  const { recipient, membersAdded, membersRemoved } = activity;
  const theirs = recipient?.id;
  const renamed = (account) => (isText(theirs) && account?.id === theirs ? { ...account, id: `28:${appId}` } : account);
  const list = (members) => (Array.isArray(members) ? members.map(renamed) : members);
  const changes = {
    serviceUrl: isText(activity.serviceUrl) ? channel.serviceUrl : activity.serviceUrl,
    recipient: renamed(recipient),
    membersAdded: list(membersAdded),
    membersRemoved: list(membersRemoved),
    entities: Array.isArray(activity.entities)
      ? activity.entities.map((entity) => (entity?.mentioned ? { ...entity, mentioned: renamed(entity.mentioned) } : entity))
      : activity.entities,
  };
  return { ...activity, ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) };
}

const tokenFor = (activity) => channel.issuer.token(isText(activity.serviceUrl) ? activity.serviceUrl : channel.serviceUrl);

function shapeFaults(activity, { status, json, text }) {
  const faults = allowed.includes(status) ? [] : [`status ${status}`];
  if (status === 501) {
    return faults.concat(activity.type !== "invoke" ? ["only an invoke can be unknown"] : text ? ["501 has a body"] : []);
  }
  if (status >= 300) {
    return faults;
  }
  if (activity.type === "invoke") {
    const isAnswer = typeof json?.statusCode === "number" && isText(json.type) && json.value !== undefined;
    return faults.concat(isAnswer ? [] : ["an invoke's answer is { statusCode, type, value }"]);
  }
  if (activity.deliveryMode === "expectReplies") {
    return faults.concat(Array.isArray(json?.activities) || text === "" ? [] : ["the replies are { activities }"]);
  }
  return faults.concat(text === "" ? [] : ["an activity is answered without a body"]);
}

/** What everybody in the directory, and everybody in the samples, holds now. */
async function access() {
  const directory = JSON.parse(readFileSync(builtBot.directory, "utf8")).people.map((person) => person.id);
  const seen = samples.map(({ activity }) => activity?.from?.aadObjectId).filter(isText);
  const all = [...new Set([...directory, ...seen])];
  return Object.fromEntries(await Promise.all(all.map(async (id) => [id, stateOf(await bot.access(id))])));
}

const stateOf = ({ held: roles, target }) => ({ target: target.length, roles: roles.map((role) => `${role.role} ${role.scope} ${role.source}`).sort() });

function tenantsOf(activity) {
  return [activity?.conversation?.tenantId, activity?.channelData?.tenant?.id].filter(isText);
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value) {
  return typeof value === "string" && value.trim() !== "";
}
