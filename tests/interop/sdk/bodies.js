// Bodies of requests, right and wrong: `{ name, body }`, where the body is an activity, or a text that is sent as it is.
import { randomUUID } from "node:crypto";
import { appId, people } from "../scene/channel.js";

const { dan } = people;
const text = { text: "help", textFormat: "plain" };
const execute = { type: "Action.Execute", verb: "say", data: { verb: "say", text: "status" } };

/** @param {import("../scene/channel.js").Channel} channel */
export function bodyVariants(channel) {
  const message = (changes = {}) => channel.activity(dan, { ...text, ...changes });
  const invoke = (name, value, changes = {}) => channel.activity(dan, { type: "invoke", name, value, ...changes });
  const card = (value, changes) => invoke("adaptiveCard/action", value, changes);
  const raw = (change) => change(JSON.stringify(message()));
  const mention = { type: "mention", text: "<at>PimBot</at>", mentioned: { id: `28:${appId}`, name: "PimBot" } };
  const group = { id: "19:group@thread.v2", conversationType: "groupChat", isGroup: true, tenantId: message().conversation.tenantId };

  const ordinary = {
    "a message": message(),
    "a message without text": message({ text: undefined }),
    "a message with members that nobody knows": message({ newMember: { a: [1, null, { b: true }] }, another: 1 }),
    "a message with a mention and its HTML": message({
      text: "<at>PimBot</at> help",
      entities: [mention, { type: "clientInfo", locale: "en-GB", platform: "Windows" }],
      attachments: [{ contentType: "text/html", content: '<p><at id="0">PimBot</at> help</p>' }],
    }),
    "a message in a group": message({ conversation: group }),
    "isGroup as a text": message({ conversation: { ...group, isGroup: "True" } }),
    "a message from a channel's thread": message({
      conversation: { ...group, id: "19:abc@thread.tacv2;messageid=1", conversationType: "channel" },
      channelData: { tenant: { id: group.tenantId }, team: { id: "19:abc@thread.tacv2" }, channel: { id: "19:abc@thread.tacv2" } },
    }),
    "a message with a value and no text": message({ text: undefined, value: { verb: "say", text: "status" } }),
    "a message that wants its replies": message({ deliveryMode: "expectReplies" }),
    "a delivery mode that nobody knows": message({ deliveryMode: "byPigeon" }),
    "a long text": message({ text: "x".repeat(20_000) }),
    "right-to-left and zero-width characters": message({ text: "\u202ehelp\u200b\u2066" }),
    "200 KB": message({ channelData: { ...message().channelData, more: "x".repeat(200_000) } }),
    "an old timestamp": message({ timestamp: "2001-01-01T00:00:00Z" }),
    "nulls for what may be missing": message({ replyToId: null, summary: null, value: null, entities: null, attachments: null }),
    "an edited message": message({ type: "messageUpdate", channelData: { ...message().channelData, eventType: "editMessage" } }),
    "a deleted message": message({ type: "messageDelete", text: undefined }),
    "a reaction": message({ type: "messageReaction", text: undefined, reactionsAdded: [{ type: "like" }] }),
    typing: message({ type: "typing", text: undefined }),
    "an event": message({ type: "event", text: undefined, name: "application/vnd.microsoft.readReceipt", value: {} }),
    "a type that nobody knows": message({ type: "somethingNew" }),
    "the app is installed": message({ type: "installationUpdate", text: undefined, action: "add" }),
    "the app is removed": message({ type: "installationUpdate", text: undefined, action: "remove" }),
    "the bot is added": message({ type: "conversationUpdate", text: undefined, membersAdded: [{ id: `28:${appId}` }] }),
    "a person leaves": message({ type: "conversationUpdate", text: undefined, membersRemoved: [{ id: dan.id }] }),
    "a team is renamed": message({ type: "conversationUpdate", text: undefined, channelData: { ...message().channelData, eventType: "teamRenamed" } }),
    "the end of a conversation": message({ type: "endOfConversation", text: undefined, code: "completedSuccessfully" }),
  };
  const invokes = {
    "a click": card({ action: execute, trigger: "manual" }),
    "a click without a trigger": card({ action: execute }),
    "a click without a verb": card({ action: { ...execute, verb: undefined }, trigger: "manual" }),
    "an automatic refresh": card({ action: execute, trigger: "automatic" }),
    "a click without a value": card(undefined),
    "a click with null as value": card(null),
    "a click with a text as value": card("say"),
    "a click with a list as value": card([execute]),
    "a click without an action": card({ trigger: "manual" }),
    "a click whose action is a text": card({ action: "say", trigger: "manual" }),
    "a click whose data is a text": card({ action: { ...execute, data: "status" }, trigger: "manual" }),
    "a click whose verb is a number": card({ action: { ...execute, verb: 7 }, trigger: "manual" }),
    "a click of another type": card({ action: { ...execute, type: "Action.Submit" }, trigger: "manual" }),
    "a task module": invoke("task/fetch", {}),
    "a message extension": invoke("composeExtension/query", { commandId: "x" }),
    "a sign-in": invoke("signin/verifyState", { state: "x" }),
    "a file's consent": invoke("fileConsent/invoke", { action: "accept" }),
    "an invoke that nobody knows": invoke("unknown/thing", {}),
    "an invoke without a name": invoke(undefined, {}),
  };
  const broken = {
    "no type": message({ type: undefined }),
    "no id": message({ id: undefined }),
    "no channel": message({ channelId: undefined }),
    "no service URL": message({ serviceUrl: undefined }),
    "no sender": message({ from: undefined }),
    "no sender's id": message({ from: { name: "Dan" } }),
    "no conversation": message({ conversation: undefined }),
    "no recipient": message({ recipient: undefined }),
    "a number as type": message({ type: 1 }),
    "a number as text": message({ text: 1 }),
    "a list as text": message({ text: ["help"] }),
    "a number as id": message({ id: 1 }),
    "a text as sender": message({ from: "29:dan" }),
    "a list as conversation": message({ conversation: [] }),
    "a text as conversation": message({ conversation: "a:dan" }),
    "a word as timestamp": message({ timestamp: "yesterday" }),
    "a number as timestamp": message({ timestamp: 1_700_000_000 }),
    "an object as entities": message({ entities: {} }),
    "a number among the entities": message({ entities: [1] }),
    "a text as attachments": message({ attachments: "none" }),
    "null among the attachments": message({ attachments: [null] }),
    "a text as membersAdded": message({ type: "conversationUpdate", membersAdded: "dan" }),
    "a text as channelData": message({ channelData: "x" }),
    "a tenant that is a text": message({ channelData: { tenant: "x" } }),
    "two tenants": message({ channelData: { tenant: { id: "11111111-0000-4000-8000-000000000001" } } }),
    "a foreign tenant": message({
      conversation: { ...message().conversation, tenantId: "11111111-0000-4000-8000-000000000001" },
      channelData: { tenant: { id: "11111111-0000-4000-8000-000000000001" } },
    }),
    "another channel": message({ channelId: "webchat" }),
    "the emulator's channel": message({ channelId: "emulator" }),
    "the channel in capitals": message({ channelId: "MSTeams" }),
    "an id of 2,000 letters": message({ id: "x".repeat(2000) }),
    "an id with a line break": message({ id: `${randomUUID()}\n` }),
    "an empty object": {},
    "nothing": "",
    "a word": "help",
    "a list": "[]",
    "a text": '"help"',
    "null": "null",
    "half of a body": raw((json) => json.slice(0, -20)),
    "two bodies": raw((json) => json + json),
    "a trailing comma": raw((json) => json.replace(/}$/, ",}")),
    "a comment": raw((json) => `/* */${json}`),
    "a byte order mark": raw((json) => `\ufeff${json}`),
    "a key twice": raw((json) => json.replace(/}$/, ',"text":"status"}')),
    "a sender twice": raw((json) => json.replace(/}$/, ',"from":{"id":"29:erin"}}')),
    "half of a letter": raw((json) => json.replace('"help"', '"\\ud800"')),
    "a NUL in the text": raw((json) => json.replace('"help"', '"help\\u0000"')),
    "no UTF-8": Buffer.concat([Buffer.from(JSON.stringify(message()).slice(0, -1)), Buffer.from(',"x":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]),
    "UTF-16": Buffer.from(`\ufeff${JSON.stringify(message())}`, "utf16le"),
    "63 objects deep": raw((json) => json.replace(/}$/, `,"x":${'{"a":'.repeat(60)}1${"}".repeat(60)}}`)),
    "a hundred objects deep": raw((json) => json.replace(/}$/, `,"x":${'{"a":'.repeat(100)}1${"}".repeat(100)}}`)),
    "1,000 lists deep": raw((json) => json.replace(/}$/, `,"x":${"[".repeat(1000)}${"]".repeat(1000)}}`)),
    "300 KB": message({ channelData: { ...message().channelData, more: "x".repeat(300_000) } }),
  };
  return Object.entries({ ...ordinary, ...invokes, ...broken }).map(([name, body]) => ({ name, body }));
}
