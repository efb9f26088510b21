import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openCopy } from "../../../scripts/gathering/copies.ts";
import { download } from "../../../scripts/gathering/download.ts";
import { type Fetched, fetchLimits, fetchSites } from "../../../scripts/gathering/fetch-sites.ts";
import { isPrivate } from "../../../scripts/gathering/host-address.ts";
import type { PortalSite } from "../../../src/portal/portal-file.ts";
import { temporaryFolder, writeFiles } from "../../content.ts";
import { run } from "../../running.ts";
import { siteNamed, type Texts, textsOf } from "../../values/portal/site-copy.ts";

/** A portal fetches the open data of a site from a host, which may be slow, wrong or hostile. */

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let base: string;
let texts: Texts;
/** What answers in place of the files. */
let answer: Answer | undefined;
const asked: { readonly url: string; readonly status: number }[] = [];

const serveFiles: Answer = (request, response) => {
  const name = request.url!.replace(/^\/du-lieu\//u, "");
  const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
  const etag = `"${text?.length}"`;
  const status = text === undefined ? 404 : request.headers["if-none-match"] === etag ? 304 : 200;
  asked.push({ url: request.url!, status });
  response.writeHead(status, { ETag: etag, "Content-Encoding": "gzip" });
  response.end(status === 200 ? gzipSync(text!) : undefined);
};

beforeAll(async () => {
  server = createServer((request, response) => (answer ?? serveFiles)(request, response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(() => {
  answer = undefined;
  asked.length = 0;
});

const rows = { articles: [{}], awards: [{}], figures: [{}], units: [{}] };
const now = "2024-06-30T05:00:00.000Z";
const later = "2024-07-02T05:00:00.000Z";

function site(): PortalSite {
  return { ...siteNamed("a"), url: base };
}

async function fetchOnce(cache: string, at = now, more: object = {}): Promise<Fetched> {
  const options = { ...fetchLimits, cache, now: at, allowLocal: true, ...more };
  const [fetched] = await fetchSites([site()], options);
  return fetched!;
}

/** Fetches a site that is well into a new cache. */
async function fetched(): Promise<string> {
  const cache = temporaryFolder();
  texts = textsOf(rows, base);
  expect(await fetchOnce(cache)).toMatchObject({ readAt: now, files: 9, changed: 9 });
  asked.length = 0;
  return cache;
}

describe("a fetch", () => {
  it("keeps what it got, and asks for nothing again that has not changed", async () => {
    const cache = await fetched();
    expect(await fetchOnce(cache, later)).toMatchObject({ readAt: later, changed: 0 });
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([304, 404]));
    texts["bai-viet.json"] = textsOf({ ...rows, articles: [{ title: "Bài thử khác" }] }, base)[
      "bai-viet.json"
    ]!;
    expect(await fetchOnce(cache, later)).toMatchObject({ changed: 1 });
    expect(openCopy(site(), "", cache)!.text("bai-viet.json")).toContain("Bài thử khác");
  });

  it.each<readonly [what: string, answer: Answer, why: string, more: object]>([
    ["is down", (_, response) => response.destroy(), "không kết nối được", {}],
    ["has a fault", (_, response) => response.writeHead(500).end(), "máy chủ trả lời 500", {}],
    [
      "never ends",
      (_, response) => void response.writeHead(200).write("["),
      "không gửi xong trong 0,5 giây",
      { limitMs: 500 },
    ],
    [
      "sends too much",
      (_, response) => response.end(Buffer.alloc(300_000)),
      "tệp lớn quá 0 MB",
      { mostBytes: 200_000 },
    ],
    [
      "sends a little that unpacks to a lot",
      (_, response) =>
        response
          .writeHead(200, { "Content-Encoding": "gzip" })
          .end(gzipSync(Buffer.alloc(9_000_000))),
      "tệp lớn quá 1 MB",
      { mostBytes: 1_000_000 },
    ],
    [
      "leads to another host",
      (_, response) => response.writeHead(302, { Location: "https://b.example/" }).end(),
      "chuyển sang b.example",
      {},
    ],
    [
      "leads on for ever",
      (_, response) => response.writeHead(302, { Location: "/x" }).end(),
      "chuyển hướng quá nhiều lần",
      {},
    ],
    ["sends a page in place of data", (_, response) => response.end("<html>"), "danh-muc.json", {}],
    [
      "breaks off",
      (_, response) => {
        response.writeHead(200, { "Content-Length": 100 });
        response.write("[", () => response.destroy());
      },
      "không kết nối được",
      {},
    ],
    [
      "is another site now",
      (_, response) => response.end(textsOf(rows, "https://b.example")["danh-muc.json"]),
      "tự khai là của địa chỉ",
      {},
    ],
  ])("of a site that %s keeps the last good copy, and since when", async (_, bad, why, more) => {
    const cache = await fetched();
    answer = bad;
    const found = await fetchOnce(cache, later, more);
    expect(found.why).toContain(why);
    expect(found.readAt).toBe(now);
    const copy = openCopy(site(), "", cache)!;
    expect([copy.readAt, copy.failed?.at]).toEqual([now, later]);
    expect(JSON.parse(copy.text("khen-thuong.json")!)).toHaveLength(1);
    answer = undefined;
    await fetchOnce(cache, later);
    expect(openCopy(site(), "", cache)!.failed).toBeUndefined();
  });

  it("of data with a fault keeps the last good copy whole", async () => {
    const cache = await fetched();
    texts["so-lieu.json"] = textsOf({ ...rows, figures: [{ name: "Khác" }] }, base)[
      "so-lieu.json"
    ]!;
    texts["khen-thuong.json"] = '[{"form":"Quà"}]';
    expect((await fetchOnce(cache, later)).why).toContain("Khen thưởng");
    expect(openCopy(site(), "", cache)!.text("so-lieu.json")).not.toContain("Khác");
  });

  it("follows a redirect on the same host", async () => {
    const cache = temporaryFolder();
    texts = textsOf(rows, base);
    answer = (request, response) => {
      if (request.url === "/du-lieu/danh-muc.json")
        response.writeHead(301, { Location: "/moi" }).end();
      else if (request.url === "/moi") response.end(texts["danh-muc.json"]);
      else serveFiles(request, response);
    };
    expect(await fetchOnce(cache)).toMatchObject({ readAt: now });
  });

  it("asks nobody inside the network, nor over plain http, unless it is told to", async () => {
    const cache = temporaryFolder();
    texts = textsOf(rows, base);
    expect((await fetchOnce(cache, now, { allowLocal: false })).why).toContain("https");
    const limits = { ...fetchLimits, allowLocal: false };
    const port = new URL(base).port;
    for (const host of ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433"]) {
      const found = await download(`https://${host}:${port}/`, {}, limits);
      expect([host, found]).toEqual([
        host,
        { kind: "none", why: expect.stringContaining("địa chỉ nội bộ"), needsLocal: true },
      ]);
    }
    expect(asked).toEqual([]);
  });
});

it.each([
  ["127.0.0.1", true],
  ["10.1.2.3", true],
  ["172.31.0.1", true],
  ["172.32.0.1", false],
  ["192.168.1.1", true],
  ["169.254.169.254", true],
  ["100.64.0.1", true],
  ["0.0.0.0", true],
  ["::1", true],
  ["::", true],
  ["fd00::1", true],
  ["fe80::1", true],
  ["::ffff:10.0.0.1", true],
  ["::ffff:a00:1", true],
  ["64:ff9b::a00:1", true],
  ["::7f00:1", true],
  ["2001:0:a00:1::1", true],
  ["2002:a00:1::1", true],
  ["fec0::1", true],
  ["203.0.113.1", false],
  ["2001:db8::1", false],
  ["khong-phai-so", true],
])("the address %s is inside a network: %s", (address, inside) => {
  expect(isPrivate(address)).toBe(inside);
});

it("the command fetches, and the build shows since when a site is silent", async () => {
  const folder = temporaryFolder();
  texts = textsOf(rows, base);
  writeFiles(join(folder, "content"), {
    "portal.yaml": `name: Cổng tin mẫu
description: Tin của các cơ quan mẫu
url: https://cong.example
owner: Ban Mẫu
responsible: Người Mẫu
sites: [{ id: a, name: Trang A, url: "${base}" }]
`,
  });
  const args = ["--content", join(folder, "content")];
  const refused = await run("portal", [...args, "--fetch", "--now", now]);
  expect([refused.status, refused.stdout]).toEqual([
    1,
    expect.stringMatching(/^Trang A: không đọc được .*\nNếu .* nội bộ .*--allow-local\n$/u),
  ]);
  const first = await run("portal", [...args, "--fetch", "--allow-local", "--now", now]);
  expect([first.status, first.stdout]).toEqual([0, "Trang A: 9 tệp mới, có 9 tệp.\n"]);
  answer = (_, response) => response.writeHead(503).end();
  const second = await run("portal", [...args, "--fetch", "--allow-local", "--now", later]);
  expect([second.status, second.stdout]).toEqual([
    0,
    `Trang A: chưa đọc lại được (máy chủ trả lời 503); vẫn dùng bản đọc lúc 12:00 ngày 30/6/2024.\n`,
  ]);
  const built = await run("portal", [...args, "--now", later]);
  expect(built.status).toBe(0);
  expect(built.stderr).toContain("Cổng dùng bản đã đọc ngày 30/6/2024");
  const page = await run("portal", [...args, "--lang", "en", "--now", later]);
  expect(page.stderr).toContain("what was read on 30/6/2024");
});
