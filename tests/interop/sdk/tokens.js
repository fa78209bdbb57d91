// Ways to present a token, right and wrong. Each has a name, and gives the header `Authorization` or null.
import { generateKeyPairSync } from "node:crypto";
import { tenant } from "../scene/channel.js";
import { seconds, SigningKey } from "../scene/issuer.js";

const foreignApp = "99999999-0000-4000-8000-000000000099";
const foreignTenant = "d6d49420-f39b-4df7-a1dc-d59a935871db";
const encoded = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The channel's keys besides the good one; listed from the start, so that nobody has to fetch them anew. */
export const keys = {
  webchat: new SigningKey("webchat-1", ["webchat"]),
  nobody: new SigningKey("nobody-1", []),
  silent: new SigningKey("silent-1"),
  elliptic: new SigningKey("elliptic-1", ["msteams"], generateKeyPairSync("ec", { namedCurve: "P-256" })),
  rogue: new SigningKey("rogue-1", ["msteams"]),
};
const listed = [keys.webchat, keys.nobody, keys.silent, keys.elliptic];

/**
 * @param {import("../scene/channel.js").Channel} channel
 * @param {import("../scene/channel.js").Channel} entra
 * @returns {{ name: string, header: string | null }[]}
 */
export function tokenVariants(channel, entra) {
  const { issuer, serviceUrl } = channel;
  issuer.keys = [issuer.keys[0], ...listed];
  const good = issuer.keys[0];
  const token = (changes, how) => issuer.token(serviceUrl, changes, how);
  const asGood = (header) => token({}, { header });
  const now = seconds();
  const [head, body, signature] = token().split(".");
  const entraToken = (claims) => entra.issuer.token(undefined, { serviceurl: undefined, tid: tenant, ...claims });
  const v2 = (id) => `https://login.microsoftonline.com/${id}/v2.0`;
  const v1 = (id) => `https://sts.windows.net/${id}/`;

  const headers = {
    "no header": null,
    "an empty header": "",
    "Bearer and nothing": "Bearer",
    "Bearer and a space": "Bearer ",
    "another scheme": `Basic ${token()}`,
    "no scheme": token(),
    "bearer in small letters": `bearer ${token()}`,
    "two spaces after Bearer": `Bearer  ${token()}`,
    "two tokens": `Bearer ${token()}, Bearer ${token()}`,
    "something after the token": `Bearer ${token()} x`,
  };
  const tokens = {
    "a good token": token(),
    "no token but a word": "abc",
    "two parts": `${head}.${body}`,
    "four parts": `${head}.${body}.${signature}.x`,
    "an empty signature": `${head}.${body}.`,
    "a header that is no JSON": `${Buffer.from("{").toString("base64url")}.${body}.${signature}`,
    "a body that is no JSON": `${head}.${Buffer.from("claims").toString("base64url")}.${signature}`,
    "a body that is a list": good.token({ typ: "JWT", alg: "RS256", kid: good.kid }, []),
    "a changed body": `${head}.${encoded({ ...issuer.claims(serviceUrl), more: 1 })}.${signature}`,
    "a signature with one bit changed": `${head}.${body}.${flipped(signature)}`,
    "20 KB of token": token({ more: "x".repeat(20_000) }),

    "algorithm none without a signature": asGood({ alg: "none" }),
    "algorithm none with the signature": `${encoded({ typ: "JWT", alg: "none", kid: good.kid })}.${body}.${signature}`,
    "HS256 with the public key as secret": asGood({ alg: "HS256" }),
    "RS384, truly signed": asGood({ alg: "RS384" }),
    "RS512, truly signed": asGood({ alg: "RS512" }),
    "PS256, truly signed": asGood({ alg: "PS256" }),
    "ES256 by a listed key": token({}, { key: keys.elliptic, header: { alg: "ES256" } }),
    "rs256 in small letters": token({}, { header: { alg: "rs256" }, algorithm: "RS256" }),
    "no algorithm": token({}, { header: { alg: undefined }, algorithm: "RS256" }),

    "a key that is not listed": token({}, { key: keys.rogue }),
    "the name of a listed key, signed by another": token({}, { key: keys.rogue, header: { kid: good.kid, x5t: good.kid } }),
    "no key's name": asGood({ kid: undefined }),
    "an empty key's name": asGood({ kid: "" }),
    "a number as the key's name": asGood({ kid: 1 }),
    "a URL as the key's name": asGood({ kid: "https://evil.example/key" }),
    "a key in the header": asGood({ jwk: good.jwk }),
    "a place of keys in the header": asGood({ jku: "https://evil.example/keys" }),
    "a critical extension": asGood({ crit: ["exp"] }),
    "an unencoded payload": asGood({ b64: false, crit: ["b64"] }),
    "another type of token": asGood({ typ: "at+jwt" }),
    "no type of token": asGood({ typ: undefined }),
    "a key that is endorsed for another channel": token({}, { key: keys.webchat }),
    "a key that is endorsed for nothing": token({}, { key: keys.nobody }),
    "a key without endorsements": token({}, { key: keys.silent }),

    "another issuer": token({ iss: "https://evil.example" }),
    "the issuer with a slash": token({ iss: `${issuer.name}/` }),
    "the issuer in capitals": token({ iss: issuer.name.toUpperCase() }),
    "the issuer by http": token({ iss: issuer.name.replace("https", "http") }),
    "another cloud's issuer": token({ iss: "https://api.botframework.us" }),
    "no issuer": token({ iss: undefined }),
    "a list of issuers": token({ iss: [issuer.name] }),

    "another audience": token({ aud: foreignApp }),
    "a list with the audience alone": token({ aud: [issuer.appId] }),
    "a list with the audience and another": token({ aud: [issuer.appId, foreignApp] }),
    "the audience in capitals": token({ aud: issuer.appId.toUpperCase() }),
    "the audience as a URL": token({ aud: `api://${issuer.appId}` }),
    "no audience": token({ aud: undefined }),
    "an empty audience": token({ aud: "" }),

    "expired 4 minutes ago": token({ exp: now - 240 }),
    "expired 6 minutes ago": token({ exp: now - 360 }),
    "expired an hour ago": token({ nbf: now - 7200, exp: now - 3600 }),
    "no expiry": token({ exp: undefined }),
    "a text as expiry": token({ exp: `${now + 3600}` }),
    "an expiry beyond all time": token({ exp: 1e300 }),
    "an expiry with a fraction": token({ exp: now + 3600.5 }),
    "a negative expiry": token({ exp: -1 }),
    "valid in 4 minutes": token({ nbf: now + 240 }),
    "valid in 10 minutes": token({ nbf: now + 600 }),
    "a text as beginning": token({ nbf: `${now}` }),
    "no beginning": token({ nbf: undefined }),
    "issued in an hour": token({ iat: now + 3600 }),

    "no service URL": token({ serviceurl: undefined }),
    "an empty service URL": token({ serviceurl: "" }),
    "a number as service URL": token({ serviceurl: 1 }),
    "another path of the service": token({ serviceurl: serviceUrl.replace("emea", "amer") }),
    "another port of the service": token({ serviceurl: "http://127.0.0.1:1/emea/" }),
    "another service": token({ serviceurl: "https://evil.example/emea/" }),
    "the service URL without its slash": token({ serviceurl: serviceUrl.slice(0, -1) }),

    "Entra's token of this bot, version 2": entraToken({ iss: v2(tenant), ver: "2.0", azp: issuer.appId }),
    "Entra's token of this bot, version 1": entraToken({ iss: v1(tenant), ver: "1.0", appid: issuer.appId }),
    "Entra's token of Bot Framework's tenant for this bot": entraToken({ iss: v2(foreignTenant), ver: "2.0", azp: issuer.appId }),
    "the same, version 1": entraToken({ iss: v1(foreignTenant), ver: "1.0", appid: issuer.appId }),
    "Entra's token of another bot": entraToken({ iss: v2(foreignTenant), ver: "2.0", azp: foreignApp }),
    "the bot's own outbound token": entraToken({ iss: v1(foreignTenant), ver: "1.0", appid: issuer.appId, aud: "https://api.botframework.com" }),
    "an Entra token by the channel's key": token({ iss: v2(foreignTenant), ver: "2.0", azp: issuer.appId, serviceurl: undefined }),
  };
  const bearers = Object.entries(tokens).map(([name, value]) => ({ name, header: `Bearer ${value}` }));
  return Object.entries(headers).map(([name, header]) => ({ name, header })).concat(bearers);
}

function flipped(signature) {
  const bytes = Buffer.from(signature, "base64url");
  bytes[10] ^= 1;
  return bytes.toString("base64url");
}
