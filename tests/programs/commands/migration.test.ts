import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { hasEdits } from "../../../scripts/starting/migration.ts";
import { folderOf, writeFiles } from "../../content.ts";

it("sees what a writer has saved while an upgrade ran, and nothing beside the content", async () => {
  const office = folderOf({ "content/bai.md": "một\n", "package.json": "{}\n" });
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: office });
  git("init", "--quiet");
  git("add", "--all");
  git("-c", "user.name=Thử", "-c", "user.email=thu@vidu.example", "commit", "--quiet", "-m", "Đầu");
  writeFiles(office, { "package.json": '{ "private": true }\n' });
  expect(await hasEdits(`${office}/content`)).toBe(false);
  writeFiles(office, { "content/bai.md": "hai\n" });
  expect(await hasEdits(`${office}/content`)).toBe(true);
});
