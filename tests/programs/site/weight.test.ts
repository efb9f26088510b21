import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { expect, inject, it } from "vitest";
import { pagesOfKind, readBuiltSite } from "../../built-site.ts";

/* What a page costs a reader on a slow line: bytes as a host sends them, compressed with Brotli. */

const site = readBuiltSite(inject("builtSite"));
const weight = (file: string) =>
  brotliCompressSync(readFileSync(join(site.directory, file))).length;
const stylesheet = site.files.find((file) => /\/trang\.[^/]*\.css$/u.test(file))!;

it("an article with the stylesheet is at most 14 kB, so it comes in the first round trip", () => {
  const articles = pagesOfKind(site, "article");
  const heaviest = Math.max(...articles.map(({ file }) => weight(file)));
  expect(heaviest + weight(stylesheet)).toBeLessThanOrEqual(14_000);
});

it("no page of a series is heavier than 14 kB by itself", () => {
  const heaviest = Math.max(...pagesOfKind(site, "series").map(({ file }) => weight(file)));
  expect(heaviest).toBeLessThanOrEqual(14_000);
});

const scripts = site.files.filter((file) => /^giao-dien\/.*\.js$/u.test(file));

it("the search page is no heavier, and its script, which comes after it, is at most 8 kB", () => {
  const page = pagesOfKind(site, "search")[0]!;
  const own = [...page.html.matchAll(/<(?:link rel="stylesheet"|script type="module")[^>]*>/gu)]
    .map(([tag]) => /(?:href|src)="[^"]*\/(giao-dien\/[^"]+)"/u.exec(tag)![1]!)
    .filter((file) => !/\/in\./u.test(file));
  const script = own.filter((file) => file.endsWith(".js"));
  const styles = own.filter((file) => file.endsWith(".css"));
  expect(styles).toHaveLength(2);
  const all = [page.file, ...styles].reduce((sum, file) => sum + weight(file), 0);
  expect(all).toBeLessThanOrEqual(14_000);
  expect(script.map(weight)).toEqual([expect.toSatisfy((bytes: number) => bytes <= 8_000)]);
});

it("what is suggested while somebody types costs at most 10 kB more", () => {
  const script = scripts.find((file) => /suggesting/u.test(file))!;
  expect(weight(script) + weight("tim-kiem/goi-y.json")).toBeLessThanOrEqual(10_000);
});

it("no page but the search page asks for a script", () => {
  const asking = site.pages.filter(({ html }) => /<script[^>]* src=/u.test(html));
  expect(asking.map(({ kind }) => kind)).toEqual(["search"]);
});

it("the fonts that a first screen waits for are two, and small", () => {
  const [page] = site.pages;
  const fonts = [...page!.html.matchAll(/rel="preload" href="[^"]*\/(giao-dien\/[^"]+)"/gu)];
  expect(fonts.length).toBe(2);
  for (const [, file] of fonts)
    expect(readFileSync(join(site.directory, file!)).length).toBeLessThan(20_000);
});

it("a first visit to the home page is at most 60 kB without its pictures, fonts and all", () => {
  const home = site.pages.find(({ url }) => url === "/")!;
  const styles = site.files.filter((file) => /^giao-dien\/(?:trang|in)\.[^/]*\.css$/u.test(file));
  const fonts = site.files.filter((file) => /-(?:400|600)\.\w+\.woff2$/u.test(file));
  expect(fonts.length).toBe(3);
  const bytes = [home.file, ...styles, ...fonts].map(weight);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(60_000);
});
