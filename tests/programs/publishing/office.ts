import { spawnSync } from "node:child_process";
import { readlinkSync } from "node:fs";
import { join } from "node:path";
import { readDestination } from "../../../scripts/cli/destination.ts";
import { publish } from "../../../scripts/publish.ts";
import { faultsIn, leftIn, nowhere } from "../../../scripts/trials/publishing-office.ts";
import type { Day } from "../../../src/day.ts";
import { article, base, type Files, temporaryFolder, writeFiles } from "../../content.ts";

/** An office that writes in a repository and publishes into a folder. */
export type Office = {
  readonly folder: string;
  /** The target, when it is on this machine. */
  readonly target: string;
  readonly write: (files: Files) => void;
  /** Commits everything, at a number of hours after the first commit; returns the commit. */
  readonly commit: (files?: Files, hours?: number) => string;
  readonly git: (...args: string[]) => string;
  /** Publishes; `warn` is told what the person who publishes would read. */
  readonly publish: (
    more?: Partial<Wish>,
    warn?: (text: string) => void,
  ) => ReturnType<typeof publish>;
};

export type Wish = {
  readonly to: string;
  readonly today: string;
  readonly url: string;
};

/** The smallest content folder of a site with one article, in a repository with one commit. */
export function newOffice(): Office {
  const folder = temporaryFolder();
  const content = join(folder, "content");
  const target = join(folder, "đích của trang");
  let hours = 0;
  const git = (...args: string[]) => {
    const date = new Date(Date.UTC(2024, 2, 1, hours)).toISOString();
    const env = { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date };
    const who = ["-c", "user.name=A", "-c", "user.email=a@thu.example"];
    const { status, stdout, stderr } = spawnSync("git", [...who, ...args], {
      cwd: folder,
      env,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
    return stdout.trim();
  };
  const write = (files: Files) => writeFiles(content, files);
  const commit = (files: Files = {}, after = hours + 1) => {
    write(files);
    hours = after;
    git("add", "content");
    git("commit", "--quiet", "--allow-empty", "--message", "x");
    return git("rev-parse", "HEAD");
  };
  git("init", "--quiet", "--initial-branch", "main");
  commit({ ...base, "a.md": article(), "b.md": article("", "Bài thứ hai.") });
  return {
    folder,
    target,
    write,
    commit,
    git,
    publish({ to = target, today = "2024-06-30", url = nowhere } = {}, warn = undefined) {
      const options = {
        to: readDestination(to, "to"),
        content,
        output: join(folder, "_site"),
        cache: join(folder, ".cache"),
        now: undefined,
        url,
        today: today as Day,
      };
      return publish(options, undefined, undefined, warn);
    },
  };
}

/** Returns the name of the release that is live. */
export function liveIn(target: string): string {
  return readlinkSync(join(target, "current")).replace("releases/", "");
}

/** Returns what is wrong with a target between two publishes; empty when it is as it should be. */
export function faultsOf(target: string): string[] {
  return [...faultsIn(join(target, "current")), ...leftIn(target)];
}
