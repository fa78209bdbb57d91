// The channel's connector: what the bot sends, kept as the chats that people see. A request that is not allowed is refused
// as Teams does it, and remembered as a violation.
import { randomUUID } from "node:crypto";

const route = /^(?:\/[\w-]+)?\/v3\/conversations(?:\/(?<conversation>[^/]+)\/(?<part>activities|members|pagedmembers)(?:\/(?<id>[^/]+))?)?$/;
const largestMessage = 100 * 1024;

export class Connector {
  #chats = new Map();

  /** Every request that was taken, in order: `{ method, conversation, activity, id }`. */
  sent = [];

  /** The method and route of every request, below the service URL. */
  requests = [];

  /** What the bot must never do: requests without its token, unknown routes, nulls in the JSON, too large a message. */
  violations = [];

  /** Who is in a conversation, for the members' routes. */
  people = [];

  /** The messages of a conversation as they look now. */
  chat(conversation) {
    return [...(this.#chats.get(conversation) ?? new Map()).values()];
  }

  /** Every conversation that the bot sent to. */
  get conversations() {
    return [...this.#chats.keys()];
  }

  /** @returns {{ status: number, body?: object }} */
  answer(method, path, body, isAuthorized) {
    const found = route.exec(path)?.groups;
    this.requests.push([method, path.replace(/^\/[\w-]+(?=\/v3\/)/, "")]);
    if (!isAuthorized) {
      return this.#refuse(401, `${method} ${path} without the bot's token`);
    }
    if (!found) {
      return this.#refuse(404, `${method} ${path} is no route of the connector`);
    }
    const place = { conversation: decode(found.conversation), part: found.part, id: decode(found.id) };
    return method === "GET" ? this.#read(place) : this.#write(method, place, body);
  }

  #read({ part, id }) {
    const members = this.people.map(({ id, name, aadObjectId }) => ({ id, name, aadObjectId, objectId: aadObjectId }));
    if (part === "pagedmembers") {
      return { status: 200, body: { members } };
    }
    const member = members.find((m) => m.id === id || m.aadObjectId === id);
    return id ? (member ? { status: 200, body: member } : error(404, "MemberNotFoundInConversation")) : { status: 200, body: members };
  }

  #write(method, { conversation, part, id }, body) {
    if (method === "DELETE") {
      this.sent.push({ method, conversation, id });
      return this.#chats.get(conversation)?.delete(id) ? { status: 200 } : error(404, "ActivityNotFoundInConversation");
    }
    const json = parsed(body);
    const fault = json === undefined ? "the body is no JSON" : hasNull(json) ? "a member is null" : null;
    if (fault || Buffer.byteLength(body, "utf16le") > largestMessage) {
      return this.#refuse(fault ? 400 : 413, `${method} ${conversation ?? "conversations"}: ${fault ?? "too large"}`);
    }
    return part ? this.#keep(method, conversation, id, json) : this.#open(json);
  }

  #open(parameters) {
    if (parameters.isGroup || parameters.members?.length !== 1) {
      return error(400, "BadSyntax");
    }
    const conversation = `a:opened-${parameters.members[0].id}`;
    this.#chats.set(conversation, this.#chats.get(conversation) ?? new Map());
    this.sent.push({ method: "OPEN", conversation, parameters });
    const first = parameters.activity ? this.#keep("POST", conversation, null, parameters.activity).body.id : undefined;
    return { status: 201, body: { id: conversation, ...(first ? { activityId: first } : {}) } };
  }

  #keep(method, conversation, id, activity) {
    const chat = this.#chats.get(conversation) ?? new Map();
    this.#chats.set(conversation, chat);
    if (method === "PUT" && !chat.has(id)) {
      return error(404, "ActivityNotFoundInConversation");
    }
    const key = method === "PUT" ? id : randomUUID();
    chat.set(key, { ...activity, id: key });
    this.sent.push({ method, conversation, activity, id: key });
    return { status: method === "PUT" ? 200 : 201, body: { id: key } };
  }

  #refuse(status, what) {
    this.violations.push(what);
    return error(status, "BadRequest");
  }
}

const error = (status, code) => ({ status, body: { error: { code, message: code } } });
const decode = (segment) => (segment === undefined ? undefined : decodeURIComponent(segment));

function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Teams answers 400 to some members that are null. Inside a card's content null is the card's own business. */
function hasNull(value) {
  return value === null || (typeof value === "object" && Object.entries(value).some(([key, v]) => key !== "content" && hasNull(v)));
}
