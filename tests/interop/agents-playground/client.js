// Microsoft 365 Agents Playground: a client like Teams, as a process and a page, for one person. Installed from npm for
// these tests only; its pre-release licence forbids passing it on.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { stringify } from "yaml";
import { freePort, Process } from "../scene/bot.js";
import { packages, pictures } from "../scene/places.js";

const command = path.join(packages, "@microsoft/m365agentsplayground/cli.js");
export const tenant = "7e7a7700-0000-4000-8000-000000000001";

export class AgentsPlayground {
  #process;
  #folder = mkdtempSync(path.join(os.tmpdir(), "pimbot-agents-playground-"));
  #name;

  /**
   * @param {import("../scene/browser.js").Browser} browser
   * @param {{ name: string, aadObjectId: string }} person whose client it is
   * @param {string} botUrl
   */
  static async start(browser, person, botUrl) {
    const client = new AgentsPlayground();
    const port = await freePort();
    client.#name = person.name;
    writeFileSync(path.join(client.#folder, ".m365agentsplayground.yml"), stringify(configOf(person, port)));
    const args = [command, "start", "-e", `${botUrl}/api/messages`, "-c", "msteams", "-p", `${port}`, "--disable-telemetry"];
    client.#process = new Process("node", args, { cwd: client.#folder, env: { ...process.env, BROWSER: "none" } });
    const url = `http://127.0.0.1:${port}/`;
    await client.#process.answers(url);
    client.page = await browser.open(url);
    client.page.setDefaultTimeout(20_000);
    await client.page.getByText("Personal Chat").first().waitFor();
    // The log shows the texts of all conversations.
    await client.page.getByRole("button", { name: "Hide log panel" }).click();
    return client;
  }

  get output() {
    return this.#process.output;
  }

  async says(text) {
    await this.page.getByRole("textbox").last().click();
    await this.page.keyboard.type(text);
    await this.page.getByRole("button", { name: "Send Message" }).click();
  }

  /** Goes to one of the conversations: "Personal Chat", "Group", "Channel". */
  async opens(conversation) {
    await this.page.getByText(conversation, { exact: true }).first().click();
  }

  /** Says it with a mention of the bot, chosen from the list that opens at "@". */
  async saysToBot(text) {
    await this.page.getByRole("textbox").last().click();
    await this.page.keyboard.type("@");
    await this.page.getByRole("menuitem", { name: "PimBot" }).click();
    await this.page.keyboard.type(` ${text}`);
    await this.page.getByRole("button", { name: "Send Message" }).click();
  }

  /** Waits until the page shows it. */
  async sees(text) {
    await this.page.getByText(text).last().waitFor();
  }

  /** Does it, and waits until the page shows the text once more than before. */
  async seesAnew(text, action) {
    const shown = this.page.getByText(text);
    const before = await shown.count();
    await action();
    await shown.nth(before).waitFor();
  }

  /** Everything that can be read on the page: the open conversation, and the others' names and last texts. */
  reads() {
    return this.page.locator("#root").innerText();
  }

  async clicks(title) {
    await this.page.getByRole("button", { name: title, exact: true }).last().click();
  }

  async fills(label, text) {
    await this.page.getByLabel(label).last().fill(text);
  }

  picture(name) {
    return this.page.screenshot({ path: path.join(pictures("agents-playground"), `${name}-${this.#name.split(" ")[0]}.png`) });
  }

  async stop() {
    await this.#process.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Ids of chats differ from client to client, as they do in Teams. */
function configOf({ name, aadObjectId }, port) {
  return {
    version: "0.1.1",
    tenantId: tenant,
    bot: { id: "28:pimbot", name: "PimBot" },
    currentUser: user(`29:me-${port}`, name, aadObjectId),
    users: [1, 2, 3, 4, 5].map((i) => user(`29:other-${port}-${i}`, `Other ${i}`, `00000000-0000-4000-8000-00000000000${i}`)),
    personalChat: { id: `personal-${port}` },
    groupChat: { id: `group-${port}`, name: "Group" },
    team: { id: `team-${port}`, name: "Team", aadGroupId: "00000000-0000-4000-8000-0000000000aa", channels: [{ id: `channel-${port}`, name: "Channel" }] },
  };
}

/** The spelling of userPrincipleName is the client's; an unknown key ends it without a word. */
function user(id, name, aadObjectId) {
  const [givenName, surname] = name.split(" ");
  const email = `${givenName.toLowerCase()}@contoso.example`;
  return { id, name, aadObjectId, givenName, surname, email, userPrincipleName: email };
}
