// Records what Microsoft 365 Agents Playground really sends, for ../samples: node replay/record.js FOLDER. The client talks
// to PimBot by way of a recorder. Ids and times that differ from run to run are made the same in each.
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { AgentsPlayground } from "../agents-playground/client.js";
import { Bot } from "../scene/bot.js";
import { Browser } from "../scene/browser.js";
import { people } from "../scene/channel.js";
import { builtBot } from "../scene/peers.js";

const folder = path.resolve(process.argv[2] ?? "recorded");
const recorded = [];
const ids = new Map();

const bot = await Bot.start({
  Bot__AppId: "00000000-0000-4000-8000-0000000000b0",
  Channel__DangerouslyAllowUnauthenticatedLoopback: "true",
  Directory__File: builtBot.directory,
});
const recorder = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const forward = { method: request.method, headers: { "content-type": "application/json" } };
  const answer = await fetch(bot.url + request.url, body.length ? { ...forward, body } : forward);
  if (body.length) {
    recorded.push(JSON.parse(body));
  }
  response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
});
await new Promise((resolve) => recorder.listen(0, "127.0.0.1", resolve));
const browser = await Browser.start({ viewport: { width: 1300, height: 1000 } });
const client = await AgentsPlayground.start(browser, people.dan, `http://127.0.0.1:${recorder.address().port}`);

async function mock(what) {
  await client.page.getByText("Mock an Activity").first().click();
  await client.page.getByText(what, { exact: true }).last().click();
  await pause(1000);
  await client.page.getByRole("dialog").getByRole("button", { name: "Send activity" }).click();
  await pause(700);
}

await pause(1500);
await client.says("help");
await client.clicks("My roles");
await client.says("activate Payments responder for 1h because refunds are stuck");
await client.sees("Waiting for approval");
await client.clicks("Cancel request");
await client.opens("Group");
await pause(1000);
await client.saysToBot("my roles");
await client.clicks("Approvals");
await mock("Remove user");
await mock("Remove application");
await client.opens("Channel");
await pause(1000);
await client.saysToBot("approvals");
for (const what of ["Add channel", "Rename channel", "Rename team", "Remove channel", "Uninstall application"]) {
  await mock(what);
}

mkdirSync(folder, { recursive: true });
recorded.forEach((activity, i) => {
  const kind = [activity.type, activity.name, activity.conversation?.conversationType, activity.action, activity.channelData?.eventType];
  const name = `agents-playground-${String(i + 1).padStart(2, "0")}-${kind.filter(Boolean).join("-").replace(/[^\w-]/g, "-")}.json`;
  writeFileSync(path.join(folder, name), `${steady(JSON.stringify(activity, null, 2))}\n`);
});
await browser.close();
await client.stop();
await bot.stop();
recorder.close();

function steady(json) {
  const { port } = new URL(recorded[0].serviceUrl);
  return json
    .replaceAll(port, "56150")
    .replace(/"(\w*[tT]imestamp)": "[^"]*"/g, '"$1": "2026-01-05T08:00:00.000Z"')
    .replace(/"id": "[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}"/g, (id) => {
      const known = ids.get(id) ?? `"id": "5a3e0000-0000-4000-8000-${String(ids.size + 1).padStart(12, "0")}"`;
      return isDemo(id) ? id : (ids.set(id, known), known);
    });
}

function isDemo(id) {
  return /0000-4000-8000-/.test(id);
}
