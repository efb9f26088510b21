import { hash } from "node:crypto";
import { changeInWords } from "../../src/front-matter/differences.ts";
import type { Version } from "../../src/front-matter/life-api.ts";
import { beforeUpdates, ownPerson } from "./kept-copies.ts";
import { textIn } from "./merge-file.ts";
import { type OwnFolder, openOwnFolder, pathFromTop } from "./own-folder.ts";
import { git, gitOutput } from "./run-git.ts";

/*
 * Earlier versions of an article: those that were published, those that were sent for review, the
 * copies from before updates, and the saves on this machine, which are commits of our own that no
 * branch leads to.
 */

/** At most this many versions are listed. */
const mostListed = 100;
/** Saves within this many seconds of each other are one version. */
const shortestSeconds = 60;

const savesRef = (path: string) => `refs/ban-tin/luu/${hash("sha1", path).slice(0, 16)}`;
/** The name of the file in the tree of a save. */
const savedName = "bai.md";

/**
 * Keeps a save of an article. Saves within a minute are one version: the newest of them.
 *
 * @param path in content
 * @param before the text of the file before the save, kept too where nothing else has it
 */
export async function keepSave(
  own: OwnFolder,
  path: string,
  before: string | undefined,
  after: string,
  now = new Date(),
): Promise<void> {
  const ref = savesRef(pathFromTop(own, path));
  const last = await lastSave(own, ref);
  let parent = last?.commit;
  const isKnown =
    before === undefined ||
    before === last?.text ||
    before === (await textAt(own, `HEAD:${pathFromTop(own, path)}`));
  if (!isKnown) parent = await addSave(own, before, parent, now);
  const isSoon =
    isKnown && last !== undefined && now.getTime() / 1000 - last.seconds < shortestSeconds;
  const made = await addSave(own, after, isSoon ? last.parent : parent, now);
  await git(own, ["update-ref", ref, made]);
}

/**
 * Keeps a save where the content is in a repository. A save is done also where its copy cannot be
 * kept.
 */
export async function rememberSave(
  content: string,
  path: string,
  before: string,
  after: string,
): Promise<void> {
  const own = await openOwnFolder(content);
  if (own !== undefined) await keepSave(own, path, before, after).catch(() => {});
}

/** Takes the saves of an article along when it moves. */
export async function moveSaves(own: OwnFolder, from: string, to: string): Promise<void> {
  const [old, fresh] = [from, to].map((path) => savesRef(pathFromTop(own, path)));
  const last = await lastSave(own, old!);
  if (last !== undefined) await git(own, ["update-ref", fresh!, last.commit]);
}

async function addSave(
  own: OwnFolder,
  text: string,
  parent: string | undefined,
  now: Date,
): Promise<string> {
  const blob = (await git(own, ["hash-object", "-w", "--stdin"], { input: text })).trim();
  const tree = await git(own, ["mktree"], { input: `100644 blob ${blob}\t${savedName}\n` });
  const date = `${Math.floor(now.getTime() / 1000)} +0000`;
  const { name, email } = ownPerson;
  const env = {
    ...{ GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date },
    ...{ GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date },
  };
  const of = parent === undefined ? [] : ["-p", parent];
  const args = ["commit-tree", "--no-gpg-sign", tree.trim(), ...of];
  return (await git(own, args, { env, input: "Lưu\n" })).trim();
}

type Save = {
  readonly commit: string;
  readonly parent: string | undefined;
  readonly seconds: number;
  readonly text: string;
};

async function lastSave(own: OwnFolder, ref: string): Promise<Save | undefined> {
  const printed = await git(own, ["log", "-1", "--format=%H %ct %P", ref, "--"]).catch(() => "");
  const [commit, seconds, parent] = printed.trim().split(" ");
  if (!commit) return undefined;
  const text = (await textAt(own, `${commit}:${savedName}`)) ?? "";
  return { commit, parent, seconds: Number(seconds), text };
}

type Found = Pick<Version, "kind" | "by"> & {
  readonly commit: string;
  readonly path: string;
  /** Seconds since 1970. */
  readonly seconds: number;
};

/**
 * Returns the versions of an article, the newest first; each that is the same as the one before it
 * in time is left out.
 *
 * @param path in content
 * @param sent commits that were sent for review
 */
export async function versionsOf(
  own: OwnFolder,
  path: string,
  sent: readonly string[] = [],
): Promise<Version[]> {
  const place = pathFromTop(own, path);
  const found = [
    ...(await publishedVersions(own, place)),
    ...(await savedVersions(own, place)),
    ...(await versionsIn(own, place, await copiesOf(own), "before-update")),
    ...(await versionsIn(own, place, sent, "sent")),
  ].toSorted((a, b) => a.seconds - b.seconds);
  const texts = await textsAt(
    own,
    found.map(({ commit, path: at }) => `${commit}:${at}`),
  );
  const versions: Version[] = [];
  let before: string | undefined;
  for (const [number, { commit, path: at, seconds, by, kind }] of found.entries()) {
    const text = texts[number];
    if (text === undefined || text === before) continue;
    const time = new Date(seconds * 1000).toISOString();
    versions.push({ id: `${commit}:${at}`, time, by, kind, words: changeInWords(before, text) });
    before = text;
  }
  return versions.toReversed().slice(0, mostListed);
}

/** Returns the text of a version; undefined for an id that is not one of this article's. */
export async function versionText(
  own: OwnFolder,
  path: string,
  id: string,
  sent: readonly string[] = [],
): Promise<string | undefined> {
  const isKnown = (await versionsOf(own, path, sent)).some((version) => version.id === id);
  return isKnown ? textAt(own, id) : undefined;
}

async function publishedVersions(own: OwnFolder, path: string): Promise<Found[]> {
  const form = "--format=%x01%H%x00%ct%x00%an%x00";
  const args = ["log", "--follow", "-z", "--name-status", `-${mostListed}`, form, "HEAD"];
  const printed = await git(own, [...args, "--", path]).catch(() => "");
  return printed
    .split("\u0001")
    .slice(1)
    .flatMap((entry): Found[] => {
      const [commit = "", seconds = "", by = "", ...files] = entry.split("\0");
      const [status = "", ...paths] = files.filter((part) => part.trim() !== "");
      const at = paths.at(-1);
      if (at === undefined || status.trim().startsWith("D")) return [];
      return [{ commit, path: at, seconds: Number(seconds), by, kind: "published" }];
    })
    .toReversed();
}

/** Returns the saves, the oldest first: some are of the same second. */
async function savedVersions(own: OwnFolder, path: string): Promise<Found[]> {
  const args = ["log", `-${mostListed}`, "--format=%H %ct", savesRef(path), "--"];
  const printed = await git(own, args).catch(() => "");
  return printed
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [commit = "", seconds = ""] = line.split(" ");
      return { commit, path: savedName, seconds: Number(seconds), by: "", kind: "saved" } as const;
    })
    .toReversed();
}

async function copiesOf(own: OwnFolder): Promise<string[]> {
  const printed = await git(own, ["for-each-ref", "--format=%(objectname)", beforeUpdates]);
  return printed.split("\n").filter(Boolean);
}

async function versionsIn(
  own: OwnFolder,
  path: string,
  commits: readonly string[],
  kind: Version["kind"],
): Promise<Found[]> {
  const found: Found[] = [];
  for (const commit of new Set(commits)) {
    const printed = await git(own, ["show", "-s", "--format=%ct%x00%an", commit]).catch(() => "");
    const [seconds, by = ""] = printed.trim().split("\0");
    if (!seconds) continue;
    const author = kind === "before-update" ? "" : by;
    found.push({ commit, path, seconds: Number(seconds), by: author, kind });
  }
  return found;
}

/** Returns the texts of files by their names in git, each undefined where there is none. */
async function textsAt(own: OwnFolder, names: readonly string[]): Promise<(string | undefined)[]> {
  const input = names.map((name) => `${name.replaceAll("\n", "")}\n`).join("");
  const printed = await gitOutput(own, ["cat-file", "--batch"], { input });
  const texts: (string | undefined)[] = [];
  for (let at = 0; at < printed.length; ) {
    const end = printed.indexOf("\n", at);
    const [, size] = /^[0-9a-f]+ blob (\d+)$/u.exec(printed.toString("utf8", at, end)) ?? [];
    const from = end + 1;
    const to = size === undefined ? end : from + Number(size);
    const text = size === undefined ? undefined : textIn(printed.subarray(from, to));
    texts.push(text?.replaceAll("\r\n", "\n"));
    at = to + 1;
  }
  return texts;
}

async function textAt(own: OwnFolder, name: string): Promise<string | undefined> {
  const bytes = await gitOutput(own, ["cat-file", "blob", name]).catch(() => undefined);
  return textIn(bytes)?.replaceAll("\r\n", "\n");
}
