import { expect, it } from "vitest";
import { openOwnFolder } from "../../../scripts/sending/own-folder.ts";
import { keepSave, moveSaves, versionsOf, versionText } from "../../../scripts/sending/versions.ts";
import { article, base, folderOf } from "../../content.ts";
import { twoWriters } from "./two-writers.ts";

/** Earlier versions of an article, from everywhere where there are any. */

const path = "2024/hop/index.md";
const first = article();
const titled = (title: string) => first.replace("Bài thử", title);
const office = () =>
  twoWriters({
    ...Object.fromEntries(Object.entries(base).map(([name, text]) => [`content/${name}`, text])),
    [`content/${path}`]: first,
  });
/** A moment after all commits of a test. */
const later = (minutes: number) => new Date(Date.now() + (minutes + 60) * 60_000);

it("has what was published and each save, at most one a minute", async () => {
  const { mine } = office();
  const own = (await openOwnFolder(mine.content))!;
  await keepSave(own, path, first, titled("Một"), later(0));
  await keepSave(own, path, titled("Một"), titled("Hai"), later(0.5));
  await keepSave(own, path, titled("Hai"), titled("Ba"), later(2));
  const versions = await versionsOf(own, path);
  const texts = await Promise.all(versions.map(({ id }) => versionText(own, path, id)));
  expect(texts).toEqual([titled("Ba"), titled("Hai"), first]);
  expect(versions.map(({ kind, words }) => [kind, words])).toEqual([
    ["saved", "Sửa tiêu đề"],
    ["saved", "Sửa tiêu đề"],
    ["published", "Bài mới"],
  ]);
  // Neither the folder nor its branch knows of any of that.
  expect(mine.git("status", "--porcelain")).toBe("");
  expect(mine.git("log", "--format=%s")).toBe("Đầu tiên");
});

it("keeps what another program wrote before the first save here", async () => {
  const { mine } = office();
  const own = (await openOwnFolder(mine.content))!;
  await keepSave(own, path, titled("Bằng chương trình khác"), titled("Ở đây"), later(0));
  const versions = await versionsOf(own, path);
  expect(await versionText(own, path, versions[1]!.id)).toBe(titled("Bằng chương trình khác"));
});

it("has copies from before updates and what was sent, and follows a move", async () => {
  const { mine, theirs } = office();
  mine.put({ [`content/${path}`]: first.replace("Nội dung bài thử.", "Của tôi.") });
  theirs.put({ [`content/${path}`]: titled("Của họ") });
  theirs.publish();
  await mine.update();
  mine.git("commit", "--quiet", "--all", "-m", "Gửi");
  const sent = mine.git("rev-parse", "HEAD");
  mine.git("reset", "--quiet", "--soft", "HEAD~1");
  const own = (await openOwnFolder(mine.content))!;
  const kinds = (await versionsOf(own, path, [sent])).map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(["before-update", "published", "published", "sent"]);
  await keepSave(own, path, undefined, titled("Trước khi đổi chỗ"), later(0));
  await moveSaves(own, path, "2024/hop-moi/index.md");
  const moved = await versionsOf(own, "2024/hop-moi/index.md");
  expect(await versionText(own, "2024/hop-moi/index.md", moved[0]!.id)).toBe(
    titled("Trước khi đổi chỗ"),
  );
});

it("reads nothing but versions of the article", async () => {
  const { mine } = office();
  const own = (await openOwnFolder(mine.content))!;
  for (const id of ["HEAD:content/site.yaml", `HEAD:content/${path}`, "--help", ""])
    expect(await versionText(own, path, id)).toBeUndefined();
});

it("is none outside a repository", async () => {
  expect(await openOwnFolder(folderOf(base))).toBeUndefined();
});
