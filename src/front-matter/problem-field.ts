import type { SourceFile } from "../content/source-file.ts";
import type { YamlPath } from "../problems/problem.ts";
import { type Place, type Problem, placeAt } from "../problems/problem.ts";
import type { YamlTree } from "../yaml/yaml.ts";
import type { YamlValue } from "../yaml/yaml-value.ts";

/**
 * Makes a function that finds the way to the field that a problem is about; undefined when it is
 * about none.
 */
export function fieldFinder(head: YamlTree): (found: Problem) => YamlPath | undefined {
  if (head.value === undefined) return () => undefined;
  // Finding a place goes through the text, so each is found once for all problems.
  const places = [...placesIn(head, head.value, [])];
  return (found) => {
    const { code, args } = found;
    // What is missing has no place; the problem is with what it is missing in.
    if (code === "missing-key") return [args.key!];
    let best: Placed | undefined;
    for (const one of places)
      if (!isBefore(found, one.place) && (best === undefined || !isBefore(one.place, best.place)))
        best = one;
    if (best === undefined || code !== "missing-key-in") return best?.path;
    const depth = best.path.lastIndexOf(args.parent!);
    const next = best.path[depth + 1];
    return [
      ...best.path.slice(0, depth + 1),
      ...(typeof next === "number" ? [next] : []),
      args.key!,
    ];
  };
}

/**
 * Returns where a problem is in the text below the front matter, as an offset from its start in
 * UTF-16 units; undefined when it is above.
 */
export function offsetIn(
  { line, column }: Place,
  file: SourceFile,
  bodyOffset: number,
): number | undefined {
  const start = placeAt(file.path, file.text, bodyOffset);
  if (line < start.line || (line === start.line && column < start.column)) return undefined;
  let at = bodyOffset;
  for (let passed = start.line; passed < line; passed += 1) at = file.text.indexOf("\n", at) + 1;
  return at - bodyOffset + column - (line === start.line ? start.column : 1);
}

type Placed = { readonly path: YamlPath; readonly place: Place };

function* placesIn(head: YamlTree, value: YamlValue, path: YamlPath): Generator<Placed> {
  if (path.length > 0) yield { path, place: head.placeOf(path) };
  if (typeof value !== "object") return;
  for (const [key, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    const way = [...path, step];
    if (typeof step === "string") yield { path: way, place: head.placeOfKey(path, step) };
    yield* placesIn(head, inner as YamlValue, way);
  }
}

function isBefore(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
