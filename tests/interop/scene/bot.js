// The bot as a process of its own, with a folder of its own that is gone afterwards.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { builtBot } from "./peers.js";

const patience = 60_000;
const keptLines = 200;

/** A port that nobody listens on at this moment. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Asks again and again, at short intervals, until the answer is truthy; fails with what was waited for. */
export async function until(what, question, within = patience) {
  const end = performance.now() + within;
  for (;;) {
    const answer = await question();
    if (answer) {
      return answer;
    }
    if (performance.now() > end) {
      throw new Error(`Waited ${within / 1000} s in vain until ${what}.`);
    }
    await pause(100);
  }
}

/** A process whose output is kept for the report of a failure, and which is stopped with its children. */
export class Process {
  #child;
  #lines = [];
  #ended;

  constructor(command, args, options) {
    this.#child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"], detached: true });
    this.#ended = new Promise((resolve) => this.#child.once("exit", resolve));
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        this.#lines = this.#lines.concat(text.split("\n").filter(Boolean)).slice(-keptLines);
      });
    }
  }

  get output() {
    return this.#lines.join("\n");
  }

  get hasEnded() {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Waits until it answers there with any of these statuses. */
  async answers(url, statuses = [200]) {
    const answered = async () => {
      if (this.hasEnded) {
        throw new Error(`It ended with ${this.#child.exitCode} instead of answering at ${url}.`);
      }
      return fetch(url).then(
        (response) => statuses.includes(response.status),
        () => false,
      );
    };
    await until(`${url} answered`, answered).catch((error) => {
      throw new Error(`${error.message}\n${this.output}`);
    });
  }

  async stop() {
    if (!this.hasEnded) {
      process.kill(-this.#child.pid, "SIGTERM");
      const forced = setTimeout(() => process.kill(-this.#child.pid, "SIGKILL"), 10_000);
      await this.#ended;
      clearTimeout(forced);
    }
  }
}

export class Bot {
  #process;
  #folder = mkdtempSync(path.join(os.tmpdir(), "pimbot-bot-"));

  /**
   * @param {Record<string, string>} settings configuration besides the address and the database
   * @param {number} [port] where it listens; without it anywhere
   */
  static async start(settings = {}, port = undefined) {
    const bot = new Bot();
    bot.url = `http://127.0.0.1:${port ?? (await freePort())}`;
    const args = [builtBot.dll, "--urls", bot.url, "--contentRoot", path.dirname(builtBot.dll)];
    bot.#process = new Process("dotnet", args, {
      cwd: bot.#folder,
      env: {
        ...process.env,
        ASPNETCORE_ENVIRONMENT: "Development",
        ConnectionStrings__PimBot: `Data Source=${path.join(bot.#folder, "pimbot.db")}`,
        ...settings,
      },
    });
    await bot.#process.answers(`${bot.url}/health/ready`);
    return bot;
  }

  get output() {
    return this.#process.output;
  }

  /** What a person holds now, as the bot and its target say. */
  async access(person) {
    const response = await fetch(`${this.url}/api/access?person=${encodeURIComponent(person)}`);
    return response.json();
  }

  async stop() {
    await this.#process.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
