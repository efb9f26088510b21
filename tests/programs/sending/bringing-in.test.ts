import { readFileSync, rmdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { OwnCommits } from "../../../scripts/sending/bringing-in.ts";
import { choose, conflictAt } from "../../../scripts/sending/choosing.ts";
import { isInside } from "../../../scripts/sending/folder-files.ts";
import { personOf, setPerson } from "../../../scripts/sending/repository.ts";
import { lookAtFolder, lookAtServer } from "../../../scripts/sending/submission.ts";
import { filesAt } from "../../../scripts/sending/trees.ts";
import { waitingConflicts } from "../../../scripts/sending/waiting.ts";
import { article, base, folderOf } from "../../content.ts";
import { editorOf } from "./editor-of.ts";
import { type Desk, twoWriters } from "./two-writers.ts";

/** What others published comes into the writer's folder, and nothing of the writer's is lost. */

const path = "content/bai.md";
const before = article("tags: [Một]", "Đoạn một.\n\nĐoạn hai.");
const withTitle = (title: string) => before.replace("Bài thử", title);
const withEnd = (end: string) => before.replace("Đoạn hai.", end);
const both = withTitle("Của tôi").replace("Đoạn hai.", "Của họ.");
const yaml = base["units.yaml"];
const units = "content/units.yaml";
const withUnit = (name: string) => yaml.replace("Đảng ủy Khối Thử", name);
const photo = "content/anh.png";
const bytes = (...all: number[]) => Uint8Array.of(0, ...all);

type Content = string | Uint8Array | undefined;
type Outcome = "same" | "mine" | "theirs" | "waits" | { readonly merged: string };
type Row = readonly [
  name: string,
  path: string,
  base: Content,
  mine: Content,
  theirs: Content,
  outcome: Outcome,
];

const rows: readonly Row[] = [
  ["nobody changed", path, before, before, before, "same"],
  ["the other changed", path, before, before, withTitle("Của họ"), "theirs"],
  ["the writer changed", path, before, withTitle("Của tôi"), before, "mine"],
  ["both changed alike", path, before, withTitle("Chung"), withTitle("Chung"), "same"],
  ["both changed, apart", path, before, withTitle("Của tôi"), withEnd("Của họ."), { merged: both }],
  ["both changed one field", path, before, withTitle("Của tôi"), withTitle("Của họ"), "waits"],
  ["both changed one paragraph", path, before, withEnd("Tôi."), withEnd("Họ."), "waits"],
  ["the other added", path, undefined, undefined, before, "theirs"],
  ["the writer added", path, undefined, before, undefined, "mine"],
  ["both added alike", path, undefined, before, before, "same"],
  ["both added, not alike", path, undefined, before, withTitle("Của họ"), "waits"],
  ["the other deleted", path, before, before, undefined, "theirs"],
  ["the writer deleted", path, before, undefined, before, "mine"],
  ["both deleted", path, before, undefined, undefined, "same"],
  ["the other deleted what the writer changed", path, before, withEnd("Tôi."), undefined, "waits"],
  ["the writer deleted what the other changed", path, before, undefined, withEnd("Họ."), "waits"],
  [
    "line ends of Windows, changed",
    path,
    before,
    withTitle("Của tôi").replaceAll("\n", "\r\n"),
    withEnd("Của họ."),
    { merged: both.replaceAll("\n", "\r\n") },
  ],
  ["no article, changed on both sides", path, "chữ\n", "chữ tôi\n", "chữ họ\n", "waits"],
  ["data, changed by the other", units, yaml, yaml, withUnit("Họ"), "theirs"],
  ["data, changed by the writer", units, yaml, withUnit("Tôi"), yaml, "mine"],
  [
    "data, changed apart",
    units,
    yaml,
    withUnit("Tôi"),
    yaml.replace("2010", "2011"),
    { merged: withUnit("Tôi").replace("2010", "2011") },
  ],
  ["data, one line changed twice", units, yaml, withUnit("Tôi"), withUnit("Họ"), "waits"],
  [
    "data, lines beside each other",
    units,
    yaml,
    withUnit("Tôi"),
    yaml.replace("[Khối Thử]", "[Khối]"),
    "waits",
  ],
  ["a picture, changed by the other", photo, bytes(1), bytes(1), bytes(2), "theirs"],
  ["a picture, changed by both", photo, bytes(1), bytes(2), bytes(3), "waits"],
  ["a picture, added alike", photo, undefined, bytes(2), bytes(2), "same"],
  ["a picture, deleted by the other", photo, bytes(1), bytes(1), undefined, "theirs"],
  ["a picture, changed here and deleted there", photo, bytes(1), bytes(2), undefined, "waits"],
  ["a file outside the content", "README.md", "một\n", "một\n", "hai\n", "theirs"],
  ["a folder that is gone", "content/2024/xa/index.md", before, before, undefined, "theirs"],
  [
    "a new folder, its name with marks",
    "content/2024/Tết Nguyên đán/ảnh số 1.md",
    undefined,
    undefined,
    before,
    "theirs",
  ],
];

const oddNames = [
  ":(top)a.md",
  ":!a.md",
  "[a] *.md",
  "\"a\" 'b'.md",
  "-a.md",
  "a\nb.md",
  "a\tb.md",
];
const namedOddly = oddNames.map(
  (name): Row => [
    `a file named ${name}`,
    `content/${name}`,
    before,
    before,
    withEnd("Họ."),
    "theirs",
  ],
);

const asText = (content: Content) =>
  content === undefined || typeof content === "string" ? content : Buffer.from(content).toString();
const filesWith = (place: string, content: Content) => ({
  ...Object.fromEntries(Object.entries(base).map(([name, text]) => [`content/${name}`, text])),
  "content/khac.md": article(),
  ...(content === undefined ? {} : { [place]: content }),
});

it.each([...rows, ...namedOddly])("%s", async (_, place, was, mine, theirs, outcome) => {
  const office = twoWriters(filesWith(place, was));
  office.theirs.put({ [place]: theirs, "content/moi.md": article() });
  office.theirs.publish();
  office.mine.put({ [place]: mine });
  const told = await office.mine.update();
  const expected =
    typeof outcome === "object" ? outcome.merged : asText(outcome === "theirs" ? theirs : mine);
  expect(office.mine.read(place)).toBe(expected);
  expect(told.waiting).toEqual(outcome === "waits" ? [place] : []);
  expect(told.added).toContain("content/moi.md");
  expect(office.mine.git("rev-parse", "HEAD")).toBe(office.theirs.git("rev-parse", "HEAD"));
  // What is left to send is what the writer made, and nothing else.
  const isSent = outcome === "theirs" || outcome === "same";
  const status = office.mine.git("-c", "core.quotePath=false", "status", "--porcelain", "-uall");
  expect(status === "").toBe(isSent);
  expect(await office.mine.update()).toEqual(nothing);
  expect(office.mine.read(place)).toBe(expected);
});

const nothing = { added: [], changed: [], merged: [], removed: [], waiting: [] };

/** Sends the article as "Gửi bài" does: by a commit that no branch of the folder has. */
function send(desk: Desk, place: string): string {
  const env = `GIT_INDEX_FILE=${desk.folder}/.git/gui`;
  const [, tree] = /^(\w+)$/mu.exec(
    desk.git(
      "-c",
      `alias.gui=!${env} git read-tree HEAD && ${env} git add --all -- "${place}" && ${env} git write-tree`,
      "gui",
    ),
  )!;
  const commit = desk.git("commit-tree", "-p", "HEAD", "-m", "Gửi bài", tree!);
  desk.git("push", "--quiet", "origin", `${commit}:refs/heads/bai/thu`);
  return commit;
}

describe("an article that was sent for review", () => {
  const sentText = withTitle("Bài đã gửi").replace("Đoạn một.", "Tôi viết.\n\nTôi viết thêm.");
  const edited = sentText.replace("Tôi viết.", "Biên tập viết.");

  it.each<[string, string, (desk: Desk) => void, string, string]>([
    [
      "merged",
      sentText,
      (desk) => desk.git("merge", "--quiet", "--no-ff", "-m", "Đăng", "origin/bai/thu"),
      sentText,
      "same",
    ],
    [
      "squashed",
      sentText,
      (desk) => {
        desk.git("merge", "--quiet", "--squash", "origin/bai/thu");
        desk.git("commit", "--quiet", "-m", "Đăng");
      },
      sentText,
      "same",
    ],
    [
      "squashed, then edited",
      sentText,
      (desk) => {
        desk.git("merge", "--quiet", "--squash", "origin/bai/thu");
        desk.git("commit", "--quiet", "-m", "Đăng");
        desk.put({ [path]: edited });
      },
      edited,
      "theirs",
    ],
    [
      "edited on the way and squashed",
      sentText,
      (desk) => {
        desk.git("merge", "--quiet", "--squash", "origin/bai/thu");
        desk.put({ [path]: edited });
      },
      edited,
      "theirs",
    ],
    [
      "edited on the way while the writer went on",
      sentText.replace("Đoạn hai.", "Viết tiếp."),
      (desk) => {
        desk.git("merge", "--quiet", "--squash", "origin/bai/thu");
        desk.put({ [path]: edited });
      },
      edited.replace("Đoạn hai.", "Viết tiếp."),
      "merged",
    ],
  ])("and %s, is in no conflict", async (_, mineNow, take, expected) => {
    const office = twoWriters(filesWith(path, before));
    office.mine.put({ [path]: sentText });
    const commit = send(office.mine, path);
    office.mine.put({ [path]: mineNow });
    office.theirs.git("fetch", "--quiet");
    take(office.theirs);
    office.theirs.put({ "content/moi.md": article() });
    office.theirs.publish();
    const told = await office.mine.update([commit]);
    expect(told.waiting).toEqual([]);
    expect(office.mine.read(path)).toBe(expected);
  });

  it("is a new one, and was edited on the way", async () => {
    const office = twoWriters(filesWith(path, undefined));
    office.mine.put({ [path]: sentText });
    const commit = send(office.mine, path);
    office.theirs.put({ [path]: edited });
    office.theirs.publish();
    expect((await office.mine.update([commit])).waiting).toEqual([]);
    expect(office.mine.read(path)).toBe(edited);
  });

  it("and not taken stays as it is when somebody else changes the same article", async () => {
    const office = twoWriters(filesWith(path, before));
    office.mine.put({ [path]: sentText });
    const commit = send(office.mine, path);
    office.theirs.put({ [path]: withTitle("Của họ") });
    office.theirs.publish();
    expect((await office.mine.update([commit])).waiting).toEqual([path]);
    expect(office.mine.read(path)).toBe(sentText);
  });
});

it("keeps what an update changes, and the last twenty such copies", async () => {
  const office = twoWriters(filesWith(path, before));
  const kept = () =>
    office.mine
      .git("for-each-ref", "--format=%(refname)", "refs/ban-tin/truoc-cap-nhat/")
      .split("\n")
      .filter(Boolean);
  for (let number = 1; number <= 22; number += 1) {
    office.theirs.put({ [path]: withTitle(`Lần ${number}`) });
    office.theirs.publish();
    await office.mine.update();
  }
  expect(kept()).toHaveLength(20);
  expect(office.mine.git("show", `${kept().at(-1)}:${path}`)).toContain("title: Lần 21");
});

it("touches nothing where somebody made commits that are on no server", async () => {
  const office = twoWriters(filesWith(path, before));
  office.theirs.put({ [path]: withTitle("Của họ") });
  office.theirs.publish();
  office.mine.put({ [path]: withTitle("Của tôi") });
  office.mine.git("commit", "--quiet", "--all", "-m", "Bằng git");
  await expect(office.mine.update()).rejects.toThrow(OwnCommits);
  expect(office.mine.read(path)).toBe(withTitle("Của tôi"));
  expect(office.mine.git("log", "-1", "--format=%s")).toBe("Bằng git");
});

it("keeps a choice open over further updates, with what both began with", async () => {
  const office = twoWriters(filesWith(path, before));
  office.theirs.put({ [path]: withTitle("Của họ") });
  office.theirs.publish();
  office.mine.put({ [path]: withTitle("Của tôi") });
  await office.mine.update();
  office.theirs.put({ [path]: withTitle("Của họ").replace("Đoạn hai.", "Họ thêm.") });
  office.theirs.publish();
  expect((await office.mine.update()).waiting).toEqual([path]);
  const [waiting] = await waitingConflicts(await office.mine.open());
  expect(office.mine.git("cat-file", "blob", waiting!.base!)).toBe(before.trimEnd());
  expect(waiting).toMatchObject({ path, by: "Biên Tập Thử" });
  // They came to what the writer has, so there is nothing to choose any more.
  office.theirs.put({ [path]: withTitle("Của tôi") });
  office.theirs.publish();
  expect((await office.mine.update()).waiting).toEqual([]);
  expect(await waitingConflicts(await office.mine.open())).toEqual([]);
});

it("does as the writer chooses, keeps what was there, and sends nothing before", async () => {
  const office = twoWriters(filesWith(path, before));
  office.theirs.put({ [path]: withTitle("Của họ").replace("Đoạn một.", "Họ sửa.") });
  office.theirs.publish();
  const own = withTitle("Của tôi");
  office.mine.put({ [path]: own });
  await office.mine.update();
  const repository = await office.mine.open();
  const toSend = async () =>
    (await lookAtFolder(await lookAtServer(repository))).files.map((file) => [
      file.path,
      file.isConflict,
    ]);
  expect(await toSend()).toEqual([[path, true]]);
  const { kind, differences, version } = await conflictAt(repository, path);
  expect([kind, differences.map(({ id }) => id)]).toEqual(["fields", ["title"]]);
  office.mine.put({ [path]: own.replace("Đoạn hai.", "Tôi viết tiếp.") });
  await expect(choose(repository, path, { title: "theirs" }, version)).rejects.toThrow(
    "vừa được đổi",
  );
  const again = await conflictAt(repository, path);
  await choose(repository, path, { title: "theirs" }, again.version);
  expect(office.mine.read(path)).toBe(
    withTitle("Của họ").replace("Đoạn một.", "Họ sửa.").replace("Đoạn hai.", "Tôi viết tiếp."),
  );
  expect(await toSend()).toEqual([[path, false]]);
  const [kept] = office.mine
    .git("for-each-ref", "--sort=-refname", "--format=%(refname)", "refs/ban-tin/truoc-cap-nhat/")
    .split("\n");
  expect(office.mine.git("show", `${kept}:${path}`)).toContain("Tôi viết tiếp.");
});

it.each<[string, Content, Content, "mine" | "theirs", Content]>([
  ["the other deleted it, keep", withEnd("Tôi."), undefined, "mine", withEnd("Tôi.")],
  ["the other deleted it, delete", withEnd("Tôi."), undefined, "theirs", undefined],
  ["the writer deleted it, delete", undefined, withEnd("Họ."), "mine", undefined],
  ["the writer deleted it, take theirs", undefined, withEnd("Họ."), "theirs", withEnd("Họ.")],
])("a file as a whole: %s", async (_, own, other, choice, expected) => {
  const office = twoWriters(filesWith(path, before));
  office.theirs.put({ [path]: other });
  office.theirs.publish();
  office.mine.put({ [path]: own });
  await office.mine.update();
  const repository = await office.mine.open();
  const { version } = await conflictAt(repository, path);
  await choose(repository, path, { all: choice }, version);
  expect(office.mine.read(path)).toBe(expected);
  expect(await waitingConflicts(repository)).toEqual([]);
});

it("leaves links and paths out of the folder alone", async () => {
  const office = twoWriters(filesWith(path, before));
  office.theirs.git("config", "core.symlinks", "true");
  const blob = office.theirs.git("hash-object", "-w", path);
  office.theirs.git("update-index", "--add", "--cacheinfo", `120000,${blob},content/lien-ket`);
  office.theirs.git("commit", "--quiet", "-m", "Liên kết");
  office.theirs.git("push", "--quiet", "origin", "HEAD:main");
  expect(await office.mine.update()).toEqual(nothing);
  expect(office.mine.read("content/lien-ket")).toBeUndefined();
});

it("leaves alone what a link of the writer's leads to", async () => {
  const place = "content/2024/xa/index.md";
  const office = twoWriters(filesWith(place, before));
  const outside = folderOf({ "index.md": before });
  office.mine.put({ [place]: undefined });
  rmdirSync(join(office.mine.folder, "content/2024/xa"));
  symlinkSync(outside, join(office.mine.folder, "content/2024/xa"));
  office.theirs.put({ [place]: undefined });
  office.theirs.publish();
  expect((await office.mine.update()).waiting).toEqual([place]);
  expect(readFileSync(join(outside, "index.md"), "utf8")).toBe(before);
  expect(office.mine.git("rev-parse", "HEAD")).toBe(office.theirs.git("rev-parse", "HEAD"));
});

it("brings in all else where a folder is in the place of a file", async () => {
  const office = twoWriters(filesWith(path, before));
  office.mine.put({ "content/moi.md/ghi.txt": "của tôi" });
  office.theirs.put({ "content/moi.md": before, [path]: withEnd("Họ.") });
  office.theirs.publish();
  expect((await office.mine.update()).waiting).toEqual(["content/moi.md"]);
  expect(office.mine.read("content/moi.md/ghi.txt")).toBe("của tôi");
  expect(office.mine.read(path)).toBe(withEnd("Họ."));
  expect((await office.mine.update()).waiting).toEqual([]);
});

it("exchanges files for folders of their names", async () => {
  const office = twoWriters({
    ...filesWith(path, before),
    "content/a/b.txt": "b",
    "content/c": "c",
  });
  office.theirs.put({ "content/a/b.txt": undefined, "content/c": undefined });
  rmdirSync(join(office.theirs.folder, "content/a"));
  office.theirs.put({ "content/a": "a", "content/c/d.txt": "d" });
  office.theirs.publish();
  expect((await office.mine.update()).waiting).toEqual([]);
  expect(["content/a", "content/c/d.txt"].map(office.mine.read)).toEqual(["a", "d"]);
});

it("deletes no article that readers may know, also where the server cannot be told", async () => {
  const office = twoWriters(filesWith(path, before));
  office.mine.put({ "content/moi.md": article() });
  office.mine.git("switch", "--quiet", "--detach");
  const editor = await editorOf(office.mine.content);
  await expect(editor.remove("bai.md")).rejects.toThrow("đã được đăng");
  expect(office.mine.read(path)).toBe(before);
  await editor.remove("moi.md");
  expect(office.mine.read("content/moi.md")).toBeUndefined();
});

it("finds files whose names git could take for an option or a pattern", async () => {
  const office = twoWriters({
    ...filesWith(path, before),
    "-a.md": "a",
    ":b.md": "b",
    "[c].md": "c",
  });
  const paths = ["-a.md", ":b.md", "[c].md"];
  expect([...(await filesAt(await office.mine.open(), "HEAD", paths)).keys()]).toEqual(paths);
});

it("keeps a name that git could take for an option", async () => {
  const repository = await twoWriters(filesWith(path, before)).mine.open();
  await setPerson(repository, { name: "--unset", email: "" });
  expect((await personOf(repository))?.name).toBe("--unset");
});

it.each([
  ["content/2024/bai.md", true],
  ["content/.gitignore", true],
  ["content/../../a", false],
  [".git/hooks/pre-commit", false],
  ["content/.GIT/config", false],
  ["content/.git./config", false],
  ["content/.git /config", false],
  ["content/.git::$INDEX_ALLOCATION/config", false],
  ["content/GIT~1/config", false],
  ["content/.g\u200cit/config", false],
  ["content\\..\\a", false],
] as const)("takes the path %j: %s", (one, isTaken) => {
  expect(isInside(one)).toBe(isTaken);
});
