import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { outputFiles } from "../../../scripts/preview/output-files.ts";
import { type PreviewServer, servePreview } from "../../../scripts/preview/server.ts";
import { temporaryFolder, writeFiles } from "../../content.ts";
import { freePort } from "../../running.ts";

/** The server of the preview, asked by raw sockets: what no library would send. */

const folder = temporaryFolder();
const output = join(folder, "output");
let server: PreviewServer;
let port: number;

beforeAll(async () => {
  writeFiles(folder, {
    "outside.txt": "Ngoài.",
    "output/index.html": "Trang chủ.",
    "output/404.html": "Không thấy.",
    "output/a/index.html": "Bài.",
    "output/_headers": "x",
    "output/link.txt": { linkTo: join(folder, "outside.txt") },
    "output/up": { linkTo: folder },
    "output/inside.txt": { linkTo: join(output, "_headers") },
  });
  port = await freePort();
  server = await servePreview(port, [
    ({ address }) => {
      if (address.path === "/fault") throw new Error(`fault in ${folder}`);
      return false;
    },
    async ({ address, response }) => {
      if (address.path !== "/late") return false;
      response.writeHead(200).write("half");
      throw new Error("late");
    },
    outputFiles(output),
  ]);
  port = Number(new URL(server.url).port);
});

afterAll(() => server.close());

/** Sends bytes, and returns all that came back until the server closed the connection. */
function raw(bytes: string, host = "127.0.0.1"): Promise<string> {
  return new Promise((resolve) => {
    let reply = "";
    const socket = connect({ port, host });
    socket.setEncoding("latin1");
    socket.on("data", (text: string) => {
      reply += text;
    });
    // A server may well close while it is being told more.
    socket.on("error", () => {});
    socket.on("close", () => resolve(reply));
    socket.write(Buffer.from(bytes, "latin1"));
  });
}

async function ask(line: string, ...headers: string[]): Promise<{ status: number; text: string }> {
  const own = [`Host: localhost:${port}`, "Connection: close"];
  const text = await raw([line, ...own, ...headers, "", ""].join("\r\n"));
  return { status: Number(text.slice(9, 12)), text: Buffer.from(text, "latin1").toString("utf8") };
}

const own = async () => (await ask("GET / HTTP/1.1")).text;

describe("the files of the output", () => {
  const rows: readonly [string, number, string][] = [
    ["/", 200, "Trang chủ."],
    ["/a/", 200, "Content-Type: text/html; charset=utf-8"],
    ["/a", 302, "Location: /a/\r\n"],
    ["/b/", 404, "Không thấy."],
    ["/inside.txt", 200, "text/plain"],
    ["/link.txt", 404, "Không thấy."],
    ["/up/outside.txt", 404, "Không thấy."],
    ["/up/", 404, "Không thấy."],
    ["/a/index.html/", 404, "Không thấy."],
    [`/${"a".repeat(300)}`, 404, "Không thấy."],
  ];
  it.each(rows)("%s", async (path, status, part) => {
    const reply = await ask(`GET ${path} HTTP/1.1`);
    expect(reply).toMatchObject({ status, text: expect.stringContaining(part) });
    expect(reply.text).not.toContain("Ngoài.");
  });

  it("are only looked at", async () => {
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
      expect((await ask(`${method} / HTTP/1.1`)).text).toContain("Allow: GET, HEAD\r\n");
    const head = await ask("HEAD / HTTP/1.1");
    expect(head.status).toBe(200);
    expect(head.text).not.toContain("Trang chủ.");
  });
});

describe("an odd request", () => {
  const lines: readonly [string, number][] = [
    ["GET /% HTTP/1.1", 400],
    ["GET /%ff HTTP/1.1", 400],
    ["GET // HTTP/1.1", 400],
    ["GET /\\ HTTP/1.1", 400],
    ["GET /\\\\ HTTP/1.1", 400],
    ["GET /..%2f..%2fx HTTP/1.1", 400],
    ["GET /../outside.txt HTTP/1.1", 400],
    ["GET /%2e%2e/outside.txt HTTP/1.1", 400],
    ["GET /%00 HTTP/1.1", 400],
    ["GET http:// HTTP/1.1", 400],
    ["GET http://localhost/ HTTP/1.1", 400],
    ["GET * HTTP/1.1", 400],
    ["OPTIONS * HTTP/1.1", 400],
    ["GET  HTTP/1.1", 400],
    ["GET / HTTP/9.9", 400],
    ["GET /\0 HTTP/1.1", 400],
    ["\x16\x03\x01\x02", 400],
    ["CONNECT thu.example:443 HTTP/1.1", 403],
    ["GET /fault HTTP/1.1", 500],
  ];
  it.each(lines)("%j", async (line, status) => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const { status: got, text } = await ask(line);
    expect(got).toBe(status);
    expect(text).not.toContain(folder);
    expect(text).not.toMatch(/\n {4}at /u);
    expect(await own()).toContain("Trang chủ.");
    vi.restoreAllMocks();
  });

  it("may be long", async () => {
    for (const [length, status] of [
      [7_000, 404],
      [10_000, 400],
      [100_000, 431],
    ] as const)
      expect((await ask(`GET /${"a/".repeat(length / 2)} HTTP/1.1`)).status).toBe(status);
  });

  it("that fails in the middle of a response ends only that response", async () => {
    const printed = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    await ask("GET /late HTTP/1.1");
    expect(String(printed.mock.calls)).toContain("late");
    printed.mockRestore();
    expect(await own()).toContain("Trang chủ.");
  });

  it("for a WebSocket is refused, whatever frames follow", async () => {
    const upgrade = ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13"];
    const key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
    const head = [`GET / HTTP/1.1`, `Host: localhost:${port}`, ...upgrade, key, "", ""].join(
      "\r\n",
    );
    for (const frame of ["", "\xff\xff\xff\xff", "\x81\xfe", "\xf1\x80", "\x00".repeat(70_000)]) {
      expect(await raw(head + frame)).toMatch(/^HTTP\/1\.1 403 /u);
      expect(await own()).toContain("Trang chủ.");
    }
  });

  it("in the body of another is not read", async () => {
    const inner = `GET / HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`;
    const outer = [
      ...["POST / HTTP/1.1", `Host: localhost:${port}`, "Origin: https://thu.example"],
      ...[`Content-Length: ${inner.length}`, "", inner],
    ];
    expect(await raw(outer.join("\r\n"))).not.toContain("Trang ch");
  });
});

describe("a foreign request", () => {
  it.each([
    ["a picture", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Dest: image"],
    ["a frame", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"],
    ["a script on another port", "Sec-Fetch-Site: same-site", "Origin: http://localhost:1"],
  ])("for %s does not even tell what is there", async (_, ...headers) => {
    const there = await ask("GET /a/ HTTP/1.1", ...headers);
    expect(there.status).toBe(403);
    expect(there.text).toContain("Cross-Origin-Resource-Policy: same-origin\r\n");
    const undated = (text: string) => text.replace(/Date: .*/u, "");
    for (const path of ["/b/", "/%", "/_soan/", "/_xem-thu/problems.json"]) {
      const { text } = await ask(`GET ${path} HTTP/1.1`, ...headers);
      expect(undated(text)).toBe(undated(there.text));
    }
  });
});

describe("the port", () => {
  it("is the same at both addresses of this machine, and the next one when it is taken", async () => {
    const second = await servePreview(port, [outputFiles(output)]);
    try {
      const next = Number(new URL(second.url).port);
      expect(next).toBeGreaterThan(port);
      for (const host of ["127.0.0.1", "[::1]"]) {
        const reply = await fetch(`http://${host}:${next}/`).catch(() => undefined);
        // A machine may have no IPv6.
        if (host === "127.0.0.1" || reply) expect(await reply?.text()).toBe("Trang chủ.");
      }
    } finally {
      await second.close();
    }
  });
});
