// Validation by the published schema of Adaptive Cards 1.5. Each node is checked by its own type's definition: the schema's
// unions of everything would bury one fault under hundreds.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import Ajv from "ajv";

const require = createRequire(import.meta.url);
const unions = new Set(["anyOf", "oneOf", "allOf", "if", "not"]);
/** Members whose content is not Adaptive Cards' 1.5; "choices.data" is Teams' people picker. */
const foreign = new Set(["data", "msteams", "choices.data"]);

export class PublishedSchema {
  #ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  #schema;

  constructor(folder) {
    this.#schema = JSON.parse(readFileSync(path.join(folder, "adaptive-card-1.5.0.json"), "utf8"));
    this.#schema.$id = this.#schema.id;
    delete this.#schema.id;
    this.#ajv.addMetaSchema(require("ajv/dist/refs/json-schema-draft-06.json"));
    this.#ajv.addSchema(this.#schema);
  }

  /** @returns {string[]} one line a fault */
  faults(card) {
    return [...new Set(this.#check(card, ""))];
  }

  #check(node, place) {
    if (Array.isArray(node)) {
      return node.flatMap((item, i) => this.#check(item, `${place}/${i}`));
    }
    if (!node || typeof node !== "object") {
      return [];
    }
    const own = /^[A-Z]/.test(node.type ?? "") ? this.#checkNode(node, place) : [];
    const parts = Object.keys(node).filter((key) => !foreign.has(key));
    return own.concat(parts.flatMap((key) => this.#check(node[key], `${place}/${key}`)));
  }

  #checkNode(node, place) {
    if (!this.#schema.definitions[node.type]) {
      return [`${place}: unknown type ${node.type}`];
    }
    // Version 1.5 has the style "filtered"; its published schema forgets it.
    const judged = node.type === "Input.ChoiceSet" && node.style === "filtered" ? { ...node, style: "compact" } : node;
    const validate = this.#ajv.getSchema(`${this.#schema.$id}#/definitions/${node.type}`);
    return validate(judged)
      ? []
      : validate.errors
          .filter((error) => !unions.has(error.keyword) && !isBelowTyped(node, error.instancePath))
          .filter((error) => !foreign.has(error.params.additionalProperty))
          .map((error) => `${place}${error.instancePath} ${error.message} ${error.params.additionalProperty ?? ""}`.trim());
  }
}

/** Whether the fault lies in a typed node further down, which is checked by itself. */
function isBelowTyped(node, pointer) {
  for (const step of pointer.split("/").slice(1)) {
    node = node?.[step];
    if (node && !Array.isArray(node) && node.type) {
      return true;
    }
  }
  return false;
}
