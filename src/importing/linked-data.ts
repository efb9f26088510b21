/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { plainText } from "./html-tree.ts";

/** What the linked data (JSON-LD) of a page says of its article. */
export type LinkedData = {
  readonly headline?: string | undefined;
  readonly published?: string | undefined;
  readonly authors: readonly string[];
  /** The publisher. */
  readonly site?: string | undefined;
  readonly url?: string | undefined;
  /** The text of the article, where the page gives it again. */
  readonly body?: string | undefined;
};

type Node = { readonly [key: string]: unknown };

/** How deep nodes are looked for in each other; real pages nest four or five. */
const maxDepth = 20;

/**
 * Reads the linked data of a page; what is no JSON is as if it were not there. Of several articles
 * it is about the one with the title of the page: pages tell of those that they lead to as well.
 *
 * @param isTitle returns whether a headline is the title of the page
 */
export function linkedDataOf(
  document: Document,
  isTitle: (headline: string) => boolean,
): LinkedData {
  const nodes: Node[] = [];
  const others = new Set<Node>();
  for (const script of document.querySelectorAll("script[type='application/ld+json' i]"))
    collect(jsonIn(script.textContent ?? ""), nodes, others);
  const byId = new Map(
    nodes.flatMap((node) =>
      typeof node["@id"] === "string" && node.name ? [[node["@id"], node]] : [],
    ),
  );
  const named = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(named);
    if (typeof value === "string") return [plainText(value)];
    if (!isNode(value)) return [];
    const node = value.name === undefined ? byId.get(value["@id"] as string) : value;
    return typeof node?.name === "string" ? [plainText(node.name)] : [];
  };
  const isOwn = ({ headline, name }: Node) =>
    [headline, name].some((text) => typeof text === "string" && isTitle(plainText(text)));
  const all = nodes.filter((node) => typeOf(node).some((type) => articleType.test(type)));
  const own = all.filter(isOwn);
  const articles = [...own, ...all.filter((node) => !own.includes(node) && !others.has(node))];
  const pages = nodes.filter((node) => typeOf(node).some((type) => /^WebPage$/u.test(type)));
  const first = (...keys: string[]) => {
    for (const node of [...articles, ...pages])
      for (const key of keys) {
        const value = node[key];
        if (typeof value === "string" && value.trim() !== "") return value.trim();
      }
    return undefined;
  };
  return {
    headline: plainText(first("headline") ?? first("name") ?? "") || undefined,
    published: first("datePublished", "dateCreated", "uploadDate"),
    authors: articles.map((node) => named(node.author)).find((names) => names.length > 0) ?? [],
    site: articles.flatMap((node) => named(node.publisher))[0],
    url: first("url"),
    body: first("articleBody"),
  };
}

const articleType = /(?:Article|BlogPosting|Report|Recipe|Review|VideoObject|LiveBlogPosting)$/u;

function typeOf(node: Node): string[] {
  const type = node["@type"];
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === "string");
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Where a node names other things than itself. */
const elsewhere =
  /^(?:itemListElement|mentions|citation|hasPart|isPartOf|isBasedOn|comment|review|subjectOf|relatedLink|significantLink)$/u;

/** Gathers all nodes, and of them those that are other things than what a page is about. */
function collect(
  value: unknown,
  nodes: Node[],
  others: Set<Node>,
  depth = 0,
  isOther = false,
): void {
  if (depth > maxDepth) return;
  if (Array.isArray(value))
    for (const one of value) collect(one, nodes, others, depth + 1, isOther);
  else if (isNode(value)) {
    nodes.push(value);
    if (isOther) others.add(value);
    for (const [key, one] of Object.entries(value))
      if (typeof one === "object")
        collect(one, nodes, others, depth + 1, isOther || elsewhere.test(key));
  }
}

/**
 * Reads JSON as pages write it: with comments around it, line breaks inside of texts, and commas
 * behind the last item. Of what is still no JSON only day and author of an article are read.
 */
function jsonIn(text: string): unknown {
  const plain = text
    .replace(/^\s*(?:\/\/)?\s*(?:<!--|<!\[CDATA\[)/u, "")
    .replace(/(?:\/\/)?\s*(?:-->|\]\]>)\s*$/u, "")
    .trim();
  const oneLine = plain.replaceAll(/[\n\r\t]+/gu, " ");
  const ended = oneLine.replaceAll(/,(?=\s*[}\]])/gu, "").replace(/;\s*$/u, "");
  for (const attempt of [plain, oneLine, ended]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt is more patient.
    }
  }
  const [, type] = /"@type"\s*:\s*"((?:News)?Article|BlogPosting)"/u.exec(oneLine) ?? [];
  if (type === undefined) return undefined;
  const [, datePublished] = /"datePublished"\s*:\s*"([^"]{4,40})"/u.exec(oneLine) ?? [];
  const [, name] = /"author"\s*:[^:}]{0,60}(?:"name"\s*:\s*)"([^"]{2,60})"/u.exec(oneLine) ?? [];
  return { "@type": type, datePublished, ...(name === undefined ? {} : { author: { name } }) };
}
