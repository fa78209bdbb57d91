import assert from "node:assert/strict";
import { after, afterEach, before } from "node:test";
import { Bot, until } from "../scene/bot.js";
import { Browser } from "../scene/browser.js";
import { builtBot, chromium, testWith } from "../scene/peers.js";
import { PlaygroundPage } from "./page.js";

const peers = [builtBot, chromium];
const alice = "a11ce000-0000-4000-8000-000000000001";
const ask = "activate Global Administrator for 1h because mail flow is down ticket INC-1234";

let bot = null;
let browser = null;
let playground = null;

before(async () => {
  if (peers.some((peer) => peer.missing)) {
    return;
  }
  bot = await Bot.start();
  browser = await Browser.start({ viewport: { width: 1400, height: 1000 } });
  playground = await PlaygroundPage.open(browser, bot.url);
});
afterEach(async (t) => {
  if (playground && t.error) {
    await playground.picture("failed");
    console.error(bot.output);
  }
});
after(async () => {
  await browser?.close();
  await bot?.stop();
});

const activated = async () => (await bot.access(alice)).held.filter((held) => held.source === "activation");

testWith("Alice asks, verifies, Bob approves with the keyboard alone, and access ends by itself", peers, async () => {
  const [requester, approver] = [playground.person("Alice Andersen"), playground.person("Bob Berg")];
  await requester.sees("Hello Alice Andersen");
  await approver.sees("Hello Bob Berg");
  await playground.picture("1-welcome");

  await requester.says(ask);
  await requester.sees("Verify it’s you to go on");
  assert.deepEqual(await activated(), []);
  await playground.picture("2-verify");

  const verification = await playground.opens(() => requester.button("Verify it’s you").click());
  await verification.getByRole("button", { name: "Pass" }).click();
  await verification.getByRole("heading", { name: "Verified" }).waitFor();
  await verification.close();
  await requester.sees("Waiting for approval");
  await approver.sees("Alice Andersen asks for Global Administrator");
  await approver.sees("mail flow is down");
  await playground.picture("3-approval");

  await approvesWithTheKeyboard(approver);
  await approver.sees("Approved by Bob Berg");
  await requester.sees("Active until");
  await requester.sees("Confirmed by phone.");
  assert.deepEqual((await activated()).map((held) => held.role), ["Global Administrator"]);
  await playground.picture("4-active");

  await playground.forward("1 hour");
  await requester.sees(/^Ended /);
  assert.deepEqual(await activated(), []);
  await until("the target shows it gone", async () => (await bot.access(alice)).target.length === 0);
  await playground.picture("5-ended");
});

async function approvesWithTheKeyboard(approver) {
  const { keyboard } = playground.page;
  await keyboard.press("Alt+Digit2");
  await playground.walksTo(approver.field("Your reason"), "Shift+Tab");
  await keyboard.type("Confirmed by phone.");
  await playground.walksTo(approver.button("Approve"), "Tab");
  await keyboard.press("Enter");
}

for (const scheme of ["light", "dark"]) {
  for (const [device, viewport] of [["desk", { width: 1400, height: 1000 }], ["phone", { width: 390, height: 844 }]]) {
    testWith(`The page keeps nobody out and fits: ${device}, ${scheme}`, peers, async () => {
      await playground.page.emulateMedia({ colorScheme: scheme });
      await playground.page.setViewportSize(viewport);

      assert.deepEqual(await playground.barriers(), []);
      const [content, window] = await playground.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= window, `the page is ${content - window} pixels too wide`);
      await playground.picture(`6-${device}-${scheme}`);
    });
  }
}

testWith("On a phone one person is shown at a time, and the other is a tab away", peers, async () => {
  await playground.page.setViewportSize({ width: 390, height: 844 });
  const [requester, approver] = [playground.person("Alice Andersen"), playground.person("Bob Berg")];

  await playground.page.getByRole("tab", { name: "Bob" }).click();
  await approver.sees("Approved by Bob Berg");
  assert.equal(await requester.element.isVisible(), false);
  await playground.picture("7-phone-approver");
});

testWith("Nothing went wrong in the page, and nothing left this machine", peers, () => {
  assert.deepEqual(playground.page.faults, []);
  assert.deepEqual(browser.refused, []);
});
