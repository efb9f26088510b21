import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { blobId } from "../../../src/cache/blob-id.ts";
import { gitIds } from "../../../src/content/content-id.ts";
import { folderOf, writeFiles } from "../../content.ts";

it("git is believed about the files that it sees unchanged, and no others", async () => {
  const repository = folderOf({
    "content/a.md": "a",
    "content/đ/bài 2.md": "b",
    "content/changed.md": "before",
    "content/gone.md": "gone",
    "content/unwatched.md": "before",
    "content/link.md": { linkTo: "a.md" },
    "other.md": "beside the content",
  });
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: repository });
  git("init", "--quiet");
  git("add", ".");
  // Git no longer looks at this one, whatever becomes of it.
  git("update-index", "--assume-unchanged", "content/unwatched.md");
  writeFiles(repository, {
    "content/changed.md": "after, and longer",
    "content/unwatched.md": "after, and longer",
    "content/untracked.md": "new",
  });
  rmSync(join(repository, "content/gone.md"));
  expect([...(await gitIds(join(repository, "content")))]).toEqual([
    ["a.md", blobId(Buffer.from("a"))],
    ["đ/bài 2.md", blobId(Buffer.from("b"))],
  ]);
});
