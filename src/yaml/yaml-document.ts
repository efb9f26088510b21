import { Composer, type Document, Lexer, Parser, Schema, YAMLParseError } from "yaml";
import { maxDepth } from "../limits.ts";

/** YAML as nodes, or where it goes deeper than anything that is read. */
export type YamlDocument =
  | { readonly kind: "document"; readonly document: Document.Parsed }
  /** An offset in the text, in UTF-16 units. */
  | { readonly kind: "too-deep"; readonly offset: number };

// Made once, because otherwise the parser makes one for each file.
const schema = new Schema({ schema: "failsafe" });

const options = {
  schema,
  prettyErrors: false,
  logLevel: "error",
  maxAliasCount: 0,
  // Otherwise the parser compares each key with all before it.
  uniqueKeys: false,
} as never;

/**
 * Reads YAML in which every scalar stays the text that was written. Does what `parseDocument` of
 * the package does, but stops where lists and groups within each other are too deep: the package
 * goes down by recursion, and 100,000 brackets end the program.
 */
export function readDocument(text: string): YamlDocument {
  const parser = new Parser();
  let tooDeep: number | undefined;
  function* tokens() {
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme);
      if (parser.stack.length <= maxDepth) continue;
      tooDeep = parser.offset;
      return;
    }
    yield* parser.end();
  }
  let document: Document.Parsed | undefined;
  for (const one of new Composer(options).compose(tokens(), true, text.length)) {
    document ??= one as Document.Parsed;
    if (document === one) continue;
    const [start, end] = one.range;
    const message = "Source contains multiple documents";
    document.errors.push(new YAMLParseError([start, end], "MULTIPLE_DOCS", message));
    break;
  }
  if (tooDeep !== undefined) return { kind: "too-deep", offset: tooDeep };
  return { kind: "document", document: document! };
}
