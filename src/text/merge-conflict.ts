/** What git leaves in a text when two people changed the same lines: the places of its marks. */
export type MergeConflict = {
  /** Offset of the line of the first mark, in UTF-16 units. */
  readonly index: number;
  /** The lines of all its marks, from 1. */
  readonly lines: readonly number[];
};

/** Markdown underlines headings with equal signs, and has tables of pipes and blocks of code. */
export type Language = "markdown" | "yaml";

type Mark = {
  /** The first of its signs. */
  readonly sign: string;
  /** The number of signs. Git takes two more for each conflict within another. */
  readonly size: number;
  /** The line, from 0. */
  readonly at: number;
  readonly index: number;
  /** Whether it can be nothing else, even without the others. */
  readonly isClear: boolean;
};

/** A line of at least seven of its signs that has nothing else, or a name behind a space. */
const markForm = /^([ \t]*)(<{7,}|\|{7,}|={7,}|>{7,})(?= |$)(.*)$/u;
/** Where none of these are, in a line or at its start, there is no mark. */
const anyMark = /<{7}|\|{7}|={7}|>{7}/u;
/** A fence may be in an item of a list or in a quotation; behind backticks there are no others. */
const fenceForm = /^(?:\s|>|[-*+]\s|\d{1,9}[.)]\s)*(`{3,}(?=[^`]*$)|~{3,})/u;

/**
 * Finds what is left of merge conflicts, in the usual form and in those of diff3 and zdiff3, where
 * a conflict may hold others. In Markdown a row of equal signs alone underlines a heading, and a
 * row of pipes is a row of a table, so these count only together with a mark that is nothing else.
 * Marks that are all in one block of code are shown to readers on purpose; a block without an end
 * may have lost it to the conflict.
 */
export function mergeConflictsIn(text: string, language: Language): MergeConflict[] {
  if (!anyMark.test(text)) return [];
  const lines = text.split("\n");
  const blockEnds = language === "markdown" ? blockEndsOf(lines) : undefined;
  const isShown = (marks: readonly Mark[]) =>
    blockEnds !== undefined && marks.at(-1)!.at <= blockEnds[marks[0]!.at]!;
  return conflictsOf(marksIn(lines, language))
    .filter((marks) => !isShown(marks))
    .map((marks) => ({ index: marks[0]!.index, lines: marks.map(({ at }) => at + 1) }));
}

function marksIn(lines: readonly string[], language: Language): Mark[] {
  const marks: Mark[] = [];
  let index = 0;
  for (const [at, line] of lines.entries()) {
    const [, indent = "", signs = "", name = ""] = markForm.exec(line) ?? [];
    // In Markdown, what is further to the right is a block of code.
    const isCode = language === "markdown" && (indent.length > 3 || indent.includes("\t"));
    if (signs !== "" && !isCode) {
      const sign = signs[0]!;
      const isClear =
        language === "yaml" ? isClearInYaml(sign, indent) : isClearBeside(signs, name);
      marks.push({ sign, size: signs.length, at, index, isClear });
    }
    index += line.length + 1;
  }
  return marks;
}

function isClearInYaml(sign: string, indent: string): boolean {
  // A text in a block of its own may be underlined; it is never at the left edge.
  return indent === "" || sign === "<" || sign === ">";
}

function isClearBeside(signs: string, name: string): boolean {
  if (signs.startsWith("|")) return name !== "" && !name.includes("|");
  if (signs.startsWith(">")) return signs.length === 7 ? name.trim() !== "" : ofBase.test(name);
  return signs.startsWith("<");
}

/** What git calls the sides of a conflict in a base. More signs than seven may be a quotation. */
const ofBase = /^ Temporary merge branch \d/u;

/**
 * Puts marks together that are of one conflict. Opening and closing marks are paired like brackets,
 * and a conflict within another belongs to that. What has no partner is what somebody left who took
 * out the rest.
 */
function conflictsOf(marks: readonly Mark[]): Mark[][] {
  const open: Mark[] = [];
  const openSizes = new Map<number, number>();
  const count = (size: number, by: number) => openSizes.set(size, (openSizes.get(size) ?? 0) + by);
  /** The opening mark that each mark belongs to; none for those that are left over. */
  const openingOf = new Map<Mark, Mark>();
  const closings = new Map<Mark, Mark>();
  for (const mark of marks) {
    const { sign, size } = mark;
    if (sign === "<") {
      open.push(mark);
      count(size, 1);
      openingOf.set(mark, mark);
    } else if (sign !== ">") {
      const around = open.at(-1);
      if (around?.size === size) openingOf.set(mark, around);
    } else if (openSizes.get(size)) {
      let last = open.pop()!;
      for (; last.size !== size; last = open.pop()!) count(last.size, -1);
      count(size, -1);
      openingOf.set(mark, last);
      closings.set(last, mark);
    }
  }
  const found: Mark[][] = [];
  const groups = new Map<Mark, Mark[]>();
  let end = -1;
  let loose: Mark[] = [];
  // A heading may be underlined far above; only what is nearest is of the same conflict.
  const nearest = new Map<string, Mark>();
  const endLoose = () => {
    if (loose.length > 0) found.push([...loose, ...nearest.values()].sort((a, b) => a.at - b.at));
    loose = [];
    nearest.clear();
  };
  for (const mark of marks) {
    const { sign, at } = mark;
    const opening = openingOf.get(mark);
    if (opening === undefined) {
      if (at < end) continue;
      if (mark.isClear) loose.push(mark);
      else nearest.set(sign, mark);
      if (sign === ">") endLoose();
      continue;
    }
    endLoose();
    if (opening === mark && at > end) {
      const group: Mark[] = [];
      found.push(group);
      groups.set(mark, group);
      end = closings.get(mark)?.at ?? end;
    } else if (opening === mark) groups.set(mark, found.at(-1)!);
    groups.get(opening)!.push(mark);
  }
  endLoose();
  return found;
}

/** Returns for each line the closing fence of its block of code; -1 for lines in none. */
function blockEndsOf(lines: readonly string[]): number[] {
  const ends = lines.map(() => -1);
  let fence = "";
  let start = 0;
  for (const [at, line] of lines.entries()) {
    const before = fence;
    fence = fenceAfter(line, before);
    if (before === "") start = at;
    else if (fence === "") ends.fill(at, start, at + 1);
  }
  return ends;
}

/** Returns the signs that opened the block of code which goes on behind a line; empty for none. */
function fenceAfter(line: string, fence: string): string {
  const [all = "", signs = ""] = fenceForm.exec(line) ?? [];
  if (fence === "") return signs;
  const isEnd = signs.startsWith(fence) && line.trim() === all.trim();
  return isEnd ? "" : fence;
}
