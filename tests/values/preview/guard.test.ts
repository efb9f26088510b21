import { describe, expect, it } from "vitest";
import { type Asking, refusalOf } from "../../../scripts/preview/guard.ts";

const own: Asking = {
  remote: "127.0.0.1",
  port: 8080,
  method: "GET",
  host: "localhost:8080",
  origin: undefined,
  site: undefined,
  mode: undefined,
  dest: undefined,
};
const link = { site: "cross-site", mode: "navigate", dest: "document" };

describe("the guard of the preview", () => {
  const allowed: readonly [string, Partial<Asking>][] = [
    ["a program of this machine", {}],
    ["IPv6", { remote: "::1", host: "[::1]:8080" }],
    ["IPv4 in IPv6", { remote: "::ffff:127.0.0.1", host: "127.0.0.1:8080" }],
    ["port 80, which browsers leave out", { port: 80, host: "localhost" }],
    ["the address bar", { site: "none", mode: "navigate", dest: "document" }],
    ["a page of its own", { site: "same-origin", mode: "cors", dest: "empty" }],
    ["a form of its own", { method: "POST", site: "same-origin", origin: "http://localhost:8080" }],
    ["a frame of its own", { site: "same-origin", mode: "navigate", dest: "iframe" }],
    ["a link in a mail", link],
  ];
  it.each(allowed)("lets in %s", (_, asking) => {
    expect(refusalOf({ ...own, ...asking }, true)).toBeUndefined();
  });

  const refused: readonly [string, Partial<Asking>][] = [
    ["another machine", { remote: "192.168.1.7" }],
    ["no address", { remote: "" }],
    ["an address that only begins like ours", { remote: "127.0.0.1.thu.example" }],
    ["a name made to lead here", { host: "thu.example:8080" }],
    ["a name that begins like ours", { host: "localhost:8080.thu.example" }],
    ["another port", { host: "localhost:8081" }],
    ["no host", { host: undefined }],
    ["another origin", { origin: "https://thu.example" }],
    ["an origin without a name", { origin: "null" }],
    ["an origin by another name of ours", { origin: "http://127.0.0.1:8080" }],
    ["a picture on another page", { site: "cross-site", mode: "no-cors", dest: "image" }],
    ["a page of another port", { site: "same-site", mode: "cors", dest: "empty" }],
    ["a frame on another page", { ...link, dest: "iframe" }],
    ["an object on another page", { ...link, dest: "object" }],
    ["a form of another page", { ...link, method: "POST" }],
    ["a word of the browser that we do not know", { site: "Cross-Site" }],
  ];
  it.each(refused)("refuses %s", (_, asking) => {
    expect(refusalOf({ ...own, ...asking }, true)).toMatch(/^(?:Trang xem thử|Yêu cầu)/u);
  });

  it("lets a link lead to pages only", () => {
    expect(refusalOf({ ...own, ...link }, false)).toBeDefined();
  });
});
