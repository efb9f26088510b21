import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { article, base, folderOf } from "../../content.ts";
import { run } from "../../running.ts";

it("npm run addresses records what is published, and the check keeps it", async () => {
  const content = folderOf({
    ...base,
    "2024/a/index.md": article("tags: [Học tập]\naliases: [/cu/a/]"),
    "b.md": article("draft: true"),
  });
  const options = ["--content", content, "--cache", join(content, ".cache"), "--now", "2024-06-30"];
  const written = await run("addresses", options);
  expect(written).toMatchObject({ status: 0, stderr: "" });
  expect(written.stdout).toContain("có 8 địa chỉ, thêm 8.");
  const lines = readFileSync(join(content, "addresses.txt"), "utf8").split("\n");
  expect(lines.filter((line) => line.startsWith("/"))).toEqual([
    "/2024/ *",
    "/2024/03/ *",
    "/2024/03/05/a/ 2024/a/index.md",
    "/chu-de/hoc-tap/ *",
    "/cu/a/ 2024/a/index.md",
    "/don-vi/chi-bo-mot/ units.yaml",
    "/don-vi/khoi-thu/ units.yaml",
    "/tac-gia/nguoi-thu/ *",
  ]);
  expect((await run("check", options)).status).toBe(0);

  // An article that is deleted would take its addresses away, and nothing is recorded until then.
  rmSync(join(content, "2024"), { recursive: true });
  const refused = await run("check", options);
  expect(refused.status).toBe(1);
  expect(refused.stdout).toContain("[address-gone]");
  expect(await run("addresses", options)).toMatchObject({ status: 1 });

  // The same article in another file, and with its old address.
  writeFileSync(join(content, "a.md"), article("aliases: [/cu/a/]"));
  const moved = await run("addresses", options);
  expect(moved.status).toBe(0);
  expect(moved.stdout).toContain("Bỏ /chu-de/hoc-tap/");
  const record = readFileSync(join(content, "addresses.txt"), "utf8");
  expect(record).toContain("/2024/03/05/a/ a.md\n");
  expect((await run("check", options)).stdout).toContain("không có lỗi");
});
