/** An element of a part of a Word file; the passes over it change its children in place. */
export type XmlElement = {
  name: string;
  readonly attributes: Record<string, string>;
  children: XmlNode[];
};
export type XmlNode = XmlElement | string;

/** In levels. Tables within tables need four each; Word itself allows few. */
const maxLevels = 400;

/**
 * The prefix that a namespace goes by here, whatever its file calls it. Those of the strict format
 * are of the same words.
 */
const prefixes: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
  "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
  "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
  "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
  "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
  "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
  "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
  "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
  "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup": "wpg",
  "http://schemas.microsoft.com/office/drawing/2014/chartex": "cx",
  "urn:schemas-microsoft-com:vml": "v",
  "urn:schemas-microsoft-com:office:office": "o",
  "urn:schemas-microsoft-com:office:word": "w10",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m",
  "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
  "http://purl.oclc.org/ooxml/drawingml/main": "a",
  "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
  "http://purl.oclc.org/ooxml/drawingml/chart": "c",
  "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
};
const namespaces = new Map<string, string>();
for (const [uri, prefix] of Object.entries(prefixes))
  if (!namespaces.has(prefix)) namespaces.set(prefix, uri);

const name = String.raw`[^\s<>/="'&]+`;
/**
 * What a document is made of, from one place on: comments and the like, CDATA, closing tags,
 * opening tags, text. A document type is not among them: Word writes none, and one can unfold
 * without end.
 */
const token = new RegExp(
  String.raw`<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|</(${name})\s*>|<(${name})((?:\s+${name}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>|([^<]+)`,
  "uy",
);
const attribute = new RegExp(String.raw`(${name})\s*=\s*(?:"([^"]*)"|'([^']*)')`, "gu");

type Scope = ReadonlyMap<string, string>;

/**
 * Reads a part of a Word file. Throws when it is no XML.
 *
 * The parsers among our packages take a second for each megabyte; this one knows no more than what
 * Word writes.
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const text = decoded(bytes).replace(/^\ufeff/u, "");
  const top: XmlElement = { name: "", attributes: {}, children: [] };
  const open: { readonly element: XmlElement; readonly tag: string; readonly scope: Scope }[] = [
    { element: top, tag: "", scope: new Map() },
  ];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const [, cdata, closing, tag, attributes = "", isEmpty, words] = token.exec(text) ?? broken();
    const { element: parent, tag: parentTag, scope } = open.at(-1)!;
    if (tag !== undefined) {
      const opened = opening(tag, attributes, scope);
      parent.children.push(opened.element);
      if (isEmpty === "" && open.push({ ...opened, tag }) > maxLevels) broken();
    } else if (closing !== undefined) {
      if (closing !== parentTag) broken();
      open.pop();
    } else if (cdata !== undefined) addText(parent, cdata);
    else if (words !== undefined) addText(parent, unescaped(words));
  }
  const [root] = childrenOf(top);
  return open.length === 1 && root !== undefined ? root : broken();
}

function broken(): never {
  throw new SyntaxError("no XML");
}

function addText(parent: XmlElement, text: string): void {
  const last = parent.children.length - 1;
  if (typeof parent.children[last] === "string") parent.children[last] += text;
  else parent.children.push(text);
}

function decoded(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isWideBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  const encoding = isWide ? "utf-16le" : isWideBig ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

function opening(tag: string, written: string, outer: Scope) {
  const pairs: [key: string, value: string][] = [];
  let scope = outer;
  for (const [, key = "", double, single = ""] of written.matchAll(attribute)) {
    const value = unescaped(double ?? single);
    if (key !== "xmlns" && !key.startsWith("xmlns:")) pairs.push([key, value]);
    else scope = new Map(scope).set(key.slice("xmlns:".length), prefixes[value] ?? "other");
  }
  const attributes: Record<string, string> = Object.create(null);
  for (const [key, value] of pairs)
    attributes[key.includes(":") ? canonical(key, scope) : key] = value;
  const element: XmlElement = { name: canonical(tag, scope), attributes, children: [] };
  return { element, scope };
}

/** Names of namespaces that mean nothing here get a prefix of their own, which nobody asks for. */
function canonical(written: string, scope: Scope): string {
  const colon = written.indexOf(":");
  const before = colon === -1 ? "" : written.slice(0, colon);
  if (before === "xml") return written;
  const prefix = scope.get(before) ?? (before === "" ? "" : "other");
  return prefix === "" ? written : `${prefix}:${written.slice(colon + 1)}`;
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/giu,
    (all, decimal, hex, named) => {
      if (named !== undefined) return entities[named] ?? all;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : "";
    },
  );
}

/** Writes a part of a Word file. */
export function writeXml(root: XmlElement): Uint8Array {
  const declared = Array.from(namespaces, ([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join("");
  const parts = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'];
  write(root, `${declared} xmlns:other="urn:other"`, parts);
  return Buffer.from(parts.join(""));
}

function write(node: XmlNode, more: string, parts: string[]): void {
  if (typeof node === "string") {
    parts.push(escaped(node));
    return;
  }
  const attributes = Object.entries(node.attributes)
    .map(([key, value]) => ` ${key}="${escaped(value).replaceAll('"', "&quot;")}"`)
    .join("");
  parts.push(`<${node.name}${attributes}${more}`);
  if (node.children.length === 0) parts.push("/>");
  else {
    parts.push(">");
    for (const child of node.children) write(child, "", parts);
    parts.push(`</${node.name}>`);
  }
}

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: no XML may hold them.
function escaped(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\t\n\r]/gu, (blank) => `&#${blank.charCodeAt(0)};`);
}
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: see above

export function element(
  name: string,
  attributes: Record<string, string> = {},
  ...children: XmlNode[]
): XmlElement {
  return { name, attributes, children };
}

/** Returns the child elements of an element, those of one name or all. */
export function childrenOf(parent: XmlElement | undefined, name?: string): XmlElement[] {
  if (parent === undefined) return [];
  return parent.children.filter(
    (child): child is XmlElement =>
      typeof child !== "string" && (name === undefined || child.name === name),
  );
}

export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of parent?.children ?? [])
    if (typeof child !== "string" && child.name === name) return child;
  return undefined;
}

/** Returns the value of a property: the attribute `w:val` of a child. */
export function valOf(parent: XmlElement | undefined, name: string): string | undefined {
  const child = childOf(parent, name);
  return child?.attributes["w:val"] ?? child?.attributes["m:val"];
}

/** Returns the elements of some names within an element, in order; not those within one found. */
export function elementsIn(parent: XmlElement, ...names: readonly string[]): XmlElement[] {
  const found: XmlElement[] = [];
  const look = (element: XmlElement) => {
    for (const child of element.children) {
      if (typeof child === "string") continue;
      if (names.includes(child.name)) found.push(child);
      else look(child);
    }
  };
  look(parent);
  return found;
}

/** Returns the text within elements of some names. */
export function textIn(parent: XmlElement, ...names: readonly string[]): string {
  return elementsIn(parent, ...names)
    .map(({ children }) => children.filter((child) => typeof child === "string").join(""))
    .join("");
}

/**
 * Replaces elements within an element by what a function makes of them, from the inside out; where
 * it returns undefined, they stay.
 */
export function replaceIn(
  parent: XmlElement,
  change: (element: XmlElement, parent: XmlElement) => readonly XmlNode[] | undefined,
): void {
  let children: XmlNode[] | undefined;
  for (const [at, child] of parent.children.entries()) {
    if (typeof child === "string") {
      children?.push(child);
      continue;
    }
    replaceIn(child, change);
    const changed = change(child, parent);
    if (changed === undefined) children?.push(child);
    else {
      children ??= parent.children.slice(0, at);
      for (const one of changed) children.push(one);
    }
  }
  if (children !== undefined) parent.children = children;
}
