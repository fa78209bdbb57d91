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
  browser = await Browser.start({ viewport: { width: 1200, height: 1000 } });
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
