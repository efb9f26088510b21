import { posix } from "node:path";
import { childrenOf, parseXml, type XmlElement } from "./xml.ts";

/** What a part of a Word file refers to by an id. */
export type Relation = {
  readonly type: string;
  /** The name of the file in the archive, or an address outside it. */
  readonly target: string;
  readonly isOutside: boolean;
};

/** Returns what a part refers to, by the ids that it uses. */
export function relationsOf(
  files: ReadonlyMap<string, Uint8Array>,
  part: string,
): ReadonlyMap<string, Relation> {
  const folder = posix.dirname(part);
  const bytes = files.get(posix.join(folder, "_rels", `${posix.basename(part)}.rels`));
  const relations = new Map<string, Relation>();
  if (bytes === undefined) return relations;
  for (const one of childrenOf(parseXml(bytes), "rel:Relationship")) {
    const { Id = "", Type = "", Target = "", TargetMode } = one.attributes;
    const isOutside = TargetMode === "External";
    const target = isOutside ? Target : posix.join("/", folder, Target).slice(1);
    const inside = Target.startsWith("/") ? Target.slice(1) : target;
    relations.set(Id, {
      type: posix.basename(Type),
      target: isOutside ? Target : inside,
      isOutside,
    });
  }
  return relations;
}

/** Returns the name of the part that holds the text. */
export function mainPart(files: ReadonlyMap<string, Uint8Array>): string {
  return relatedTo(files, relationsOf(files, ""), "officeDocument")[0] ?? "word/document.xml";
}

/** Returns the names of the parts of one type that a part refers to. */
export function relatedTo(
  files: ReadonlyMap<string, Uint8Array>,
  relations: ReadonlyMap<string, Relation>,
  type: string,
): string[] {
  return [...relations.values()]
    .filter((one) => one.type === type && files.has(one.target))
    .map(({ target }) => target);
}

/** Reads a part; undefined when there is none, or it is no XML. */
export function readPart(
  files: ReadonlyMap<string, Uint8Array>,
  name: string | undefined,
): XmlElement | undefined {
  const bytes = name === undefined ? undefined : files.get(name);
  if (bytes === undefined) return undefined;
  try {
    return parseXml(bytes);
  } catch {
    return undefined;
  }
}
