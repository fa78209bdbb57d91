import assert from "node:assert/strict";
import path from "node:path";
import { after, afterEach, before } from "node:test";
import { Bot, freePort, until } from "../scene/bot.js";
import { Browser } from "../scene/browser.js";
import { builtBot, chromium, testWith } from "../scene/peers.js";
import { Channel } from "./channel.js";
import { assertFitForAll } from "./looks.js";
import { appId, Provider, secret, tenant } from "./provider.js";

const peers = [builtBot, chromium];
const alice = { name: "Alice Andersen", aadObjectId: "a11ce000-0000-4000-8000-000000000001" };
const bob = { name: "Bob Berg", aadObjectId: "b0b00000-0000-4000-8000-000000000002" };
const ask = "activate Exchange Administrator for 1h because mailbox migration";

/** The bot, its channel and the provider, for one test. */
class Tenant {
  static async open(settings = {}) {
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    const place = new Tenant();
    place.provider = await Provider.start({ people: [alice, bob], redirectUri: `${publicUrl}/verify/callback` });
    place.channel = await Channel.start(place.provider);
    place.bot = await Bot.start(
      {
        ...place.channel.settings,
        Bot__AppId: appId,
        Bot__TenantId: tenant,
        Bot__ClientSecret: secret,
        Channel__TokenEndpoint: place.provider.tokenEndpoint,
        Directory__File: path.join(path.dirname(builtBot.dll), "contoso.json"),
        Verification__PublicUrl: publicUrl,
        Verification__Authority: place.provider.authority,
        ...settings,
      },
      port,
    );
    place.browser = await Browser.start({ viewport: { width: 1280, height: 800 } });
    return place;
  }

  /** Alice asks for a role that needs verification; the link on her card. */
  async asks() {
    assert.equal(await this.channel.says(this.bot, alice, ask), 200);
    return until("her card has a link", () => this.#newestCard()?.actions?.find((a) => a.type === "Action.OpenUrl")?.url);
  }

  /** From the question to the provider, by keyboard alone. */
  async continues(page) {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Hint: alice@contoso.example").waitFor();
  }

  async sees(text) {
    await until(`her card says “${text}”`, () => JSON.stringify(this.#newestCard()).includes(text));
  }

  async activated() {
    return (await this.bot.access(alice.aadObjectId)).held.filter((held) => held.source === "activation");
  }

  async close() {
    await this.browser?.close();
    await this.bot?.stop();
    await this.channel?.stop();
    await this.provider?.stop();
  }

  #newestCard() {
    return this.channel.cardsOf(alice).at(-1);
  }
}

let place = null;

before(async () => {
  if (!peers.some((peer) => peer.missing)) {
    place = await Tenant.open();
  }
});
afterEach((t) => {
  if (place && t.error) {
    console.error(place.provider.faults.join("\n"), place.channel.refused.join("\n"), place.bot.output);
  }
});
after(() => place?.close());

const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();

testWith("Alice declines, Bob tries, and when she signs in with a second factor her card moves on by itself", peers, async () => {
  const link = await place.asks();
  const cards = place.channel.cardsOf(alice).length;

  const page = await place.browser.open(link);
  await assertFitForAll(page, "1-question");
  await place.continues(page);
  await page.getByRole("link", { name: "Decline" }).click();
  await heading(page, "The sign-in was declined");
  await assertFitForAll(page, "2-declined");
  assert.equal(await page.getByText("declined", { exact: true }).count(), 0);

  await page.getByRole("link", { name: "Try again" }).click();
  await place.continues(page);
  await page.getByRole("link", { name: "Bob Berg with a second factor" }).click();
  await heading(page, "This is someone else’s request");
  assert.deepEqual(await place.activated(), []);

  await page.getByRole("link", { name: "Try again" }).click();
  await place.continues(page);
  await page.getByRole("link", { name: "Alice Andersen with a password" }).click();
  await page.getByText("second_factor").waitFor();
  assert.deepEqual(await place.activated(), []);

  await page.getByRole("link", { name: "Alice Andersen with a second factor" }).click();
  await heading(page, "You are verified");
  await assertFitForAll(page, "3-verified");
  await place.sees("Active until");
  assert.equal(place.channel.cardsOf(alice).length, cards);
  assert.deepEqual((await place.activated()).map((held) => held.role), ["Exchange Administrator"]);

  const callback = page.url();
  await page.goto(callback);
  await heading(page, "This sign-in doesn’t count");
  await page.goto(link);
  await heading(page, "Nothing to verify");
  assert.deepEqual(page.faults.filter((fault) => !/status of (400|403)/.test(fault)), []);
  assert.deepEqual(place.provider.faults.filter((fault) => !fault.startsWith("authorization.error")), []);
  assert.deepEqual(place.channel.refused, []);
});

testWith("With an authentication context in the settings, the sign-in that satisfies it is the proof", peers, async (t) => {
  const other = await Tenant.open({ Verification__AuthenticationContext: "c1" });
  t.after(() => other.close());
  const page = await other.browser.open(await other.asks());

  await other.continues(page);
  await page.getByRole("link", { name: "Alice Andersen with a password" }).click();
  await page.getByText("second_factor").waitFor();
  await page.getByRole("link", { name: "Alice Andersen with a second factor" }).click();

  await heading(page, "You are verified");
  await other.sees("Active until");
});
