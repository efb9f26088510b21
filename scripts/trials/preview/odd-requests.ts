import { Random } from "../../../src/work/random.ts";

/*
 * Requests as a page from elsewhere, or a program that means ill, could send them to the preview:
 * each has at least one mark of being foreign, or cannot be read at all.
 */

/** One attempt: what is sent over one connection. */
export type OddRequest = { readonly name: string; readonly bytes: Buffer };

type Server = {
  readonly port: number;
  /** A page with a draft on it. */
  readonly page: string;
};

/** Makes attempt number `index`; the same seed and index make the same bytes. */
export function oddRequest(seed: number, index: number, server: Server): OddRequest {
  const random = new Random(seed * 1_000_003 + index);
  const kind = random.pick(kinds);
  return { name: `${index} ${kind.name}`, bytes: Buffer.from(kind.make(random, server), "latin1") };
}

type Kind = {
  readonly name: string;
  readonly make: (random: Random, server: Server) => string;
};

const kinds: readonly Kind[] = [
  { name: "page of a draft", make: (random, to) => request(random, to, { target: to.page }) },
  {
    name: "file of the preview or the editor",
    make: (random, to) => request(random, to, { target: random.pick(ownTargets) }),
  },
  {
    name: "odd target",
    make: (random, to) => request(random, to, { target: oddTarget(random, to) }),
  },
  {
    name: "odd method",
    make: (random, to) => request(random, to, { method: random.pick(methods), target: to.page }),
  },
  { name: "odd headers", make: (random, to) => request(random, to, { more: oddHeaders(random) }) },
  {
    name: "WebSocket and frames",
    make: (random, to) =>
      request(random, to, { target: random.pick(["/", to.page, "/%"]), more: upgrade }) +
      frames(random),
  },
  {
    name: "request in a body",
    make(random, to) {
      const own = `GET ${to.page} HTTP/1.1\r\nHost: localhost:${to.port}\r\n\r\n`;
      const more = [`Content-Length: ${own.length}`, "Content-Type: text/plain"];
      return request(random, to, { method: "POST", more }) + own;
    },
  },
  { name: "no request at all", make: (random) => noise(random, 1 + below(random, 400)) },
  {
    name: "cut or changed request",
    make(random, to) {
      // A change may undo one mark, or end the head early.
      const more = ["Origin: https://thu.example", "Sec-Fetch-Site: cross-site"];
      const whole = request(random, to, { target: oddTarget(random, to), mark: byName, more });
      const at = below(random, whole.length);
      return below(random, 2) === 0
        ? whole.slice(0, at)
        : whole.slice(0, at) + noise(random, 1 + below(random, 3)) + whole.slice(at + 1);
    },
  },
];

type Parts = {
  readonly method?: string;
  readonly target?: string;
  readonly more?: readonly string[];
  readonly mark?: Mark;
};

/** Returns the head of a request. Its mark of being foreign comes before what may be odd. */
function request(random: Random, { port }: Server, parts: Parts): string {
  const { method = "GET", target = "/", more = [], mark = random.pick(marks) } = parts;
  return [
    `${method} ${target} HTTP/${random.once(20) ? "1.0" : "1.1"}`,
    ...mark(random, port),
    ...more,
    "",
    "",
  ].join("\r\n");
}

const foreign = [
  "https://thu.example",
  "http://localhost:1",
  "null",
  "http://localhost",
  "file://",
];
const dests = ["image", "script", "iframe", "embed", "object", "style", "empty", "font", "video"];
const modes = ["no-cors", "cors", "navigate", "websocket", "same-origin"];

type Mark = (random: Random, port: number) => string[];

const byName: Mark = (random, port) => [
  `Host: ${random.pick(["thu.example", `thu.example:${port}`, "localhost", `127.0.0.1.thu.example:${port}`, `0.0.0.0:${port}`, "", `localhost:${port + 1}`])}`,
];

/** Ways to be foreign: by name, by origin, by what the browser says of the page. */
const marks: readonly Mark[] = [
  byName,
  (random, port) => [`Host: localhost:${port}`, `Origin: ${random.pick(foreign)}`],
  (random, port) => [
    `Host: ${random.pick(["localhost", "127.0.0.1", "[::1]"])}:${port}`,
    `Sec-Fetch-Site: ${random.pick(["cross-site", "same-site", "", "Cross-Site", "same-origin, cross-site"])}`,
    `Sec-Fetch-Mode: ${random.pick(modes)}`,
    `Sec-Fetch-Dest: ${random.pick(dests)}`,
  ],
];

const ownTargets = [
  "/",
  "/_xem-thu/problems.json?page=/&build=1&version=1",
  "/_xem-thu/preview.js",
  "/_soan/",
  "/_soan",
  "/_soan/bai?path=bai.md",
  "/_soan/danh-sach",
  "/_soan/anh/khoa/a.png/xem",
  "/feed.xml",
  "/404.html",
];

const methods = [
  "HEAD",
  "POST",
  "PUT",
  "DELETE",
  "OPTIONS",
  "TRACE",
  "CONNECT",
  "PATCH",
  "PRI",
  "get",
];
/** Pieces of odd targets. */
const odd = [
  ..."/?#%\\.:;@&=+$,!~*'()[]{}|^`<>\" \t\0\x7f\xff",
  ..."%2f %2e %5c %00 %ff %c0%af %25 %u0041 %E1%BA .. ../ ..%2f //".split(" "),
];
const targets = [
  "/%",
  "/%ff",
  "//",
  "/\\",
  "/\\\\",
  "/..%2f..%2fx",
  "http://",
  "*",
  "",
  "/..",
  "//thu.example/",
  "http://thu.example/",
  "/%00",
  "?",
  "#",
  "/%2e%2e/%2e%2e/etc/passwd",
  "https://[::1",
  "/\x00",
];

function oddTarget(random: Random, { page }: Server): string {
  const choice = below(random, 4);
  if (choice === 0) return random.pick(targets);
  if (choice === 1) return `/${"a".repeat(below(random, 40_000))}`;
  const base = random.pick(["/", page, ...ownTargets]);
  const parts = Array.from({ length: 1 + below(random, 6) }, () => random.pick(odd)).join("");
  const at = below(random, base.length + 1);
  return base.slice(0, at) + parts + (choice === 2 ? base.slice(at) : "");
}

function oddHeaders(random: Random): string[] {
  const names = [
    "Expect",
    "Transfer-Encoding",
    "Content-Length",
    "Connection",
    "Upgrade",
    "Range",
    "If-None-Match",
    "Accept-Encoding",
    "X-Forwarded-For",
    "Cookie",
    "x-soan-khoa",
    noise(random, 5),
  ];
  const values = [
    "",
    "100-continue",
    "chunked",
    "-1",
    "1e9",
    "close, upgrade",
    "h2c",
    "bytes=0-",
    "127.0.0.1",
    "a".repeat(below(random, 20_000)),
    noise(random, 20),
  ];
  return Array.from(
    { length: 1 + below(random, 5) },
    () => `${random.pick(names)}: ${random.pick(values)}`,
  );
}

const upgrade = [
  "Connection: Upgrade",
  "Upgrade: websocket",
  "Sec-WebSocket-Version: 13",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
];

/** Returns WebSocket frames that break some rule: reserved bits, no mask, wrong lengths. */
function frames(random: Random): string {
  return Array.from({ length: 1 + below(random, 4) }, () => {
    const head = String.fromCharCode(below(random, 256), below(random, 256));
    return head + noise(random, below(random, 40));
  }).join("");
}

function below(random: Random, count: number): number {
  return random.whole(0, count - 1);
}

function noise(random: Random, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(below(random, 256))).join("");
}
