/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

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

/** Reads the linked data of a page; what is no JSON is as if it were not there. */
export function linkedDataOf(document: Document): LinkedData {
  const nodes: Node[] = [];
  for (const script of document.querySelectorAll("script[type='application/ld+json' i]"))
    collect(jsonIn(script.textContent ?? ""), nodes, 0);
  const byId = new Map(
    nodes.flatMap((node) =>
      typeof node["@id"] === "string" && node.name ? [[node["@id"], node]] : [],
    ),
  );
  const named = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(named);
    if (typeof value === "string") return [value];
    if (!isNode(value)) return [];
    const node = value.name === undefined ? byId.get(value["@id"] as string) : value;
    return typeof node?.name === "string" ? [node.name] : [];
  };
  const articles = nodes.filter((node) => typeOf(node).some((type) => articleType.test(type)));
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
    headline: first("headline") ?? first("name"),
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

function collect(value: unknown, nodes: Node[], depth: number): void {
  if (depth > maxDepth) return;
  if (Array.isArray(value)) for (const one of value) collect(one, nodes, depth + 1);
  else if (isNode(value)) {
    nodes.push(value);
    for (const one of Object.values(value))
      if (typeof one === "object") collect(one, nodes, depth + 1);
  }
}

/** Reads JSON as pages write it: with comments around it, and line breaks inside of texts. */
function jsonIn(text: string): unknown {
  const plain = text
    .replace(/^\s*(?:\/\/)?\s*(?:<!--|<!\[CDATA\[)/u, "")
    .replace(/(?:\/\/)?\s*(?:-->|\]\]>)\s*$/u, "")
    .trim();
  for (const attempt of [plain, plain.replaceAll(/[\n\r\t]+/gu, " "), plain.replace(/;$/u, "")]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt is more patient.
    }
  }
  return undefined;
}
