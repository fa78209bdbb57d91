// The channel's token issuer: OpenID metadata, keys with endorsements, and tokens made of any claims, right or wrong. Beside
// it the client-credentials endpoint from which the bot gets what it sends to the channel.
import { constants, createHmac, generateKeyPairSync, randomUUID, sign } from "node:crypto";

const hour = 3600;
export const botSecret = "a-secret-of-the-tests-only";

export const seconds = () => Math.floor(Date.now() / 1000);
const encoded = (value) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

export class SigningKey {
  #pair;

  /** @param {string[]} [endorsements] the channels that it signs for; without it the key is listed without the member */
  constructor(kid, endorsements, pair = generateKeyPairSync("rsa", { modulusLength: 2048 })) {
    this.kid = kid;
    this.endorsements = endorsements;
    this.#pair = pair;
  }

  get jwk() {
    const own = { ...this.#pair.publicKey.export({ format: "jwk" }), kid: this.kid, x5t: this.kid, use: "sig" };
    return this.endorsements ? { ...own, endorsements: this.endorsements } : own;
  }

  get publicPem() {
    return this.#pair.publicKey.export({ type: "spki", format: "pem" });
  }

  /** A token in compact form, as JWS has it; `header.alg` decides how it is signed, and says the truth unless told otherwise. */
  token(header, claims, { algorithm = header.alg } = {}) {
    const input = `${encoded(header)}.${encoded(claims)}`;
    return `${input}.${this.#signature(algorithm, input)}`;
  }

  #signature(algorithm, input) {
    const privateKey = this.#pair.privateKey;
    switch (algorithm) {
      case "none":
        return "";
      case "HS256":
        return createHmac("sha256", this.publicPem).update(input).digest("base64url");
      case "PS256":
        return sign("sha256", Buffer.from(input), { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }).toString("base64url");
      case "ES256":
        return sign("sha256", Buffer.from(input), { key: privateKey, dsaEncoding: "ieee-p1363" }).toString("base64url");
      default:
        return sign(`sha${/\d+$/.exec(algorithm)?.[0] ?? 256}`, Buffer.from(input), privateKey).toString("base64url");
    }
  }
}

export class Issuer {
  #address;
  #given = new Set();

  /** The keys that the metadata lists; a test may change them. */
  keys;

  /** How often the keys were fetched. */
  keyReads = 0;

  constructor({ appId, channels = ["msteams"], name = "https://api.botframework.com" }) {
    this.appId = appId;
    this.name = name;
    this.keys = [new SigningKey("channel-1", channels)];
  }

  set address(url) {
    this.#address = url;
  }

  get openIdMetadata() {
    return `${this.#address}/issuer/.well-known/openidconfiguration`;
  }

  get tokenEndpoint() {
    return `${this.#address}/oauth2/token`;
  }

  claims(serviceUrl) {
    const now = seconds();
    return { iss: this.name, aud: this.appId, serviceurl: serviceUrl, nbf: now - 10, iat: now - 10, exp: now + hour };
  }

  /**
   * A token for one request to the bot.
   * @param {object} changes to its claims; `undefined` takes a claim out
   * @param {{ key?: SigningKey, header?: object, algorithm?: string }} how
   */
  token(serviceUrl, changes = {}, { key = this.keys[0], header = {}, algorithm } = {}) {
    const head = { typ: "JWT", alg: "RS256", kid: key.kid, x5t: key.kid, ...header };
    return key.token(head, { ...this.claims(serviceUrl), ...changes }, { algorithm });
  }

  /** Whether this endpoint gave it out for sending. */
  gave(token) {
    return this.#given.has(token);
  }

  /** @returns {{ status: number, body: object } | null} null when the path is not the issuer's */
  answer(method, path, body) {
    switch (`${method} ${path}`) {
      case "GET /issuer/.well-known/openidconfiguration":
        return { status: 200, body: this.#metadata };
      case "GET /issuer/keys":
        this.keyReads++;
        return { status: 200, body: { keys: this.keys.map((key) => key.jwk) } };
      case "POST /oauth2/token":
        return this.#give(new URLSearchParams(body));
      default:
        return null;
    }
  }

  get #metadata() {
    return {
      issuer: this.name,
      authorization_endpoint: "https://invalid.example",
      jwks_uri: `${this.#address}/issuer/keys`,
      id_token_signing_alg_values_supported: ["RS256"],
      token_endpoint_auth_methods_supported: ["private_key_jwt"],
    };
  }

  #give(form) {
    const isBot = form.get("client_id") === this.appId && form.get("client_secret") === botSecret;
    if (form.get("grant_type") !== "client_credentials" || !isBot) {
      return { status: 401, body: { error: "invalid_client" } };
    }
    const token = `outbound-${randomUUID()}`;
    this.#given.add(token);
    return { status: 200, body: { token_type: "Bearer", expires_in: hour, access_token: token } };
  }
}
