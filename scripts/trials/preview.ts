import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inProject } from "../../src/cache/project.ts";
import { editorFolder } from "../../src/front-matter/editor-api.ts";
import { type OddRequest, oddRequest } from "./preview/odd-requests.ts";
import type { Tally, Trial, TrialWish } from "./trial.ts";

/** A page from elsewhere neither ends the preview nor learns anything from it. */
export const trial: Trial = {
  what: "Odd request lines, headers and WebSocket frames from a foreign origin: ends and leaks of the preview",
  usual: 10_000,
  run: (wish) => attack(wish, startPreview),
  // The naive server ends so often that starting it again takes the most time.
  control: (wish) => attack({ ...wish, count: Math.min(wish.count, 1_000) }, startNaive),
};

/** The address of the one article, and a word of its text that no foreign page may see. */
const page = "/2024/03/05/bai/";
const secret = "khongaiduocdoc";

const content = {
  "site.yaml":
    "name: Bản tin thử\ndescription: Thử\nurl: https://thu.example\nowner: Cơ quan thử\nresponsible: Người thử\n",
  "units.yaml": "- id: khoi-thu\n  name: Đảng ủy Khối Thử\n  kind: đảng bộ khối\n",
  "bai.md": `---\ntitle: Bài\ndate: 2024-03-05\nauthor: Người Thử\nunit: khoi-thu\ndraft: true\n---\n\nChữ ${secret}.\n`,
};

/** A server under attack. */
type Target = {
  readonly port: number;
  /** What no response may hold. */
  readonly secrets: readonly string[];
  /** Returns how many times it has ended until now; a server that has is running again. */
  readonly ends: () => Promise<number>;
  readonly stop: () => void;
};

/** Attempts under way at once. */
const atOnce = 20;

async function attack(
  { count, seed }: TrialWish,
  start: (folder: string) => Promise<Target>,
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "ban-tin-"));
  for (const [name, text] of Object.entries(content)) writeFileSync(join(folder, name), text);
  const target = await start(folder);
  const failed: string[] = [];
  let answered = 0;
  let ends = 0;
  try {
    for (let from = 0; from < count; from += atOnce) {
      const to = Math.min(count, from + atOnce);
      const some = Array.from({ length: to - from }, (_, at) =>
        oddRequest(seed, from + at, { port: target.port, page }),
      );
      const replies = await Promise.all(some.map((one) => send(one, target.port)));
      replies.forEach((reply, at) => {
        if (reply !== "") answered += 1;
        const leaked = target.secrets.filter((one) => reply.includes(one));
        if (leaked.length > 0) failed.push(`leak of ${leaked.join(", ")}: ${nameOf(some[at]!)}`);
      });
      const now = await target.ends();
      if (now > ends) failed.push(`end: one of ${some.map(({ name }) => name).join("; ")}`);
      ends = now;
    }
    // What was not heard cannot have been seen to leak. Few attempts are too broken for any answer.
    if (answered < count / 2) failed.push(`only ${answered} of ${count} attempts were answered`);
  } finally {
    target.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return { tried: count, failed, figures: { answered, ends } };
}

function nameOf({ name, bytes }: OddRequest): string {
  return `${name} ${JSON.stringify(bytes.toString("latin1").slice(0, 200))}`;
}

/** A server that has said nothing for this long waits for more, and is told that that is all. */
const silenceMs = 400;
/** One that does not close its side even then has taken a WebSocket. */
const longestMs = 30_000;

/** Sends an attempt, and returns all that comes back. */
function send({ bytes }: OddRequest, port: number): Promise<string> {
  return new Promise((resolve) => {
    let reply = "";
    const socket = connect({ port, host: "127.0.0.1" });
    socket.setEncoding("latin1");
    socket.on("data", (text: string) => {
      reply += text;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(Buffer.from(reply, "latin1").toString("utf8")));
    socket.setTimeout(silenceMs, () => {
      socket.end();
      socket.setTimeout(longestMs, () => socket.destroy());
    });
    socket.write(bytes);
  });
}

/** Starts `npm start`, which starts its server again after a fault and says so. */
async function startPreview(folder: string): Promise<Target> {
  const cache = mkdtempSync(join(tmpdir(), "ban-tin-"));
  const options = ["--content", folder, "--cache", cache, "--now", "2024-06-30"];
  const child = start(["scripts/ban-tin.js", "start", ...options, "--port", "8080"]);
  const printed = follow(child);
  const port = Number(new URL(await printed.first(/Xem thử tại (\S+)/u)).port);
  await printed.first(/ (trang)\./u);
  const shown = await get(port, page);
  if (!shown.includes(secret)) throw new Error(`There is no draft to be read:\n${shown}`);
  const [, token = ""] = /khoa" content="([^"]+)/u.exec(await get(port, editorFolder)) ?? [];
  return {
    port,
    secrets: [secret, token, folder, cache, inProject("")],
    async ends() {
      // Our own page is answered, by the same server or by the next one.
      const isUp = (await get(port, page)).includes(secret);
      return printed.count(/dừng vì lỗi/gu) + (isUp ? 0 : 1);
    },
    stop() {
      child.kill();
      rmSync(cache, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Starts the naive server, and again whenever it has ended. */
async function startNaive(folder: string): Promise<Target> {
  let ends = 0;
  let child: ChildProcess;
  let isOver = true;
  const target = { port: 0 };
  async function begin() {
    child = start(["scripts/trials/preview/naive-server.ts", folder, page]);
    isOver = false;
    child.once("exit", () => {
      isOver = true;
    });
    target.port = Number(new URL(await follow(child).first(/(http\S+)/u)).port);
  }
  await begin();
  return {
    get port() {
      return target.port;
    },
    secrets: [secret, folder],
    async ends() {
      const isUp = (await get(target.port, page)).includes(secret);
      if (isOver || !isUp) {
        ends += 1;
        child.kill();
        await begin();
      }
      return ends;
    },
    stop: () => child.kill(),
  };
}

function start([script = "", ...args]: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [inProject(script), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = () => child.kill();
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));
  return child;
}

/** Follows what a program prints. */
function follow(child: ChildProcess) {
  let printed = "";
  let look = () => {};
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      look();
    });
  child.once("exit", () => look());
  return {
    /** Waits for a match and returns its first group. */
    first: (text: RegExp) =>
      new Promise<string>((resolve, reject) => {
        look = () => {
          const [, found] = text.exec(printed) ?? [];
          if (found !== undefined) resolve(found);
          else if (child.exitCode !== null) reject(new Error(`It ended:\n${printed}`));
        };
        look();
      }),
    count: (text: RegExp) => [...printed.matchAll(text)].length,
  };
}

/** Asks as the writer's own browser does; returns an empty text when nobody answers. */
function get(port: number, path: string): Promise<string> {
  return new Promise((resolve) => {
    const headers = { host: `localhost:${port}` };
    const asking = request({ host: "127.0.0.1", port, path, headers, agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => {
        text += part;
      });
      answer.on("close", () => resolve(text));
    });
    asking.on("error", () => resolve(""));
    asking.end();
  });
}
