// Validation of what is sent by the published types of activities and of the connector's routes (microsoft/Agents, compiled
// to OpenAPI). These types require nothing and allow everything besides; what we send is held to more: only members that
// they know, and those without which a client could show nothing.
import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";

const needed = {
  Activity: ["type", "channelId", "serviceUrl", "from", "conversation"],
  ConversationAccount: ["id"],
  ChannelAccount: ["id"],
  Attachment: ["contentType", "content"],
};

export class PublishedTypes {
  #ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  #paths;

  constructor(folder) {
    const connector = parse(readFileSync(path.join(folder, "connector.openapi.yaml"), "utf8"));
    const protocol = parse(readFileSync(path.join(folder, "activity-protocol.openapi.yaml"), "utf8"));
    this.#paths = Object.entries(connector.paths).map(([route, operations]) => ({
      pattern: new RegExp(`^${route.replace(/\{\w+\}/g, "[^/]+")}$`),
      methods: Object.keys(operations),
    }));
    this.#ajv.addSchema({ $id: "connector", ...strict(connector, "ActivityProtocol.") });
    this.#ajv.addSchema({ $id: "protocol", ...strict(protocol, "") });
  }

  /** Whether the connector has this route; the path is the one below the service URL. */
  hasRoute(method, path) {
    return this.#paths.some(({ pattern, methods }) => pattern.test(path) && methods.includes(method.toLowerCase()));
  }

  /** @returns {string[]} one line a fault */
  activity(activity) {
    return this.#faults("connector#/components/schemas/ActivityProtocol.Activity", activity);
  }

  /** What opens a conversation. */
  conversation(parameters) {
    return this.#faults("connector#/components/schemas/ActivityProtocol.ConversationParameters", parameters);
  }

  /** The body of the answer to a click. The value of a message is a text, where the types have an object for all. */
  cardAnswer(answer) {
    const isMessage = answer?.type === "application/vnd.microsoft.activity.message" && typeof answer.value === "string";
    return this.#faults("protocol#/components/schemas/AdaptiveCardInvokeResponse", isMessage ? { ...answer, value: {} } : answer);
  }

  #faults(type, value) {
    const validate = this.#ajv.getSchema(type);
    return validate(value)
      ? []
      : validate.errors.map((error) => `${error.instancePath} ${error.message} ${error.params.additionalProperty ?? ""}`.trim());
  }
}

function strict(document, prefix) {
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    const short = name.replace(prefix, "");
    if (schema.properties) {
      schema.additionalProperties = false;
      schema.required = needed[short];
    }
  }
  return JSON.parse(JSON.stringify(document));
}
