import matter from "gray-matter";
import { maxHead } from "../limits.ts";
import { fileStart, type Problem, placeAt, problem } from "../problems/problem.ts";
import { conflictProblems } from "../yaml/conflict-problems.ts";
import { parseYaml, type YamlTree } from "../yaml/yaml.ts";
import type { SourceFile } from "./source-file.ts";

export type SplitFile = {
  /** Undefined when the file has no front matter that can be read; then `problems` says why. */
  readonly head: YamlTree | undefined;
  readonly body: string;
  /** Offset of the body in the file's text, in UTF-16 units. */
  readonly bodyOffset: number;
  readonly problems: readonly Problem[];
};

/**
 * Splits an article into its head and its body.
 *
 * gray-matter *runs* front matter that calls itself JavaScript (`---js`, `---JS` …), whatever its
 * options say, so the opening line is looked at first: unless it is `---`, gray-matter never sees
 * the file. It is always given options, because without them it caches, and a bad file that throws
 * once comes back as `{}` the second time.
 */
export function splitFrontMatter(file: SourceFile): SplitFile {
  const { path, text } = file;
  const nothing = (...problems: readonly Problem[]): SplitFile => ({
    head: undefined,
    body: "",
    bodyOffset: text.length,
    problems,
  });

  // Which of the two texts is meant, nobody can say; so neither is read.
  const conflicts = conflictProblems(text, "markdown", (offset) => placeAt(path, text, offset));
  if (conflicts.length > 0) return nothing(...conflicts);

  const firstLine = text.slice(0, lineEnd(text, 0));
  if (firstLine.trimEnd() !== "---") {
    if (text.trim() === "") return nothing(problem("empty-file", fileStart(path)));
    // Word makes a dash of three hyphens.
    if (/^(?:---|[—–]+\s*$)/u.test(firstLine))
      return nothing(problem("front-matter-language", fileStart(path), { value: firstLine }));
    const late = /^(?:.*\n){1,9}?---[ \t]*\n/u.exec(text)?.[0].split("\n").length;
    return nothing(
      late !== undefined &&
        /^title\s*:/mu.test(
          text
            .split("\n")
            .slice(late - 1)
            .join("\n"),
        )
        ? problem("front-matter-late", fileStart(path), { line: String(late - 1) })
        : problem("no-front-matter", fileStart(path)),
    );
  }
  const closing = text.indexOf("\n---", 3);
  if (closing === -1) return nothing(problem("front-matter-open", fileStart(path)));
  const closingLine = text.slice(closing + 1, lineEnd(text, closing + 1));
  if (closingLine.trimEnd() !== "---") {
    return nothing(
      problem("front-matter-close", placeAt(path, text, closing + 1), { value: closingLine }),
    );
  }

  if (closing > maxHead) {
    const args = { size: String(closing), most: String(maxHead) };
    return nothing(problem("head-too-large", fileStart(path), args));
  }

  let head: YamlTree | undefined;
  const bodyOffset = closing + closingLine.length + 1;
  const yamlOffset = firstLine.length;
  const yaml = text.slice(yamlOffset, closing);
  // Only the head is handed over: gray-matter would copy the body too, twice. And never what is
  // behind the three hyphens, which it takes for the name of a language. From each of many empty
  // lines it would look for a comment through all the others.
  matter(`---${yaml.replaceAll(/\n\s*\n/gu, "\n")}\n---`, {
    language: "yaml",
    engines: {
      yaml: {
        parse() {
          head = parseYaml(yaml, file, yamlOffset);
          return {};
        },
        stringify: () => "",
      },
    },
  });
  // gray-matter does not call the engine for a head of nothing but comments.
  head ??= parseYaml("", file, yamlOffset);
  return { head, body: text.slice(bodyOffset), bodyOffset, problems: [] };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}
