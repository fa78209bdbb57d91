import assert from "node:assert/strict";
import { after, afterEach, before } from "node:test";
import { Bot, until } from "../scene/bot.js";
import { Browser } from "../scene/browser.js";
import { builtBot, chromium, testWith } from "../scene/peers.js";
import { AgentsPlayground } from "./client.js";

const peers = [builtBot, chromium];
const dan = { name: "Dan Dubois", aadObjectId: "da000000-0000-4000-8000-000000000004" };
const erin = { name: "Erin Eriksen", aadObjectId: "e4140000-0000-4000-8000-000000000005" };

let bot = null;
let browser = null;
let requester = null;
let approver = null;

before(async () => {
  if (peers.some((peer) => peer.missing)) {
    return;
  }
  bot = await Bot.start({
    Bot__AppId: "00000000-0000-4000-8000-0000000000b0",
    Channel__DangerouslyAllowUnauthenticatedLoopback: "true",
    Directory__File: builtBot.directory,
  });
  browser = await Browser.start({ viewport: { width: 1400, height: 1000 } });
  approver = await AgentsPlayground.start(browser, erin, bot.url);
  requester = await AgentsPlayground.start(browser, dan, bot.url);
});
afterEach(async (t) => {
  if (t.error) {
    await requester?.picture("failed");
    await approver?.picture("failed");
    console.error(bot?.output);
  }
});
after(async () => {
  await browser?.close();
  await Promise.all([requester?.stop(), approver?.stop(), bot?.stop()]);
});

const activated = async () => (await bot.access(dan.aadObjectId)).held.filter((held) => held.source === "activation");

testWith("Two people in Microsoft 365 Agents Playground: one asks, the other approves, access is active", peers, async () => {
  await approver.says("help");
  await approver.sees("What I can do");

  await requester.says("activate Payments responder for 2h because refunds are stuck");
  await requester.sees("Waiting for approval");
  await approver.sees("Dan Dubois asks for Payments responder");
  await approver.sees("refunds are stuck");
  await approver.picture("1-approval");
  assert.deepEqual(await activated(), []);

  await approver.fills(/Your reason/, "Go ahead.");
  await approver.clicks("Approve");
  await approver.sees(/^Approved by Erin Eriksen/);
  await requester.sees(/^Active until/);
  await until("access is there", async () => (await activated()).length === 1);
  await requester.picture("2-active");
  await approver.picture("2-settled");
});

const note = "Dan Dubois, I answered you in our own chat.";

for (const [place, conversation] of [
  ["a group chat", "Group"],
  ["a channel", "Channel"],
]) {
  testWith(`Mentioned in ${place}, PimBot answers in the person's own chat, and there it says only that it did`, peers, async () => {
    await requester.opens(conversation);
    await requester.sees(`PimBot in this ${place.replace("a ", "")}`);
    await requester.seesAnew(note, () => requester.saysToBot("my roles"));
    await requester.picture(`3-${conversation}`);
    assert.doesNotMatch(await requester.reads(), /Your roles|Payments responder/);

    await requester.opens("Personal Chat");
    await requester.sees("Your roles");
  });
}

testWith("Access that is asked for in a channel is followed in the person's own chat; the channel learns nothing of it", peers, async () => {
  await requester.opens("Channel");
  const asked = "activate Virtual Machine Contributor for 1h because the experiment hangs";
  await requester.sees("PimBot in this channel");
  await requester.seesAnew(note, () => requester.saysToBot(asked));
  await requester.picture("4-channel");
  const read = (await requester.reads()).replace(asked, "");
  assert.doesNotMatch(read, /Virtual Machine|experiment|Active until/);

  await requester.opens("Personal Chat");
  await requester.sees(/^Active until/);
  await until("access is there", async () => (await activated()).length === 2);
});

testWith("A button of a card in a group answers whoever clicks, in the own chat", peers, async () => {
  await approver.opens("Group");
  await approver.sees("PimBot in this group chat");
  await approver.clicks("Approvals");
  await approver.sees("I answer you in our own chat.");
  assert.doesNotMatch(await approver.reads(), /to decide/);
  await approver.opens("Personal Chat");
  await approver.sees("Nothing to decide");
});
