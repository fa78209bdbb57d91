// Where PimBot and the official SDK answer differently on purpose, and why. A difference that is not listed here fails the
// test, and so does one that is listed and no longer there.

/** @typedef {{ why: string, sdk: "takes" | "refuses", names: string[] }} Difference PimBot does the opposite */

/** @type {Difference[]} */
export const tokenDifferences = [
  {
    why: "An expiry is required, and is a whole number of seconds that a date can hold (RFC 7519 leaves it out of what must be there).",
    sdk: "takes",
    names: ["no expiry", "an expiry beyond all time", "an expiry with a fraction"],
  },
  {
    why: "Only RS256: it is all that the channel signs with.",
    sdk: "takes",
    names: ["RS384, truly signed", "RS512, truly signed"],
  },
  {
    why: "A header that says where else to find a key, or what else must be understood, is refused even where it is ignored.",
    sdk: "takes",
    names: ["a key in the header", "a place of keys in the header", "a critical extension", "an unencoded payload"],
  },
  {
    why: "A token that says to be of another type was made for something else.",
    sdk: "takes",
    names: ["another type of token"],
  },
  {
    why: "A key signs only for channels that it is endorsed for; the SDK skips the check when there are no endorsements.",
    sdk: "takes",
    names: ["a key that is endorsed for nothing", "a key without endorsements"],
  },
  {
    why: "Tokens of Entra are another profile, off unless it is configured: the bot's own outbound token is one of them.",
    sdk: "takes",
    names: [
      "Entra's token of this bot, version 2",
      "Entra's token of this bot, version 1",
      "Entra's token of Bot Framework's tenant for this bot",
      "the same, version 1",
    ],
  },
  {
    why: "The scheme's case does not count in HTTP (RFC 9110, 11.1).",
    sdk: "refuses",
    names: ["bearer in small letters"],
  },
  {
    why: "The slash at the end of a service URL does not count: the channel writes it with and without.",
    sdk: "refuses",
    names: ["the service URL without its slash"],
  },
];

/** @type {Difference[]} */
export const bodyDifferences = [
  {
    why: "What every activity must have is required: without it nobody could be answered, and no copy be recognised.",
    sdk: "takes",
    names: ["no id", "no service URL", "no sender", "no sender's id", "no conversation"],
  },
  {
    why: "A member of the wrong type is no activity; the SDK checks the types of a few and passes the others on to the bot.",
    sdk: "takes",
    names: [
      "a number as text",
      "a list as text",
      "a number as id",
      "a text as sender",
      "a list as conversation",
      "a text as conversation",
      "a word as timestamp",
      "a number as timestamp",
      "an object as entities",
      "a number among the entities",
      "a text as attachments",
      "null among the attachments",
      "a text as membersAdded",
      "a text as channelData",
      "a tenant that is a text",
    ],
  },
  {
    why: "The tenants that an activity names agree and are served here; the SDK leaves that to the bot.",
    sdk: "takes",
    names: ["two tenants", "a foreign tenant"],
  },
  {
    why: "Ids go into logs, URLs and the database: they have 1,024 letters at most and no control character.",
    sdk: "takes",
    names: ["an id of 2,000 letters", "an id with a line break"],
  },
  {
    why: "JSON that two parsers could read differently is refused: keys twice, halves of letters, what is no UTF-8.",
    sdk: "takes",
    names: ["a key twice", "a sender twice", "half of a letter", "no UTF-8"],
  },
  {
    why: "The limits before parsing: 256 KiB, and 64 levels.",
    sdk: "takes",
    names: ["a hundred objects deep", "1,000 lists deep", "300 KB"],
  },
  {
    why: "What a click does follows from its verb; nothing depends on the name of the action's type.",
    sdk: "refuses",
    names: ["a click of another type"],
  },
];
