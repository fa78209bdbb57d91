// A bot made with the official SDK, behind HTTP like ours: a process, since it writes every refusal to the console. Its
// trust comes from the environment and is the same as ours; Entra's tokens it takes besides, as it does by default.
import { createServer } from "node:http";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { ActivityHandler, CloudAdapter, StatusCodes } = require("botbuilder");
const { AuthenticationConfiguration, BotFrameworkAuthenticationFactory, PasswordServiceClientCredentialFactory } = require("botframework-connector");

const { PORT, APP_ID, SECRET, TENANT, ISSUER, METADATA, ENTRA_METADATA } = process.env;

class SilentBot extends ActivityHandler {
  async onAdaptiveCardInvoke() {
    return { statusCode: StatusCodes.OK, type: "application/vnd.microsoft.activity.message", value: "Done." };
  }
}

const adapter = new CloudAdapter(
  BotFrameworkAuthenticationFactory.create(
    "",
    true,
    `https://login.microsoftonline.com/${TENANT}`,
    "https://api.botframework.com",
    ISSUER,
    "https://token.botframework.com",
    METADATA,
    ENTRA_METADATA,
    "urn:botframework:azure",
    new PasswordServiceClientCredentialFactory(APP_ID, SECRET, TENANT),
    new AuthenticationConfiguration(),
  ),
);
adapter.onTurnError = async (_, error) => {
  throw error;
};
const logic = new SilentBot();

createServer(async (request, response) => {
  try {
    request.body = await json(request);
    await adapter.process(request, answerOf(response), (context) => logic.run(context));
  } catch (error) {
    response.statusCode = error instanceof SyntaxError ? 400 : 500;
    response.end();
  }
}).listen(Number(PORT), "127.0.0.1");

/** The SDK leaves the reading of the body to the web framework. */
async function json(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

/** The response as the SDK knows it from Express and Restify. */
function answerOf(response) {
  const answer = {
    status(code) {
      response.statusCode = code;
      return answer;
    },
    header(name, value) {
      response.setHeader(name, value);
      return answer;
    },
    send(body) {
      response.write(typeof body === "string" ? body : JSON.stringify(body));
      return answer;
    },
    end: () => response.end(),
  };
  return answer;
}
