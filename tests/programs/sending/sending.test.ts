import { expect, it } from "vitest";
import { article } from "../../content.ts";
import { editorOf } from "./editor-of.ts";
import { firstFiles, git, newOffice, onePixel, snapshot } from "./git-office.ts";

/** Articles on their way from a writer's folder to the server and back as published. */

const hop = "2024/hop/index.md";
const khen = "2024/khen/index.md";
const textOf = (path: string) => firstFiles[path] as string;
const changed = (path: string, more = "Thêm một câu.") => `${textOf(path)}\n${more}\n`;

it("sends one article with its pictures, and leaves the folder as it is", async () => {
  const office = newOffice();
  const writer = office.writer("Cây Bút Mẫu");
  writer.write({
    [khen]: changed(khen),
    "2024/moi/index.md": article("images: [{ src: ảnh đẹp.jpg, alt: Ảnh }]").replace(
      "Bài thử",
      "Họp chi bộ tháng 3",
    ),
    "2024/moi/ảnh đẹp.jpg": onePixel(),
    "2024/moi/thua.jpg": onePixel(),
  });
  const before = snapshot(writer.top);
  const editor = await editorOf(writer.content);
  const { articles } = await editor.plan();
  expect(articles.map(({ path, kind, title }) => [path, kind, title])).toEqual([
    [khen, "changed", "Khen thưởng quý một"],
    ["2024/moi/index.md", "new", "Họp chi bộ tháng 3"],
  ]);
  expect(articles[1]!.files.map(({ name, kind, change }) => [name, kind, change])).toEqual([
    ["index.md", "article", "new"],
    ["ảnh đẹp.jpg", "picture", "new"],
  ]);
  const result = await editor.send(["2024/moi/index.md"], { note: "Xin xem giúp số liệu." });
  expect(result).toEqual({
    sent: [
      {
        titles: ["Họp chi bộ tháng 3"],
        branch: "bai/hop-chi-bo-thang-3",
        isUpdate: false,
        isPublished: false,
      },
    ],
  });
  expect(office.branches()).toEqual(["bai/hop-chi-bo-thang-3", "main"]);
  const difference = git(office.bare, "diff", "--name-status", "main", "bai/hop-chi-bo-thang-3");
  expect(difference.split("\n").map((line) => line.replaceAll('"', ""))).toEqual([
    "A\tcontent/2024/moi/index.md",
    String.raw`A	content/2024/moi/\341\272\243nh \304\221\341\272\271p.jpg`,
  ]);
  const log = git(office.bare, "log", "-1", "--format=%an <%ae>%n%B", "bai/hop-chi-bo-thang-3");
  expect(log).toBe("Cây Bút Mẫu <nguoi@thu.example>\nHọp chi bộ tháng 3\n\nXin xem giúp số liệu.");
  expect(snapshot(writer.top)).toEqual(before);
  expect((await editor.plan()).articles.map(({ path, isSent }) => [path, isSent])).toEqual([
    [khen, false],
    ["2024/moi/index.md", true],
  ]);
});

it("shows the page of the server and the one that readers would see", async () => {
  const office = newOffice();
  const writer = office.writer("Cây Bút Mẫu");
  const editor = await editorOf(writer.content);
  office.edit("main", { "2024/khac/index.md": article().replace("Bài thử", "Bài khác") });
  writer.write({ [khen]: changed(khen, "Câu mới của tôi.") });
  const { articles } = await editor.plan(khen);
  expect(articles).toHaveLength(1);
  expect(articles[0]!.before).toContain("Nội dung bài thử.");
  expect(articles[0]!.before).not.toContain("Câu mới của tôi.");
  expect(articles[0]!.after).toContain("Câu mới của tôi.");
});

it("updates what was sent, and starts anew when it is published", async () => {
  const office = newOffice();
  const writer = office.writer("Cây Bút Mẫu");
  const editor = await editorOf(writer.content);
  writer.write({ [khen]: changed(khen, "Lần một.") });
  await editor.send();
  expect((await editor.sent()).articles).toMatchObject([{ path: khen, state: "waiting" }]);
  writer.write({ [khen]: changed(khen, "Lần hai.") });
  expect(await editor.send()).toMatchObject({
    sent: [{ branch: "bai/khen-thuong-quy-mot", isUpdate: true }],
  });
  expect(git(office.bare, "rev-list", "--count", "main..bai/khen-thuong-quy-mot")).toBe("2");
  expect(office.onServer("bai/khen-thuong-quy-mot", khen)).toContain("Lần hai.");
  office.squash("bai/khen-thuong-quy-mot");
  expect((await editor.sent()).articles).toMatchObject([{ path: khen, state: "published" }]);
  expect((await editor.plan()).articles).toEqual([]);
  // The folder is still at the old commit, and what the server has by now is the writer's own.
  writer.write({ [khen]: changed(khen, "Lần ba.") });
  expect((await editor.plan()).articles).toMatchObject([{ isConflict: false, isSent: false }]);
  expect(await editor.send()).toMatchObject({
    sent: [{ branch: "bai/khen-thuong-quy-mot", isUpdate: false }],
  });
  expect(office.onServer("main", khen)).toContain("Lần hai.");
  expect(office.onServer("bai/khen-thuong-quy-mot", khen)).toContain("Lần ba.");
});

it("knows that an article is published although the editor changed it on the way", async () => {
  const office = newOffice();
  const writer = office.writer("Cây Bút Mẫu");
  const editor = await editorOf(writer.content);
  writer.write({ [khen]: changed(khen, "Câu gôc.") });
  await editor.send();
  office.edit("bai/khen-thuong-quy-mot", { [khen]: changed(khen, "Câu gốc.") });
  expect((await editor.sent()).articles).toMatchObject([{ state: "waiting" }]);
  writer.write({ [khen]: changed(khen, "Câu khác.") });
  expect(await editor.send()).toMatchObject({ failure: { code: "edited-there" }, sent: [] });
  office.squash("bai/khen-thuong-quy-mot");
  office.edit("main", { [khen]: changed(khen, "Câu sau khi đăng.") });
  expect((await editor.sent()).articles).toMatchObject([{ state: "published" }]);
});

it("knows it too when nobody looked before the branch was gone", async () => {
  const office = newOffice();
  const writer = office.writer("Cây Bút Mẫu");
  const editor = await editorOf(writer.content);
  const news = article().replace("Bài thử", "Bài mới").replace("Nội dung", "Câu một.\n\nCâu hai");
  writer.write({ "2024/moi/index.md": news });
  await editor.send();
  office.edit("main", { "2024/moi/index.md": news.replace("Bài mới", "Tiêu đề của biên tập") });
  office.deleteBranch("bai/bai-moi");
  expect((await editor.sent()).articles).toMatchObject([{ state: "published" }]);
});

it("says that an article came back, and sends it again under its name", async () => {
  const office = newOffice();
  const writer = office.writer("Cây Bút Mẫu");
  const editor = await editorOf(writer.content);
  writer.write({ [khen]: changed(khen) });
  await editor.send();
  office.deleteBranch("bai/khen-thuong-quy-mot");
  expect((await editor.sent()).articles).toMatchObject([{ state: "returned" }]);
  expect((await editor.plan()).articles).toMatchObject([{ isSent: false }]);
  expect(await editor.send()).toMatchObject({ sent: [{ isUpdate: false }] });
  expect((await editor.sent()).articles).toMatchObject([{ state: "waiting" }]);
});

it("never sends over what somebody else changed on the server", async () => {
  const office = newOffice();
  const writer = office.writer("Cây Bút Mẫu");
  const editor = await editorOf(writer.content);
  office.edit("main", { [khen]: changed(khen, "Của người khác.") });
  writer.write({ [khen]: changed(khen, "Của tôi.") });
  expect((await editor.plan()).articles).toMatchObject([{ path: khen, isConflict: true }]);
  const before = snapshot(writer.top);
  expect(await editor.send()).toMatchObject({ failure: { code: "behind" }, sent: [] });
  expect(office.branches()).toEqual(["main"]);
  expect(snapshot(writer.top)).toEqual(before);
});

it("sends articles that were deleted and moved", async () => {
  const office = newOffice();
  const writer = office.writer("Cây Bút Mẫu");
  const editor = await editorOf(writer.content);
  git(writer.top, "rm", "--quiet", `content/${khen}`);
  git(writer.top, "mv", "content/2024/hop", "content/2024/hop-moi");
  const { articles } = await editor.plan();
  expect(
    articles.map(({ path, kind, movedFrom, files }) => [path, kind, movedFrom, files.length]),
  ).toEqual([
    ["2024/hop-moi/index.md", "moved", hop, 4],
    [khen, "deleted", undefined, 1],
  ]);
  expect(articles[1]!.title).toBe("Khen thưởng quý một");
  const before = snapshot(writer.top);
  expect(await editor.send()).toMatchObject({ sent: [{ branch: "bai/bai-thu" }] });
  expect(snapshot(writer.top)).toEqual(before);
  expect(office.onServer("bai/bai-thu", khen)).toBeUndefined();
  expect(office.onServer("bai/bai-thu", hop)).toBeUndefined();
  expect(office.onServer("bai/bai-thu", "2024/hop-moi/index.md")).toContain("Bài thử");
});

it("does not send what is wrong on the server's site, and says what goes along", async () => {
  const office = newOffice();
  const writer = office.writer("Cây Bút Mẫu");
  const editor = await editorOf(writer.content);
  writer.write({
    "units.yaml": `${textOf("units.yaml")}- id: chi-bo-hai\n  name: Chi bộ Hai\n  kind: chi bộ\n`,
    "2024/moi/index.md": article().replace("khoi-thu", "chi-bo-hai"),
  });
  const { articles, shared } = await editor.plan();
  expect(shared).toMatchObject([{ path: "units.yaml", change: "changed", isNeeded: true }]);
  expect(articles[0]!.notes).toEqual([]);
  expect(await editor.send()).toMatchObject({ failure: { code: "errors" }, sent: [] });
  expect(office.branches()).toEqual(["main"]);
  expect(await editor.send(undefined, { shared: ["units.yaml"] })).toMatchObject({
    sent: [{ branch: "bai/bai-thu" }],
  });
  expect(office.onServer("bai/bai-thu", "units.yaml")).toContain("Chi bộ Hai");
});

it("does not send an article that leads to one which stays here", async () => {
  const office = newOffice();
  const writer = office.writer("Cây Bút Mẫu");
  const editor = await editorOf(writer.content);
  writer.write({
    "2024/mot/index.md": article("", "Xem [bài hai](../hai/index.md)."),
    "2024/hai/index.md": article().replace("Bài thử", "Bài hai"),
  });
  expect(await editor.send(["2024/mot/index.md"])).toMatchObject({ failure: { code: "errors" } });
  expect(await editor.send()).toMatchObject({ sent: [{ titles: ["Bài hai", "Bài thử"] }] });
});

it("does not send what has changed since the writer saw it", async () => {
  const office = newOffice();
  const writer = office.writer("Cây Bút Mẫu");
  const editor = await editorOf(writer.content);
  writer.write({ [khen]: changed(khen, "Đã xem.") });
  const { articles } = await editor.plan();
  writer.write({ [khen]: changed(khen, "Chưa xem.") });
  const [{ path, version }] = articles as [(typeof articles)[number]];
  const wish = { articles: [{ path, version }], shared: [], ready: [], note: "", isDirect: false };
  expect(await editor.post(wish)).toMatchObject({ failure: { code: "changed-since" } });
});

it("sends a draft as it is, or makes it ready first", async () => {
  const office = newOffice();
  const writer = office.writer("Cây Bút Mẫu");
  const editor = await editorOf(writer.content);
  writer.write({ [khen]: textOf(khen).replace("unit:", "draft: true\nunit:") });
  expect((await editor.plan()).articles).toMatchObject([{ isDraft: true }]);
  await editor.send();
  expect(office.onServer("bai/khen-thuong-quy-mot", khen)).toContain("draft: true");
  writer.write({ [khen]: changed(khen).replace("unit:", "draft: true\nunit:") });
  await editor.send(undefined, { ready: [khen] });
  expect(office.onServer("bai/khen-thuong-quy-mot", khen)).not.toContain("draft");
});

it("publishes at once only where the office allows it, on top of what others published", async () => {
  const site = `${textOf("site.yaml")}publish_directly: true\n`;
  const office = newOffice({ ...firstFiles, "site.yaml": site });
  const writer = office.writer("Cây Bút Mẫu");
  const editor = await editorOf(writer.content);
  writer.write({ [khen]: changed(khen) });
  expect((await editor.plan()).mayPublish).toBe(true);
  office.edit("main", { "2024/khac/index.md": article().replace("Bài thử", "Bài khác") });
  const before = snapshot(writer.top);
  expect(await editor.send(undefined, { isDirect: true })).toMatchObject({
    sent: [{ branch: "", isPublished: true }],
  });
  expect(snapshot(writer.top)).toEqual(before);
  expect(office.onServer("main", khen)).toContain("Thêm một câu.");
  expect(office.onServer("main", "2024/khac/index.md")).toContain("Bài khác");
  expect((await editor.sent()).articles).toMatchObject([{ state: "published" }]);
  const other = newOffice();
  const careful = other.writer("Cây Bút Mẫu");
  careful.write({ [khen]: changed(khen) });
  const asking = await editorOf(careful.content);
  await asking.send(undefined, { isDirect: true });
  expect(other.onServer("main", khen)).not.toContain("Thêm một câu.");
  expect(other.branches()).toEqual(["bai/khen-thuong-quy-mot", "main"]);
});

it("lets two writers send at once under the same title", async () => {
  const office = newOffice();
  const writers = ["Cây Bút Mẫu", "Người Viết Khác"].map((name) => office.writer(name));
  const editors = await Promise.all(writers.map(({ content }) => editorOf(content)));
  for (const [at, { write }] of writers.entries())
    write({ [`2024/bai-${at}/index.md`]: article("", `Của người thứ ${at}.`) });
  const results = await Promise.all(editors.map((editor) => editor.send()));
  expect(results.flatMap(({ sent }) => sent.map(({ branch }) => branch)).toSorted()).toEqual([
    "bai/bai-thu",
    "bai/bai-thu-2",
  ]);
  const there = ["bai/bai-thu", "bai/bai-thu-2"].map((branch) =>
    [0, 1].filter((at) => office.onServer(branch, `2024/bai-${at}/index.md`) !== undefined),
  );
  expect(there.flat().toSorted()).toEqual([0, 1]);
  for (const editor of editors)
    expect((await editor.sent()).articles).toMatchObject([{ state: "waiting" }]);
});
