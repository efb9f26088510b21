/** One element of a flat piece of XML: its name, attributes and content as they were written. */
export type XmlField = {
  readonly name: string;
  readonly attributes: string;
  readonly inner: string;
};

/**
 * Cuts a piece of XML into its outermost elements. An export of WordPress is one flat list of
 * fields in each item; a tree of the whole would take ten times the time and the memory.
 */
export function xmlFields(xml: string): XmlField[] {
  const fields: XmlField[] = [];
  for (let at = xml.indexOf("<"); at !== -1; at = xml.indexOf("<", at)) {
    if (xml.startsWith("<![CDATA[", at)) at = behind(xml, "]]>", at);
    else if (xml.startsWith("<!--", at)) at = behind(xml, "-->", at);
    else if (xml.startsWith("</", at) || xml.startsWith("<?", at)) at = behind(xml, ">", at);
    else {
      const open = xml.indexOf(">", at);
      if (open === -1) break;
      const [, name, attributes = ""] =
        /^<([^\s/>]+)(.*?)\/?>$/su.exec(xml.slice(at, open + 1)) ?? [];
      if (name === undefined || xml[open - 1] === "/") {
        if (name !== undefined) fields.push({ name, attributes, inner: "" });
        at = open + 1;
        continue;
      }
      const end = closingOf(xml, name, open + 1);
      fields.push({ name, attributes, inner: xml.slice(open + 1, end) });
      at = end + name.length + 3;
    }
  }
  return fields;
}

function behind(xml: string, sign: string, from: number): number {
  const at = xml.indexOf(sign, from);
  return at === -1 ? xml.length : at + sign.length;
}

/** Returns where the closing tag of an element begins; the end of the text when there is none. */
function closingOf(xml: string, name: string, from: number): number {
  const sign = `</${name}`;
  for (let at = from; ; ) {
    const end = xml.indexOf(sign, at);
    if (end === -1) return xml.length;
    const data = xml.indexOf("<![CDATA[", at);
    if (data !== -1 && data < end) at = behind(xml, "]]>", data);
    // `</wp:author_id>` does not end `<wp:author>`.
    else if (/[\s>]/u.test(xml[end + sign.length] ?? ">")) return end;
    else at = end + sign.length;
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** Returns the text that is meant by the content of an element. */
export function xmlText(inner: string): string {
  if (!inner.includes("<![CDATA[")) return decoded(inner);
  const [before = "", ...rest] = inner.split("<![CDATA[");
  const parts = rest.map((part) => {
    const end = part.indexOf("]]>");
    return end === -1 ? part : part.slice(0, end) + decoded(part.slice(end + 3));
  });
  return decoded(before).trimStart() + parts.join("").trimEnd();
}

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/giu,
    (whole, ten, hex, name) => {
      const code =
        ten === undefined
          ? hex === undefined
            ? undefined
            : Number.parseInt(hex, 16)
          : Number(ten);
      if (code === undefined) return entities[name] ?? whole;
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The most letters of one item. A text above it is no article. */
const maxItem = 20_000_000;

/** A piece of a feed or an export: what is before the first item, then each item. */
export type XmlPiece = { readonly kind: "head" | "item"; readonly xml: string };

/**
 * Cuts a long XML file into its items while it is read, so that only one is in memory. Throws
 * `RangeError` for an item without end.
 */
export async function* xmlItems(chunks: AsyncIterable<string>): AsyncGenerator<XmlPiece> {
  let text = "";
  /** How far the text is known to hold no end. */
  let at = 0;
  let isInside = false;
  let hasHead = false;
  for await (const chunk of chunks) {
    text += chunk;
    for (;;) {
      const sign = isInside ? "</item>" : "<item";
      const found = nextSign(text, sign, at);
      if (found.sign === undefined) {
        at = found.at;
        break;
      }
      if (isInside) {
        yield { kind: "item", xml: text.slice(0, found.sign) };
        text = text.slice(found.sign + sign.length);
        isInside = false;
      } else {
        const end = text.indexOf(">", found.sign);
        if (end === -1) {
          at = found.sign;
          break;
        }
        if (!hasHead) yield { kind: "head", xml: text.slice(0, found.sign) };
        hasHead = true;
        text = text.slice(end + 1);
        isInside = true;
      }
      at = 0;
    }
    if (text.length > maxItem) throw new RangeError("an item without end");
  }
  if (!hasHead) yield { kind: "head", xml: text };
}

/**
 * Finds a sign outside of CDATA. Without one, `at` is from where to look again when there is more
 * text.
 */
function nextSign(
  text: string,
  sign: string,
  from: number,
): { readonly sign: number | undefined; readonly at: number } {
  for (let at = from; ; ) {
    const found = text.indexOf(sign, at);
    const data = text.indexOf("<![CDATA[", at);
    if (found !== -1 && (data === -1 || found < data)) return { sign: found, at: found };
    if (data === -1) return { sign: undefined, at: Math.max(at, text.length - 9) };
    const end = text.indexOf("]]>", data);
    if (end === -1) return { sign: undefined, at: data };
    at = end + 3;
  }
}
