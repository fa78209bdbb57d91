// Everything that PimBot really sends in the course of a day, held against the published types of the protocol, the schema
// and the Teams types of its cards.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before } from "node:test";
import { PublishedSchema } from "../cards/schema.js";
import { typeFaults } from "../cards/teams-types.js";
import { cardsOf } from "../scene/cards.js";
import { Channel } from "../scene/channel.js";
import { builtBot, publishedSchemas, testWith } from "../scene/peers.js";
import { repository } from "../scene/places.js";
import { Day, play } from "./story.js";
import { PublishedTypes } from "./schema.js";

const { bots } = JSON.parse(readFileSync(path.join(repository, "manifest/manifest.json"), "utf8"));
const commands = bots[0].commandLists[0].commands.map((command) => command.title);

let channel = null;
let bot = null;
let day = null;
let notUnderstood = null;
before(async () => {
  if (builtBot.missing) {
    return;
  }
  channel = await Channel.start();
  bot = await channel.bot();
  day = new Day(channel, bot);
  notUnderstood = await play(day, commands).catch((error) => {
    throw new Error(`${error.message}\n${bot.output}`);
  });
});
after(async () => {
  await bot?.stop();
  await channel?.stop();
});

const named = (list) => list.map((activity, i) => ({ name: `${i} ${activity.summary ?? activity.text ?? ""}`.slice(0, 60), activity }));
const sent = () => day.sent.map((one) => one.activity).filter(Boolean);
const activities = () => named([...sent(), ...day.replies]);
const cards = () =>
  [...activities(), ...day.answers.map(({ name, answer }) => ({ name, activity: answer }))].flatMap(({ name, activity }, i) =>
    cardsOf(activity).map((card) => ({ name: `${i}-${name.replace(/[^\w ]/g, "")}`, card, text: JSON.stringify(card) })),
  );

testWith("A day in chat brings all sorts of activities, and the channel has nothing to refuse", [builtBot], () => {
  const count = (method) => day.sent.filter((one) => one.method === method).length;
  assert.ok(count("POST") >= 40 && count("PUT") >= 5, `${count("POST")} sent, ${count("PUT")} changed`);
  assert.ok(day.answers.length >= 10 && day.replies.length > 0 && cards().length >= 40, `${cards().length} cards`);
  assert.deepEqual(channel.connector.violations, []);
});

testWith("PimBot understands every command that the Teams app offers", [builtBot], () => {
  assert.ok(commands.length > 5);
  assert.deepEqual(notUnderstood, []);
});

testWith("Every activity that PimBot sends is one by the published types", [builtBot, publishedSchemas], () => {
  const types = new PublishedTypes(publishedSchemas.folder);
  const faults = activities().flatMap(({ name, activity }) => types.activity(activity).map((fault) => `${name}: ${fault}`));
  assert.deepEqual(faults, []);
  assert.deepEqual(
    day.sent.filter((one) => one.method === "OPEN").flatMap((one) => types.conversation(one.parameters)),
    [],
  );
  assert.deepEqual(
    [...new Set(channel.connector.requests)].filter(([method, route]) => !types.hasRoute(method, route)),
    [],
  );
});

testWith("Every answer to a click is one by the published types", [builtBot, publishedSchemas], () => {
  const types = new PublishedTypes(publishedSchemas.folder);
  assert.deepEqual(day.answers.flatMap(({ name, answer }) => types.cardAnswer(answer).map((fault) => `${name}: ${fault}`)), []);
  assert.deepEqual(day.answers.filter(({ answer }) => typeof answer?.statusCode !== "number" || !answer.type || !answer.value), []);
});

testWith("Every card that was sent keeps to the published schema", [builtBot, publishedSchemas], () => {
  const schema = new PublishedSchema(publishedSchemas.folder);
  assert.deepEqual(cards().flatMap(({ name, card }) => schema.faults(card).map((fault) => `${name}${fault}`)), []);
});

testWith("Every card that was sent is a Teams card by Microsoft's types", [builtBot], () => assert.deepEqual(typeFaults(cards()), []));
