import { type Day, dayAt, parseDay } from "../day.ts";
import { maxHead } from "../limits.ts";
import { quoted } from "../text/left-out.ts";
import { readAlias } from "../text/old-address.ts";
import { parseYaml } from "../yaml/yaml.ts";
import type { YamlValue } from "../yaml/yaml-value.ts";
import type { PictureWords } from "./picture-figure.ts";

/*
 * What generators of sites (Hugo, Jekyll, Hexo) know of an article and put before it, in keys of
 * their own.
 */

type Head = { readonly [key: string]: unknown };

type Parts = {
  readonly head: Head;
  readonly body: string;
  /** It was no YAML, and read line by line. */
  readonly isBroken?: boolean;
};

/** Parts a text into what is before an article, in YAML, TOML or JSON, and the article. */
export function partsOf(text: string): Parts {
  const [whole, sign, written = ""] =
    /^(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|$)/su.exec(text) ?? [];
  if (whole !== undefined) {
    const body = text.slice(whole.length);
    if (sign === "+++") return { head: tomlOf(written), body };
    const head = yamlOf(written);
    if (head !== undefined) return { head, body };
    const lines = linesOf(written);
    if (lines !== undefined) return { head: lines, body, isBroken: true };
  }
  // Hexo needs no line before what it knows of an article.
  const [open] = /^(?:\w[\w-]*:(?: .*)?\n|[ \t-].*\n)+(?=---[ \t]*\n)/u.exec(text) ?? [];
  if (open !== undefined && whole === undefined) {
    const head = yamlOf(open);
    if (head?.title !== undefined)
      return { head, body: text.slice(open.length).replace(/^---[ \t]*\n/u, "") };
  }
  const [json] = /^\{\n.*?\n\}(?=\n)/su.exec(text) ?? [];
  if (json !== undefined) {
    try {
      const head: unknown = JSON.parse(json);
      if (typeof head === "object" && head !== null)
        return { head: head as Head, body: text.slice(json.length) };
    } catch {
      // Then it is a text that begins with a brace.
    }
  }
  return { head: {}, body: text };
}

function yamlOf(text: string): Head | undefined {
  // As in our own articles; to read a megabyte of quotation marks took half a minute.
  if (text.length > maxHead) return undefined;
  const { value } = parseYaml(text, { path: "", text });
  return isGroup(value) ? value : undefined;
}

function isGroup(value: YamlValue | undefined): value is { readonly [key: string]: YamlValue } {
  return typeof value === "object" && !Array.isArray(value);
}

/**
 * Reads lines of the form `key: value` that are no YAML, because a value has a colon in it.
 * Undefined when no line is of that form.
 */
function linesOf(text: string): Head | undefined {
  const head: Record<string, unknown> = {};
  for (const [, key = "", written = ""] of text.matchAll(
    /^[ \t]*([\w-]+)[ \t]*:[ \t]*(\S.*)$/gmu,
  )) {
    const value = written.trimEnd();
    head[key] ??= value.startsWith("[") ? textsIn(value) : value.replace(/^(["'])(.*)\1$/u, "$2");
  }
  return Object.keys(head).length === 0 ? undefined : head;
}

/** Returns the texts of a list; those without quotation marks end at a comma. */
function textsIn(list: string): string[] {
  const items = list
    .replaceAll(/^\[|\]$/gu, "")
    .matchAll(/#[^\n]*|"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s,"'#][^,\n]*)/gu);
  return Array.from(items, ([, double, single, bare]) =>
    double === undefined ? (single ?? bare)?.trim() : double.replaceAll(/\\(.)/gu, "$1"),
  ).filter((text) => text !== undefined && text !== "") as string[];
}

/** Reads what a front matter has of TOML: a text, a date, or a list. */
function tomlOf(text: string): Head {
  const head: Record<string, unknown> = {};
  const form =
    /^[ \t]*([\w-]+)[ \t]*=[ \t]*("""[\s\S]{0,20000}?"""|'''[\s\S]{0,20000}?'''|\[[^\]]*\]|.{1,2000}?)[ \t]*(?:#[^\n"']{0,500})?$/gmu;
  for (const [, key = "", value = ""] of text.matchAll(form)) {
    const [, long] = /^(?:"""|''')\n?([\s\S]*)(?:"""|''')$/u.exec(value) ?? [];
    head[key] ??=
      long !== undefined
        ? long.trim()
        : value.startsWith("[")
          ? textsIn(value)
          : /^["']/u.test(value)
            ? (textsIn(value)[0] ?? value)
            : value;
  }
  return head;
}

/** Returns the addresses that an article had on its site, where they are no patterns of several. */
export function aliasesOf(head: Head): string[] {
  const addresses = listOf(head, "aliases", "alias", "redirect_from", "permalink", "url");
  const read = addresses.filter((one) => /^\/(?!\/)[^:]*$/u.test(one)).map(readAlias);
  return [...new Set(read.filter((one) => one !== undefined && one !== "/"))] as string[];
}

/** Finds the picture that the front matter names, with its words. */
export function coverOf(head: Head): PictureWords | undefined {
  for (const key of covers) {
    const value = head[key];
    const one: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof one === "string" && one.trim() !== "")
      return {
        address: one.trim(),
        alt: textOf(head, "alt", "image_alt", "imageAlt") ?? "",
        caption: textOf(head, "caption") ?? "",
      };
    if (typeof one !== "object" || one === null) continue;
    const group = one as Head;
    const address = textOf(group, "image", "src", "url", "path", "teaser");
    if (address !== undefined)
      return { address, alt: textOf(group, "alt") ?? "", caption: textOf(group, "caption") ?? "" };
  }
  return undefined;
}

const covers = [
  "cover",
  "image",
  "thumbnail",
  "featured_image",
  "featuredImage",
  "feature_image",
  "banner",
  "heroImage",
  "hero_image",
  "cover_image",
  "coverImage",
  "header",
  "images",
];

/** Returns the text of the first of some keys that has one. */
export function textOf(head: Head, ...keys: string[]): string | undefined {
  for (const key of keys) {
    const value = head[key];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    if (typeof value === "object" && value !== null) {
      const { image, src, url } = value as Record<string, unknown>;
      const inner = [image, src, url].find((one) => typeof one === "string");
      if (typeof inner === "string") return inner;
    }
  }
  return undefined;
}

/** Returns all texts and names of some keys. */
export function listOf(head: Head, ...keys: string[]): string[] {
  return keys
    .flatMap((key) => {
      const value = head[key];
      const list: unknown[] = Array.isArray(value) ? value : [value];
      return list.flatMap((one) => {
        if (typeof one === "string")
          return Array.isArray(value) ? [one.trim()] : one.split(/\s*,\s*/u);
        const name = (one as { readonly name?: unknown } | undefined)?.name;
        return typeof name === "string" ? [name] : [];
      });
    })
    .filter((one) => one !== "");
}

/** Returns the day of a time, in the zone that it is written in. */
export function dayOf(text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const [, day = ""] = /^(\d{4}-\d\d-\d\d)(?:$|[T ](?!.*Z$))/u.exec(text) ?? [];
  return parseDay(day) ?? dayAt(text) ?? parseDay(text);
}

const known =
  /^(?:title|date|published|publishDate|pubDate|created|authors?|by|aliases|alias|redirect_from|permalink|url|alt|caption|image_alt|imageAlt|tags?|categor(?:y|ies)|topics|summary|description|excerpt|lead|slug|canonical(?:_url)?|original_url|cover|images?|thumbnail|featured_image|featuredImage|feature_image|banner|hero_?[iI]mage|cover_?[iI]mage|header|layout|draft|lang|id|type|weight|toc|comments|updated|lastmod|modified)$/u;

/** At most this many keys are named one by one. */
const mostNamed = 10;

/** Says which keys nothing was made of. */
export function unknownKeys(head: Head): string[] {
  const keys = Object.keys(head).filter((key) => !known.test(key));
  if (keys.length === 0) return [];
  const names = keys
    .slice(0, mostNamed)
    .map((key) => quoted(key))
    .join(", ");
  const more = keys.length > mostNamed ? ` và ${keys.length - mostNamed} mục khác` : "";
  return [`Phần đầu tệp có mục chưa đưa sang bài: ${names}${more}.`];
}
