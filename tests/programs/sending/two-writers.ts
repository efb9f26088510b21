import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type BroughtIn, bringIn } from "../../../scripts/sending/bringing-in.ts";
import { openRepository, type Repository } from "../../../scripts/sending/repository.ts";
import { type Files, folderOf, writeFiles } from "../../content.ts";

/** A server, the folder of the writer, and the folder of somebody else, all on this machine. */
export type TwoWriters = {
  readonly server: string;
  readonly mine: Desk;
  readonly theirs: Desk;
};

/** A folder that was cloned from the server; the content is in `content/`. */
export type Desk = {
  readonly folder: string;
  readonly content: string;
  /** Runs git in it and returns what it prints. */
  readonly git: (...args: readonly string[]) => string;
  /** Writes files by their paths in the folder; undefined deletes one. */
  readonly put: (files: Readonly<Record<string, string | Uint8Array | undefined>>) => void;
  /** Returns the text of a file; undefined where there is none. */
  readonly read: (path: string) => string | undefined;
  /** Commits all and sends it to the published branch. */
  readonly publish: (message?: string) => void;
  readonly open: () => Promise<Repository>;
  readonly update: (sent?: readonly string[]) => Promise<BroughtIn>;
};

/**
 * Makes a server that has some files, and two folders that were cloned from it.
 *
 * @param all the folder to make them in
 */
export function twoWriters(files: Files, all = folderOf({})): TwoWriters {
  const server = join(all, "server.git");
  gitAt(all, "init", "--quiet", "--bare", "--initial-branch=main", server);
  const first = join(all, "dau");
  writeFiles(first, files);
  gitAt(first, "init", "--quiet", "--initial-branch=main");
  sign(first, "Người Dựng");
  gitAt(first, "add", "--all");
  gitAt(first, "commit", "--quiet", "-m", "Đầu tiên");
  gitAt(first, "push", "--quiet", server, "main");
  const clone = (name: string, by: string) => {
    const folder = join(all, name);
    gitAt(all, "clone", "--quiet", server, folder);
    sign(folder, by);
    return deskAt(folder);
  };
  return { server, mine: clone("toi", "Cây Bút Thử"), theirs: clone("ho", "Biên Tập Thử") };
}

function deskAt(folder: string): Desk {
  const git = (...args: readonly string[]) => gitAt(folder, ...args);
  const open = () => openRepository(join(folder, "content"));
  return {
    folder,
    content: join(folder, "content"),
    git,
    put(files) {
      for (const [path, content] of Object.entries(files))
        if (content === undefined) rmSync(join(folder, path), { force: true });
        else writeFiles(folder, { [path]: content });
    },
    read(path) {
      const place = join(folder, path);
      return existsSync(place) ? readFileSync(place, "utf8") : undefined;
    },
    publish(message = "Sửa") {
      git("add", "--all");
      git("commit", "--quiet", "-m", message);
      git("pull", "--quiet", "--rebase");
      git("push", "--quiet", "origin", "HEAD:main");
    },
    open,
    update: async (sent = []) => bringIn(await open(), sent),
  };
}

function sign(folder: string, name: string): void {
  gitAt(folder, "config", "user.name", name);
  gitAt(folder, "config", "user.email", "thu@vidu.example");
}

function gitAt(folder: string, ...args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  return execFileSync("git", args, { cwd: folder, env, encoding: "utf8" }).trimEnd();
}
