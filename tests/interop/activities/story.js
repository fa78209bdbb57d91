// One day with PimBot: everything that people do in chat, so that everything that PimBot sends is sent once.
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { until } from "../scene/bot.js";
import { people } from "../scene/channel.js";
import { cardsOf, click, parts } from "../scene/cards.js";

const hostile = "**bold** [link](https://evil.example) <at>Everyone</at> {{DATE(2026-01-01T00:00:00Z, SHORT)}} \u202e<b>";

export class Day {
  #channel;
  #bot;

  /** What clicks were answered with: `{ name, answer }`. */
  answers = [];

  /** What came back in HTTP answers instead of through the connector. */
  replies = [];

  constructor(channel, bot) {
    this.#channel = channel;
    this.#bot = bot;
  }

  get sent() {
    return this.#channel.connector.sent;
  }

  async arrive(...who) {
    for (const person of who) {
      await this.#delivers(person, { type: "installationUpdate", action: "add" });
      await this.#settle();
    }
  }

  /** Says it and waits for what comes back to that person; returns the texts that can be read in it. */
  async say(person, text, changes = {}) {
    const before = this.sent.length;
    await this.#delivers(person, { text, textFormat: "plain", ...changes });
    const chat = changes.conversation?.id ?? person.chat;
    await until(`“${text}” was answered`, () => this.sent.slice(before).some((one) => one.conversation === chat), 15_000);
    await this.#settle();
    return this.sent.slice(before).flatMap((one) => (one.conversation === chat ? readable(one.activity) : []));
  }

  /** The newest button of this title in that person's chat, with the message that it belongs to, as soon as it is there. */
  async button(person, title, inputs = {}) {
    const isButton = (part) => part.type === "Action.Execute" && part.title === title;
    const find = () => this.#channel.connector.chat(person.chat).findLast((one) => parts(cardsOf(one), isButton).length);
    const message = await until(`${person.name} has a button ${title}`, find, 15_000);
    return { ...click(cardsOf(message), title, inputs), replyToId: message.id };
  }

  async clicks(person, title, inputs = {}) {
    return this.clicksRaw(`${person.name} clicks ${title}`, person, await this.button(person, title, inputs));
  }

  async clicksRaw(name, person, { replyToId, ...action }) {
    const response = await this.#channel.clicks(this.#bot, person, action, { replyToId });
    this.answers.push({ name, answer: response.json });
    await this.#settle();
    return response.json;
  }

  async expects(person, text) {
    const response = await this.#delivers(person, { text, deliveryMode: "expectReplies" });
    this.replies.push(...response.json.activities);
  }

  async #delivers(person, changes) {
    const response = await this.#channel.delivers(this.#bot, this.#channel.activity(person, { id: randomUUID(), ...changes }));
    if (response.status !== 200) {
      throw new Error(`${JSON.stringify(changes)} was answered with ${response.status}`);
    }
    return response;
  }

  /** Until nothing more was sent for a moment. */
  async #settle() {
    for (let seen = -1; seen !== this.sent.length; ) {
      seen = this.sent.length;
      await pause(120);
    }
  }
}

/** @param {string[]} commands what the Teams app offers to say */
export async function play(day, commands) {
  const { alice, dan, erin, frank, grace, ivan, nightly } = people;
  await day.arrive(dan, erin, frank);
  const notUnderstood = [];
  for (const command of commands) {
    const read = await day.say(dan, command);
    notUnderstood.push(...(read.join().includes("did not understand") ? [command] : []));
  }
  await day.say(dan, "cancel");
  await refused(day, dan, erin);
  await approved(day, dan, erin, frank);
  await day.say(dan, "activate helpdesk for 1h");
  await day.clicks(dan, "Cancel");
  await day.say(dan, `activate VM contributor for 1h because ${hostile}`);
  await day.say(dan, `nonsense ${hostile}`);
  await day.say(dan, `activate VM contributor because ${"long ".repeat(300)}`);
  await day.say(alice, "activate exchange for 1h because mailbox migration");
  await day.clicks(alice, "Cancel request");
  for (const stranger of [ivan, nightly, grace, { ...grace, aadObjectId: randomUUID(), chat: "a:nobody" }, { ...grace, aadObjectId: undefined, chat: "a:who" }]) {
    await day.say(stranger, "my roles");
  }
  await day.clicksRaw("a click on nothing", dan, { verb: "nothing", data: {} });
  await day.clicksRaw("a click without data", dan, {});
  await day.clicksRaw("a click with a foreign id", dan, { verb: "approval.approve", data: { request: randomUUID().replaceAll("-", "") } });
  await day.expects(erin, "status");
  return notUnderstood;
}

async function approved(day, dan, erin, frank) {
  await day.say(dan, "activate Payments responder");
  await day.say(dan, "for a year");
  await day.say(dan, "2h");
  await day.say(dan, "refunds are stuck");
  await day.say(erin, "approvals");
  const late = await day.button(frank, "Deny", { reason: "Too late." });
  await day.clicks(erin, "Approve", { reason: "" });
  await day.clicks(erin, "Approve", { reason: "Go ahead." });
  await day.clicksRaw("a click that comes too late", frank, late);
  await day.say(frank, "approvals");
  await day.say(dan, "status");
  await day.say(dan, "extend Payments responder for 3h because more to do");
  await day.clicks(frank, "Approve", { reason: "Fine." });
  await day.say(dan, "my roles");
  await day.say(dan, "end Payments responder");
  await day.say(dan, "my requests");
}

async function refused(day, dan, erin) {
  await day.say(dan, "activate Payments responder for 1h because again");
  await day.clicks(erin, "Deny", { reason: "Not today." });
  await day.say(dan, "activate Payments responder for 1h because once more");
  await day.clicks(dan, "Cancel request");
}

function readable(activity) {
  return [activity?.text, ...parts(cardsOf(activity), (part) => typeof part.text === "string").map((part) => part.text)].filter(Boolean);
}
