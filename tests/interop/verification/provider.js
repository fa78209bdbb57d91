// The certified oidc-provider, set up as a tenant of Entra ID: it gives the bot its token by client credentials, and signs
// people in by authorization code with PKCE, with a second factor when the claims parameter asks for one.
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import Oidc, { interactionPolicy } from "oidc-provider";
import { freePort } from "../scene/bot.js";

export const tenant = "7e7a7700-0000-4000-8000-000000000001";
export const appId = "00000000-0000-4000-8000-0000000000b0";
export const secret = "an-interop-secret-of-no-worth";

const host = "127.0.0.1";
const base = `/${tenant}/v2.0`;
const context = "c1";

/** @typedef {{ name: string, aadObjectId: string }} Person */

export class Provider {
  #server;
  #oidc;
  #people;

  /** What went wrong inside. */
  faults = [];

  /**
   * @param {{ people: Person[], redirectUri: string }} registration who is in the tenant, and where the bot's page is
   */
  static async start({ people, redirectUri }) {
    const provider = new Provider();
    provider.#people = new Map(people.map((person) => [person.aadObjectId, person]));
    provider.url = `http://${host}:${await freePort()}`;
    provider.#oidc = new Oidc(provider.authority.replace("http:", "https:"), provider.#configuration(redirectUri));
    for (const event of ["server_error", "grant.error", "authorization.error"]) {
      provider.#oidc.on(event, (_, error) => provider.faults.push(`${event}: ${error.error_description ?? error.message}`));
    }
    provider.#server = createServer((request, response) => provider.#handle(request, response));
    await new Promise((resolve, reject) =>
      provider.#server.once("error", reject).listen(new URL(provider.url).port, host, resolve),
    );
    return provider;
  }

  get authority() {
    return this.url + base;
  }

  get tokenEndpoint() {
    return `${this.authority}/token`;
  }

  /** Whether it gave this token to the bot, to be sent to the channel. */
  async gave(token) {
    const found = token && (await this.#oidc.ClientCredentials.find(token).catch(() => undefined));
    return found?.clientId === appId && found.aud === "https://api.botframework.com";
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(request, response) {
    const url = new URL(request.url, this.url);
    const interaction = /^\/interaction\/[^/]+$/.test(url.pathname);
    if (interaction) {
      await this.#interact(request, response, url.searchParams).catch((error) => {
        this.faults.push(String(error.stack));
        response.writeHead(500).end();
      });
      return;
    }
    request.url = request.url.replace(base, "");
    await this.#oidc.callback()(request, response);
  }

  /** The pages on which people give password and second factor are one page with a link for each way to sign in. */
  async #interact(request, response, chosen) {
    const oidc = this.#oidc;
    if (chosen.has("decline")) {
      await oidc.interactionFinished(request, response, { error: "access_denied", error_description: "<b>declined</b>" });
      return;
    }
    if (chosen.has("person")) {
      const amr = chosen.has("mfa") ? ["pwd", "mfa"] : ["pwd"];
      await oidc.interactionFinished(request, response, { login: { accountId: chosen.get("person"), amr } });
      return;
    }
    const details = await oidc.interactionDetails(request, response);
    const links = [...this.#people.values()].flatMap(({ name, aadObjectId }) => [
      `<p><a href="?person=${aadObjectId}">${name} with a password</a></p>`,
      `<p><a href="?person=${aadObjectId}&mfa=1">${name} with a second factor</a></p>`,
    ]);
    response.setHeader("content-type", "text/html");
    response.end(
      `<!doctype html><title>Sign in</title><p>Hint: ${details.params.login_hint}</p>` +
        `<p>Because: ${details.prompt.reasons.join(" ")}</p>${links.join("")}<p><a href="?decline=1">Decline</a></p>`,
    );
  }

  #configuration(redirectUri) {
    const key = { ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }), kid: "interop-1" };
    return {
      jwks: { keys: [{ ...key, use: "sig", alg: "RS256" }] },
      cookies: { keys: ["interop"] },
      clients: [client(redirectUri)],
      scopes: ["openid", "profile"],
      claims: { openid: ["sub", "oid", "tid"], profile: ["name"], amr: null, acrs: ["acrs"], auth_time: null },
      conformIdTokenClaims: false,
      interactions: { policy: asksForSecondFactor(), url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, id, token) => this.#account(id, token),
      loadExistingGrant: (ctx) => granted(ctx),
      features: {
        devInteractions: { enabled: false },
        clientCredentials: { enabled: true },
        claimsParameter: { enabled: true },
        resourceIndicators: channelTokens,
      },
      ttl: { AccessToken: 3600, ClientCredentials: 3600, Grant: 3600, IdToken: 3600, Interaction: 600, Session: 3600 },
    };
  }

  #account(id, token) {
    const person = this.#people.get(id);
    return (
      person && {
        accountId: id,
        claims: async () => ({
          sub: `pairwise-${id}`,
          oid: id,
          tid: tenant,
          name: person.name,
          acrs: token?.amr?.includes("mfa") ? [context] : undefined,
        }),
      }
    );
  }
}

function client(redirectUri) {
  return {
    client_id: appId,
    client_secret: secret,
    redirect_uris: [redirectUri],
    grant_types: ["authorization_code", "client_credentials"],
    response_types: ["code"],
    token_endpoint_auth_method: "client_secret_post",
  };
}

/** As conditional access does: whoever is asked for a second factor does not get past the sign-in without it. */
function asksForSecondFactor() {
  const { base: ofTheProvider, Check } = interactionPolicy;
  const policy = ofTheProvider();
  policy.get("login").checks.add(
    new Check("second_factor", "the claims parameter asks for it", "interaction_required", (ctx) => {
      const asked = ctx.oidc.claims?.id_token ?? {};
      const isAsked = asked.acrs?.value === context || asked.amr?.values?.includes("mfa");
      const gave = ctx.oidc.result?.login?.amr ?? ctx.oidc.session?.amr ?? [];
      return isAsked && !gave.includes("mfa");
    }),
  );
  return policy;
}

/** Nobody is asked for consent: an administrator gave it for the tenant. */
async function granted(ctx) {
  const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
  grant.addOIDCScope("openid profile");
  grant.addOIDCClaims(["acrs", "amr", "auth_time"]);
  await grant.save();
  return grant;
}

const channelTokens = {
  enabled: true,
  defaultResource: (ctx) => ctx.oidc.params?.scope?.match(/^(\S+)\/\.default$/)?.[1],
  useGrantedResource: () => true,
  getResourceServerInfo: (_, resource) => ({ scope: `${resource}/.default`, audience: resource, accessTokenTTL: 3600, accessTokenFormat: "opaque" }),
};
