// The smallest channel that a bot can be configured for: an issuer with an endorsed key, and a connector that takes a
// message only with a token that the provider gave, and keeps it.
import { generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer } from "node:http";
import { appId, tenant } from "./provider.js";

const keyId = "channel-1";
const issuer = "https://issuer.pimbot.test";
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

export class Channel {
  #server;
  #provider;

  /** Messages by id, as they stand now. */
  messages = new Map();

  /** What was refused, and why. */
  refused = [];

  /** @param {import("./provider.js").Provider} provider who gives the bot its tokens */
  static async start(provider) {
    const channel = new Channel();
    channel.#provider = provider;
    channel.#server = createServer((request, response) => channel.#handle(request, response));
    await new Promise((resolve, reject) => channel.#server.once("error", reject).listen(0, "127.0.0.1", resolve));
    channel.url = `http://127.0.0.1:${channel.#server.address().port}`;
    return channel;
  }

  /** The bot's settings for this channel, as environment variables. */
  get settings() {
    return {
      Channel__Issuer: issuer,
      Channel__OpenIdMetadata: `${this.url}/.well-known/openidconfiguration`,
      Channel__AllowedTenants__0: tenant,
    };
  }

  /** A person writes to the bot. */
  async says(bot, person, text) {
    const activity = {
      type: "message",
      id: randomUUID(),
      timestamp: new Date().toISOString(),
      channelId: "msteams",
      serviceUrl: `${this.url}/`,
      from: { id: `29:${person.aadObjectId}`, name: person.name, aadObjectId: person.aadObjectId },
      recipient: { id: `28:${appId}`, name: "PimBot" },
      conversation: { id: `a:${person.aadObjectId}`, conversationType: "personal", tenantId: tenant },
      channelData: { tenant: { id: tenant } },
      localTimezone: "Europe/Copenhagen",
      text,
    };
    const response = await fetch(`${bot.url}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${this.#token()}` },
      body: JSON.stringify(activity),
    });
    return response.status;
  }

  /** The cards of a person's chat, as text, oldest first. */
  cardsOf(person) {
    return [...this.messages.values()]
      .filter((message) => message.conversation === `a:${person.aadObjectId}`)
      .map((message) => message.card);
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #token() {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: appId, serviceurl: `${this.url}/`, nbf: now, exp: now + 3600 };
    const content = [{ alg: "RS256", typ: "JWT", kid: keyId }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".");
    return `${content}.${sign("RSA-SHA256", Buffer.from(content), privateKey).toString("base64url")}`;
  }

  async #handle(request, response) {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) {
      body += chunk;
    }
    const { pathname } = new URL(request.url, this.url);
    const answer = this.#published(pathname) ?? (await this.#connector(request, pathname, body));
    response.writeHead(answer ? 200 : 401, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? {}));
  }

  #published(path) {
    switch (path) {
      case "/.well-known/openidconfiguration":
        return { issuer, jwks_uri: `${this.url}/keys`, id_token_signing_alg_values_supported: ["RS256"] };
      case "/keys":
        return { keys: [{ ...publicKey.export({ format: "jwk" }), kid: keyId, use: "sig", endorsements: ["msteams"] }] };
      default:
        return undefined;
    }
  }

  async #connector(request, path, body) {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
    const [, conversation, id] = /^\/v3\/conversations(?:\/([^/]+)\/activities(?:\/([^/]+))?)?$/.exec(path) ?? [];
    if (!path.startsWith("/v3/conversations") || !(await this.#provider.gave(token))) {
      this.refused.push(`${request.method} ${path}`);
      return undefined;
    }
    if (!conversation) {
      return { id: `a:${JSON.parse(body).members[0].id}` };
    }
    const card = JSON.parse(body).attachments?.[0]?.content;
    const message = request.method === "PUT" ? id : randomUUID();
    this.messages.set(message, { conversation: decodeURIComponent(conversation), card });
    return { id: message };
  }
}
