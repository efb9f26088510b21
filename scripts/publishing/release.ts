import * as z from "zod";
import { type Day, parseDay, shortDay } from "../../src/day.ts";

/**
 * What a release says of itself, in its file release.json. Anyone can read it there, so it tells
 * nothing of who published it, where and from which folder.
 */
export type ReleaseFacts = {
  /** Version of this file. */
  readonly format: 1;
  readonly program: ProgramFacts;
  /** Missing when the content is in no repository. */
  readonly content?: ContentFacts | undefined;
  /** The day that was taken for today: articles of later days are not published yet. */
  readonly today: Day;
  /** Number of files in the manifest. */
  readonly files: number;
};

export type ProgramFacts = {
  readonly name: string;
  readonly version: string;
  /** A hash of the code that makes a site: code with the same hash makes the same site. */
  readonly code: string;
  /** Version of Node, which is part of that hash. */
  readonly node: string;
  /** The commit of the program, where it is in a repository. */
  readonly commit?: string | undefined;
};

export type ContentFacts = {
  readonly commit: string;
  /** The time of the commit: ISO 8601, in UTC. */
  readonly committed: string;
  /** True when there were changes that are in no commit. */
  readonly changed: boolean;
};

export const releaseFile = "release.json";

// A live site may be a stranger's by now, and messages repeat what its file says: a commit is one
// and nothing else, and a name has no letters that a terminal or a shell would obey.
const commit = z.string().regex(/^[0-9a-f]{40,64}$/u);
const name = z.string().regex(/^[\w.+-]{1,100}$/u);

const schema = z.object({
  format: z.literal(1),
  program: z.object({
    name,
    version: name,
    code: name,
    node: name,
    commit: commit.optional(),
  }),
  content: z
    .object({
      commit,
      committed: z.iso.datetime(),
      changed: z.boolean(),
    })
    .optional(),
  today: z.iso.date().transform((text) => parseDay(text)!),
  files: z.int(),
});

export function releaseText(facts: ReleaseFacts): string {
  return `${JSON.stringify(facts, undefined, 2)}\n`;
}

/** Reads release.json; undefined when it is missing, damaged or of a later program. */
export function readRelease(text: string | undefined): ReleaseFacts | undefined {
  try {
    return schema.parse(JSON.parse(text ?? ""));
  } catch {
    return undefined;
  }
}

/** The name of a release: its time, and the commit of its content if that is known. */
const idForm = /^\d{8}-\d{6}(?:-[0-9a-f]{8})?$/u;

export function isReleaseId(name: string): boolean {
  return idForm.test(name) && !Number.isNaN(timeOf(name));
}

/**
 * Returns the name of a new release: `20240131-070509-1a2b3c4d`, by the clock of Viet Nam. It
 * comes after the live one in the order of names even when the clock of this machine is slow.
 */
export function releaseId(nowMs: number, commit: string | undefined, live?: string): string {
  const after = live === undefined ? 0 : timeOf(live) + 1000;
  const time = new Date(Math.max(nowMs, after) + vietNamMs).toISOString();
  const stamp = time.slice(0, 19).replaceAll(/[-:]/gu, "").replace("T", "-");
  return commit === undefined ? stamp : `${stamp}-${commit.slice(0, 8)}`;
}

const vietNamMs = 7 * 3_600_000;

/** Returns the time in the name of a release, in milliseconds; NaN when there is no such time. */
function timeOf(id: string): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)/u.exec(id) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - vietNamMs;
}

/** Says in a few words what a release is made from. */
export function factsText({ content, today }: ReleaseFacts): string {
  const commit =
    content === undefined
      ? ""
      : `commit ${content.commit.slice(0, 8)}${content.changed ? " có sửa thêm" : ""}, `;
  return `${commit}ngày ${shortDay(today)}`;
}

/** Why a release would take something from readers that the live one has. */
type Backwards =
  /** Its content is older, or it was made for an earlier day, on which fewer articles were due. */
  | "older"
  /** Both contents have commits that the other one has not. */
  | "diverged";

/**
 * Returns why a release would bring readers back to an earlier state than the live one; undefined
 * when it would not.
 *
 * @param isAncestor returns whether the first commit comes before the second in the history, or
 *   undefined when the history here does not have both
 */
export async function goesBackwards(
  next: ReleaseFacts,
  live: ReleaseFacts,
  isAncestor: (a: string, b: string) => Promise<boolean | undefined>,
): Promise<Backwards | undefined> {
  if (next.today < live.today) return "older";
  if (next.content === undefined || live.content === undefined) return undefined;
  const [ours, theirs] = [next.content.commit, live.content.commit];
  if (ours === theirs) return undefined;
  const isLater = await isAncestor(theirs, ours);
  if (isLater) return undefined;
  if (await isAncestor(ours, theirs)) return "older";
  if (isLater === false) return "diverged";
  // The live commit is not known here, so that only its time is left to go by.
  return next.content.committed < live.content.committed ? "older" : undefined;
}
