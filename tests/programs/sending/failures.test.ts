import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder, writeFiles } from "../../content.ts";
import { editorOf } from "./editor-of.ts";
import {
  firstFiles,
  git,
  type Manner,
  newOffice,
  type Office,
  serveRepository,
  snapshot,
  type Writer,
} from "./git-office.ts";

import { failureOfLook, look, sendAll } from "./plain-sending.ts";

/** Whatever fails on the way to the server, the folder stays as it is, and words say why. */

const khen = "2024/khen/index.md";
const branch = "bai/khen-thuong-quy-mot";
const changed = `${firstFiles[khen]}\nThêm một câu.\n`;

/** An office with one writer, who has changed an article. */
async function begun(manner?: Manner): Promise<{ office: Office; writer: Writer }> {
  const office = newOffice();
  const from = manner && (await serveRepository(office.bare, manner));
  const writer = office.writer("Cây Bút Mẫu", from);
  writer.write({ [khen]: changed });
  return { office, writer };
}

type Row = readonly [
  code: string,
  what: string,
  spoil: (given: { office: Office; writer: Writer }) => void,
  manner?: Manner,
];

const remote = (address: string) => (given: { writer: Writer }) => {
  git(given.writer.top, "remote", "set-url", "origin", address);
};

/** Makes the folder a repository that has nothing of the server's, by `git init`. */
const begunByItself =
  (...options: readonly string[]) =>
  ({ writer, office }: { writer: Writer; office: Office }) => {
    rmSync(join(writer.top, ".git"), { recursive: true });
    git(writer.top, "init", "--quiet", "--initial-branch=main", ...options);
    git(
      writer.top,
      "-c",
      "user.name=a",
      "-c",
      "user.email=b",
      "commit",
      "--quiet",
      "--allow-empty",
      "--message=x",
    );
    git(writer.top, "remote", "add", "origin", office.bare);
    git(writer.top, "add", "--all");
  };

const rows: readonly Row[] = [
  [
    "no-server",
    "a folder that knows no server",
    ({ writer }) => void git(writer.top, "remote", "remove", "origin"),
  ],
  [
    "detached",
    "an old version that is open",
    ({ writer }) => void git(writer.top, "checkout", "--quiet", "--detach"),
  ],
  [
    "unfinished",
    "a merge that somebody left",
    ({ writer }) =>
      writeFileSync(
        join(writer.top, ".git/MERGE_HEAD"),
        `${git(writer.top, "rev-parse", "HEAD")}\n`,
      ),
  ],
  ["offline", "a host that nobody knows", remote("https://khong-co.invalid/a/b.git")],
  ["offline", "a host that nobody knows, by ssh", remote("ssh://git@khong-co.invalid/a/b.git")],
  ["unreachable", "a server that is off", remote("http://127.0.0.1:1/a/b.git")],
  ["not-found", "a folder that is gone", remote("/khong/co/kho.git")],
  ["not-signed-in", "a server that wants a password", () => {}, { password: "a:b" }],
  ["not-allowed", "a server that lets nobody in", () => {}, { status: 403 }],
  ["not-found", "a server without the repository", () => {}, { status: 404 }],
  ["server-fault", "a server with a fault", () => {}, { status: 502 }],
  [
    "locked",
    "a lock that a dead git left",
    ({ writer, office }) => {
      office.edit("main", { "2024/hop/them.md": changed });
      writeFileSync(join(writer.top, ".git/refs/remotes/origin/main.lock"), "");
    },
  ],
  [
    "damaged",
    "a damaged index",
    ({ writer }) => writeFileSync(join(writer.top, ".git/index"), "hỏng"),
  ],
  ["unrelated", "a folder that began by itself", begunByItself()],
  ["other-hashes", "a repository of SHA-256", begunByItself("--object-format=sha256")],
  [
    "empty-server",
    "a server with nothing",
    ({ office }) => void git(office.bare, "update-ref", "-d", "refs/heads/main"),
  ],
];

describe("looking at what can be sent", () => {
  const all = rows.map(([code, what, spoil, manner]) => ({ code, what, spoil, manner }));
  it.each(all)("$code: $what", async ({ code, spoil, manner }) => {
    const given = await begun(manner);
    spoil(given);
    const isWhole = code !== "damaged";
    const before = isWhole ? snapshot(given.writer.top) : {};
    expect((await failureOfLook(given.writer.content))?.code).toBe(code);
    if (isWhole) expect(snapshot(given.writer.top)).toEqual(before);
  });

  it("knows a folder in no repository", async () => {
    const content = temporaryFolder();
    writeFiles(content, firstFiles);
    expect((await failureOfLook(content))?.code).toBe("no-repository");
  });

  it("tells no password that is in the server's address", async () => {
    const { writer } = await begun();
    git(
      writer.top,
      "remote",
      "set-url",
      "origin",
      "https://cay-but:mat-khau@khong-co.invalid/a.git",
    );
    const plan = JSON.stringify(await failureOfLook(writer.content));
    expect(plan).toContain("khong-co.invalid");
    expect(plan).not.toContain("mat-khau");
  });
});

it("signs in for as long as the preview runs, and writes the password nowhere", async () => {
  const { office, writer } = await begun({ password: "cay-but:ma-bi-mat" });
  const editor = await editorOf(writer.content);
  const before = snapshot(writer.top);
  expect(await editor.tryPlan()).toMatchObject({ failure: { asks: "sign-in" } });
  const wish = { user: "cay-but", password: "sai", isKept: false };
  expect(await editor.signIn(wish)).toMatchObject({ failure: { code: "not-signed-in" } });
  expect(await editor.tryPlan()).toMatchObject({ failure: { code: "not-signed-in" } });
  expect(await editor.signIn({ ...wish, password: "ma-bi-mat" })).toEqual({ isKept: false });
  expect(await editor.send()).toMatchObject({ sent: [{ branch }] });
  expect(office.branches()).toContain(branch);
  expect(snapshot(writer.top)).toEqual(before);
  const written = readdirSync(join(writer.top, ".git"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"));
  expect(written.some((text) => text.includes("ma-bi-mat"))).toBe(false);
});

it("has git's own store keep the password when the writer asks for it", async () => {
  const { writer } = await begun({ password: "cay-but:ma-bi-mat" });
  const store = join(temporaryFolder(), "mat-khau");
  git(writer.top, "config", "credential.helper", `store --file=${store}`);
  const first = await editorOf(writer.content);
  const wish = { user: "cay-but", password: "ma-bi-mat", isKept: true };
  expect(await first.signIn(wish)).toEqual({ isKept: true });
  const next = await editorOf(writer.content);
  expect(await next.send()).toMatchObject({ sent: [{ branch }] });
});

it("sends again what a line that broke has lost, and makes nothing twice", async () => {
  const manner: Manner = { hangsUp: true };
  const { office, writer } = await begun(manner);
  const before = snapshot(writer.top);
  expect(await sendAll(writer.content)).toMatchObject({ failure: { code: "hung-up" } });
  expect(snapshot(writer.top)).toEqual(before);
  expect((await look(writer.content)).submissions).toEqual([]);
  manner.hangsUp = false;
  expect(await sendAll(writer.content)).toEqual({ branch });
  expect(office.branches()).toEqual([branch, "main"]);
});

it("knows what arrived although the line broke before the answer", async () => {
  const manner: Manner = { losesAnswer: true };
  const { office, writer } = await begun(manner);
  expect(await sendAll(writer.content)).toMatchObject({ failure: { code: "hung-up" } });
  expect(office.branches()).toEqual([branch, "main"]);
  manner.losesAnswer = false;
  expect((await look(writer.content)).submissions).toMatchObject([
    { branch, outcome: "waiting", commit: git(office.bare, "rev-parse", branch) },
  ]);
});

const hook = (office: Office, name: string, text: string) => {
  const path = join(office.bare, "hooks", name);
  mkdirSync(join(office.bare, "hooks"), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
};

it("shows the server's own words when it takes nothing", async () => {
  const { office, writer } = await begun();
  hook(office, "pre-receive", 'echo "Kho đang khóa sổ đến thứ Hai." >&2; exit 1');
  const before = snapshot(writer.top);
  const result = await sendAll(writer.content);
  expect(result).toMatchObject({ failure: { code: "rejected" } });
  expect(JSON.stringify(result)).toContain("Kho đang khóa sổ đến thứ Hai.");
  expect(snapshot(writer.top)).toEqual(before);
  expect((await look(writer.content)).submissions).toEqual([]);
  hook(office, "pre-receive", "exit 0");
  expect(await sendAll(writer.content)).toEqual({ branch });
});

it("runs no hook of the writer's repository", async () => {
  const { writer } = await begun();
  const trace = join(writer.top, ".git/da-chay");
  const names = [
    "pre-commit",
    "commit-msg",
    "pre-push",
    "post-index-change",
    "reference-transaction",
  ];
  for (const name of names) {
    const path = join(writer.top, ".git/hooks", name);
    mkdirSync(join(writer.top, ".git/hooks"), { recursive: true });
    writeFileSync(path, `#!/bin/sh\necho ${name} >> '${trace}'\n`);
    chmodSync(path, 0o755);
  }
  expect(await sendAll(writer.content)).toEqual({ branch });
  expect(existsSync(trace)).toBe(false);
});

it("asks once who sends, and keeps the name in this repository alone", async () => {
  const { office, writer } = await begun();
  git(writer.top, "config", "--unset", "user.name");
  git(writer.top, "config", "--unset", "user.email");
  const editor = await editorOf(writer.content);
  expect(await editor.send()).toMatchObject({ failure: { code: "name-missing", asks: "name" } });
  const by = { name: "Nguyễn Thị Mẫu", email: "" };
  expect(await editor.send(undefined, { by })).toMatchObject({ sent: [{ branch }] });
  expect(git(office.bare, "log", "-1", "--format=%an", branch)).toBe("Nguyễn Thị Mẫu");
  writer.write({ [khen]: `${changed}Nữa.\n` });
  expect(await editor.send()).toMatchObject({ sent: [{ isUpdate: true }] });
});

const oddFolders: readonly (readonly [
  string,
  (writer: Writer, office: Office) => Writer | undefined,
])[] = [
  [
    "a lock of the index that a dead git left",
    ({ top }) => void writeFileSync(join(top, ".git/index.lock"), ""),
  ],
  [
    "a clone without its past",
    (writer, office) => {
      office.edit("main", { "2024/khac.md": changed });
      const top = join(writer.top, "..", "nong");
      git(join(writer.top, ".."), "clone", "--quiet", "--depth=1", `file://${office.bare}`, top);
      git(top, "config", "user.name", "Cây Bút Mẫu");
      const content = join(top, "content");
      writeFiles(content, { [khen]: changed });
      office.edit("main", { "2024/khac.md": undefined });
      return { ...writer, top, content };
    },
  ],
  [
    "a second working tree",
    (writer) => {
      const top = join(writer.top, "..", "cay-hai");
      git(writer.top, "worktree", "add", "--quiet", "-b", "viet", top);
      const content = join(top, "content");
      writeFiles(content, { [khen]: changed });
      return { ...writer, top, content };
    },
  ],
  ["a branch of its own", ({ top }) => void git(top, "switch", "--quiet", "--create", "cua-toi")],
  [
    "commits that nobody has sent",
    ({ top }) => void git(top, "commit", "--quiet", "--all", "--message=Của tôi"),
  ],
  [
    "a repository inside another",
    (writer, office) => {
      const outer = join(writer.top, "..", "ngoai");
      git(writer.top, "init", "--quiet", outer);
      const add = ["submodule", "--quiet", "add", office.bare, "trang"];
      git(outer, "-c", "protocol.file.allow=always", ...add);
      const top = join(outer, "trang");
      git(top, "config", "user.name", "Cây Bút Mẫu");
      const content = join(top, "content");
      writeFiles(content, { [khen]: changed });
      return { ...writer, top, content };
    },
  ],
  ["staged files", ({ top }) => void git(top, "add", "--all")],
  [
    "lines that end as on Windows",
    ({ content, top }) => {
      git(top, "config", "core.autocrlf", "true");
      writeFileSync(join(content, khen), changed.replaceAll("\n", "\r\n"));
      return undefined;
    },
  ],
];

it.each(oddFolders)("sends from a folder with %s", async (_what, make) => {
  const { office, writer } = await begun();
  const own = make(writer, office) ?? writer;
  const isPlain = own === writer;
  const before = isPlain ? snapshot(own.top) : {};
  const { files } = await look(own.content);
  expect(files.map(({ path, change }) => [path, change])).toEqual([[`content/${khen}`, "changed"]]);
  expect(await sendAll(own.content)).toEqual({ branch });
  expect(office.onServer(branch, khen)).toBe(changed.trim());
  if (isPlain) expect(snapshot(own.top)).toEqual(before);
});

it("sends a file whose name the disk writes with its marks apart", async () => {
  const { office, writer } = await begun();
  const name = "ảnh hội nghị.jpg";
  writer.write({ [`2024/khen/${name.normalize("NFD")}`]: firstFiles["2024/hop/anh.jpg"]! });
  expect(await sendAll(writer.content)).toEqual({ branch });
  const wish = ["ls-tree", "-r", "--name-only", branch];
  expect(git(office.bare, "-c", "core.quotePath=false", ...wish)).toContain(
    `content/2024/khen/${name}`,
  );
  expect((await look(writer.content)).files.map(({ isConflict }) => isConflict)).toEqual([
    false,
    false,
  ]);
});
