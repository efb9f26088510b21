import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll } from "vitest";
import { article, base, type Files, temporaryFolder, writeFiles } from "../../content.ts";

/** An office whose articles are in a real repository, on a server that can be made to fail. */

// What this machine has set for git must not reach the tests.
process.env.GIT_CONFIG_GLOBAL = "/dev/null";
process.env.GIT_CONFIG_SYSTEM = "/dev/null";
for (const key of ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"]) delete process.env[key];
for (const key of ["BAN_TIN_TOKEN", "BAN_TIN_TOKEN_HOST"]) delete process.env[key];

export function git(folder: string, ...args: string[]): string {
  return execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: "pipe" }).trim();
}

export type Office = {
  /** The bare repository that is the server's. */
  readonly bare: string;
  /** Makes the folder of one more writer, as a clone; `from` is the address when not the folder. */
  readonly writer: (name: string, from?: string) => Writer;
  /** What the server's branch has at a path; undefined for no such file. */
  readonly onServer: (branch: string, path: string) => string | undefined;
  /** The names of the server's branches. */
  readonly branches: () => string[];
  /** Changes files on a branch of the server, as an editor does; undefined deletes one. */
  readonly edit: (
    branch: string,
    files: Readonly<Record<string, string | undefined>>,
    message?: string,
  ) => void;
  /** Publishes a branch as one commit, and deletes it. */
  readonly squash: (branch: string) => void;
  readonly deleteBranch: (branch: string) => void;
};

export type Writer = {
  /** The top of the clone, and the content folder in it. */
  readonly top: string;
  readonly content: string;
  readonly write: (files: Files) => void;
};

export const firstFiles: Files = {
  ...base,
  "2024/hop/index.md": article("images: [{ src: anh.jpg, alt: Ảnh cũ }]"),
  "2024/hop/anh.jpg": onePixel(),
  "2024/khen/index.md": article().replace("Bài thử", "Khen thưởng quý một"),
};

/** Returns the smallest picture that the program takes. */
export function onePixel(): Uint8Array {
  return readFileSync(
    join(import.meta.dirname, "../../..", "content", firstPictureIn(["content"])),
  );
}

function firstPictureIn([top]: readonly [string]): string {
  const root = join(import.meta.dirname, "../../..", top);
  const found = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.jpg$/u.test(path))
    .toSorted();
  return found[0]!;
}

export function newOffice(files: Files = firstFiles): Office {
  const root = temporaryFolder();
  const bare = join(root, "may-chu.git");
  const seed = join(root, "goc");
  git(root, "init", "--quiet", "--bare", "--initial-branch=main", bare);
  git(bare, "config", "http.receivepack", "true");
  git(root, "init", "--quiet", "--initial-branch=main", seed);
  named(seed, "Biên Tập Mẫu");
  writeFiles(join(seed, "content"), files);
  git(seed, "add", "--all");
  git(seed, "commit", "--quiet", "--message", "Bắt đầu");
  git(seed, "remote", "add", "origin", bare);
  git(seed, "push", "--quiet", "origin", "main");
  let number = 0;
  const at = (branch: string) => {
    git(seed, "fetch", "--quiet", "--prune", "origin");
    git(seed, "checkout", "--quiet", "--force", "--detach", `origin/${branch}`);
  };
  return {
    bare,
    writer(name, from = bare) {
      number += 1;
      const top = join(root, `nguoi-viet-${number}`);
      git(root, "clone", "--quiet", bare, top);
      // A server of this process could not answer while `git` has it wait.
      if (from !== bare) git(top, "remote", "set-url", "origin", from);
      named(top, name);
      const content = join(top, "content");
      return { top, content, write: (given) => writeFiles(content, given) };
    },
    onServer(branch, path) {
      try {
        return git(bare, "show", `refs/heads/${branch}:content/${path}`);
      } catch {
        return undefined;
      }
    },
    branches: () => git(bare, "for-each-ref", "--format=%(refname:short)").split("\n"),
    edit(branch, changes, message = "Sửa") {
      at(branch);
      for (const [path, text] of Object.entries(changes))
        if (text === undefined) git(seed, "rm", "--quiet", `content/${path}`);
        else writeFiles(join(seed, "content"), { [path]: text });
      git(seed, "add", "--all");
      git(seed, "commit", "--quiet", "--message", message);
      git(seed, "push", "--quiet", "origin", `HEAD:refs/heads/${branch}`);
    },
    squash(branch) {
      at("main");
      git(seed, "merge", "--quiet", "--squash", `origin/${branch}`);
      git(seed, "commit", "--quiet", "--message", "Đăng");
      git(seed, "push", "--quiet", "origin", "HEAD:refs/heads/main", `:refs/heads/${branch}`);
    },
    deleteBranch: (branch) => {
      git(bare, "update-ref", "-d", `refs/heads/${branch}`);
    },
  };
}

function named(folder: string, name: string): void {
  git(folder, "config", "user.name", name);
  git(folder, "config", "user.email", "nguoi@thu.example");
}

/** Returns all that sending must leave as it is: HEAD, the index byte for byte, every file. */
export function snapshot(top: string): Record<string, string> {
  const files = readdirSync(top, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .filter(({ entry, path }) => entry.isFile() && !path.startsWith(join(top, ".git")));
  return {
    status: git(
      top,
      "-c",
      "core.fsmonitor=false",
      "--no-optional-locks",
      "status",
      "--porcelain=v2",
    ),
    head: `${readFileSync(join(top, ".git/HEAD"), "utf8")}${git(top, "rev-parse", "HEAD")}`,
    index: readFileSync(join(top, ".git/index")).toString("base64"),
    ...Object.fromEntries(files.map(({ path }) => [path, readFileSync(path).toString("base64")])),
  };
}

/** How a server of repositories behaves; changed while it runs. */
export type Manner = {
  /** `user:password` that is demanded. */
  password?: string;
  /** It hangs up as soon as something is sent to it. */
  hangsUp?: boolean;
  /** It takes what is sent to it, and hangs up before it says so. */
  losesAnswer?: boolean;
  /** Every answer has this status. */
  status?: number;
};

/** Serves a bare repository by http, as hosts do; returns its address. */
export async function serveRepository(bare: string, manner: Manner): Promise<string> {
  const server = createServer((request, response) => void serve(bare, manner, request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/don-vi/ban-tin.git`;
}

async function serve(
  bare: string,
  manner: Manner,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { password, hangsUp, status } = manner;
  if (status !== undefined) {
    response.writeHead(status).end();
    return;
  }
  const given = /^Basic (.+)$/u.exec(request.headers.authorization ?? "")?.[1] ?? "";
  if (password !== undefined && Buffer.from(given, "base64").toString() !== password) {
    response.writeHead(401, { "WWW-Authenticate": 'Basic realm="kho"' }).end();
    return;
  }
  const url = new URL(request.url!, "http://kho");
  const path = url.pathname.replace("/don-vi/ban-tin.git", "");
  if (hangsUp && request.method === "POST" && path === "/git-receive-pack") {
    request.socket.destroy();
    return;
  }
  const child = spawn("git", ["http-backend"], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: bare,
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: path,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      CONTENT_LENGTH: request.headers["content-length"] ?? "",
      HTTP_CONTENT_ENCODING: String(request.headers["content-encoding"] ?? ""),
      HTTP_GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
    },
    stdio: ["pipe", "pipe", "ignore"],
  });
  child.stdin.on("error", () => {});
  request.pipe(child.stdin);
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  const printed = Buffer.concat(chunks);
  if (manner.losesAnswer && request.method === "POST" && path === "/git-receive-pack") {
    request.socket.destroy();
    return;
  }
  const end = printed.indexOf("\r\n\r\n");
  const heads = printed.subarray(0, end).toString().split("\r\n");
  for (const head of heads) {
    const [name = "", value = ""] = head.split(/:\s*/u, 2);
    if (name === "Status") response.statusCode = Number.parseInt(value, 10);
    else response.setHeader(name, value);
  }
  response.end(printed.subarray(end + 4));
}
