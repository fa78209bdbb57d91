// A channel of our own on loopback that speaks the real protocol: issuer, token endpoint and connector in one server, and
// activities as Teams sends them. The bot is configured for it as for any channel; nothing in it is switched off.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { Bot } from "./bot.js";
import { Connector } from "./connector.js";
import { botSecret, Issuer } from "./issuer.js";
import { builtBot } from "./peers.js";
import { repository } from "./places.js";

export const appId = "00000000-0000-4000-8000-0000000000b0";
export const tenant = "7e7a7700-0000-4000-8000-000000000001";

/** People of the demo directory, with the ids that a channel gives them. */
export const people = Object.fromEntries(
  [
    ["Alice Andersen", "a11ce000-0000-4000-8000-000000000001"],
    ["Bob Berg", "b0b00000-0000-4000-8000-000000000002"],
    ["Carol Castillo", "ca401000-0000-4000-8000-000000000003"],
    ["Dan Dubois", "da000000-0000-4000-8000-000000000004"],
    ["Erin Eriksen", "e4140000-0000-4000-8000-000000000005"],
    ["Frank Fischer", "f4a00000-0000-4000-8000-000000000006"],
    ["Grace Gallo (Fabrikam)", "94ace000-0000-4000-8000-000000000007"],
    ["Ivan Ito", "1fa00000-0000-4000-8000-000000000009"],
    ["Nightly backup", "5e4f1ce0-0000-4000-8000-00000000000a"],
  ].map(([name, aadObjectId]) => {
    const short = name.split(" ")[0].toLowerCase();
    return [short, { id: `29:${short}`, name, aadObjectId, chat: `a:${short}` }];
  }),
);

export class Channel {
  #server;

  /** @param {{ channels?: string[] | null, issuer?: string }} options which channels the key is endorsed for; who issues */
  static async start({ channels, issuer } = {}) {
    const channel = new Channel();
    channel.issuer = new Issuer({ appId, channels, name: issuer });
    channel.connector = new Connector();
    channel.connector.people = Object.values(people);
    channel.#server = createServer((request, response) => channel.#handle(request, response));
    await new Promise((resolve, reject) => channel.#server.once("error", reject).listen(0, "127.0.0.1", resolve));
    channel.url = `http://127.0.0.1:${channel.#server.address().port}`;
    channel.issuer.address = channel.url;
    return channel;
  }

  get serviceUrl() {
    return `${this.url}/emea/`;
  }

  /** The bot's settings for this channel, as environment variables. Here few people send what many would. */
  get settings() {
    return {
      ...withoutRateLimits(),
      Bot__AppId: appId,
      Bot__TenantId: tenant,
      Bot__ClientSecret: botSecret,
      Channel__Issuer: this.issuer.name,
      Channel__OpenIdMetadata: this.issuer.openIdMetadata,
      Channel__TokenEndpoint: this.issuer.tokenEndpoint,
      Channel__AllowedTenants__0: tenant,
    };
  }

  /** The bot with the demo directory, as this channel's. */
  bot(settings = {}) {
    return Bot.start({ ...this.settings, Directory__File: builtBot.directory, ...settings });
  }

  /** An activity as Teams sends it from this person's own chat with the bot. */
  activity(person, changes = {}) {
    return {
      type: "message",
      id: randomUUID(),
      timestamp: new Date().toISOString(),
      channelId: "msteams",
      serviceUrl: this.serviceUrl,
      from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
      recipient: { id: `28:${appId}`, name: "PimBot" },
      conversation: { id: person.chat, conversationType: "personal", tenantId: tenant },
      channelData: { tenant: { id: tenant } },
      locale: "en-GB",
      localTimezone: "Europe/Copenhagen",
      ...changes,
    };
  }

  says(bot, person, text, changes = {}) {
    return this.delivers(bot, this.activity(person, { text, textFormat: "plain", ...changes }));
  }

  /** A click on a button of a card, as Action.Execute. */
  clicks(bot, person, action, changes = {}) {
    const value = { action: { type: "Action.Execute", ...action }, trigger: "manual" };
    return this.delivers(bot, this.activity(person, { type: "invoke", name: "adaptiveCard/action", value, ...changes }));
  }

  /**
   * Delivers one activity with a token of its own.
   * @param {object | string | Buffer} activity what is no object is sent as it is
   * @param {{ token?: string | null, headers?: Record<string, string> }} how a token of null sends none
   * @returns {Promise<{ status: number, text: string, json: any }>}
   */
  async delivers(bot, activity, { token = this.issuer.token(activity.serviceUrl ?? this.serviceUrl), headers = {} } = {}) {
    const isRaw = typeof activity === "string" || Buffer.isBuffer(activity);
    const response = await fetch(`${bot.url}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
      body: isRaw ? activity : JSON.stringify(activity),
    });
    const text = await response.text();
    return { status: response.status, text, json: jsonOf(text) };
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(request, response) {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) {
      body += chunk;
    }
    const path = new URL(request.url, this.url).pathname;
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
    const answer =
      this.issuer.answer(request.method, path, body) ??
      this.connector.answer(request.method, path, body, this.issuer.gave(token));
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(answer.body ? JSON.stringify(answer.body) : undefined);
  }
}

function withoutRateLimits() {
  const { Channel: known } = JSON.parse(readFileSync(path.join(repository, "appsettings.sample.json"), "utf8"));
  return Object.fromEntries(Object.keys(known.RateLimits ?? {}).map((limit) => [`Channel__RateLimits__${limit}`, "0"]));
}

function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
