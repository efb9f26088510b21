import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../content.ts";
import { run } from "../../running.ts";

/** What `init` says where it cannot start a site; `package.test.ts` has it start one. */

const answers = ["--name", "Bản tin mẫu", "--owner", "Chi bộ mẫu", "--responsible", "Tên Mẫu"];
const init = (folder: string, ...args: string[]) =>
  run("init", [folder, "--package", "0.1.0", "--now", "2024-05-31", ...answers, ...args]);

it("says when a file is in the place of the folder", async () => {
  const file = join(temporaryFolder(), "don-vi.txt");
  writeFileSync(file, "");
  const { status, stderr } = await init(file);
  expect([status, stderr]).toEqual([2, `“${file}” không phải là thư mục.\n`]);
});

it("takes an empty answer for none", async () => {
  const folder = join(temporaryFolder(), "trang");
  const { status, stderr } = await init(folder, "--name", "", "--owner", " ");
  expect([status, stderr]).toEqual([2, expect.stringContaining("Còn thiếu: --name, --owner.")]);
  expect(existsSync(folder)).toBe(false);
});

it("refuses an archive that is not the program", async () => {
  const folder = temporaryFolder();
  const archive = join(folder, "kho.tgz");
  writeFileSync(archive, "x");
  const { status, stderr } = await init(join(folder, "trang"), "--package", archive);
  expect([status, stderr]).toEqual([2, expect.stringContaining("không phải là gói ban-tin")]);
  expect(existsSync(join(folder, "trang"))).toBe(false);
});

it("adds no article where there is a site, in whatever year", async () => {
  const folder = join(temporaryFolder(), "trang");
  expect((await init(folder)).status).toBe(0);
  const before = readdirSync(folder, { recursive: true });
  const again = await init(folder, "--now", "2026-01-02");
  expect([again.status, again.stdout]).toEqual([0, expect.stringContaining("đã thêm 0 tệp")]);
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
});

it("names git where there is none, and what is kept where there is a site", async () => {
  const folder = join(temporaryFolder(), "trang");
  const first = await init(folder);
  expect([first.status, first.stdout]).toEqual([
    0,
    expect.stringMatching(/^Đã tạo trang tin “Bản tin mẫu”: .* {2}git init /msu),
  ]);
  const again = await init(folder, "--name", "Tên khác");
  expect([again.status, again.stdout]).toEqual([
    0,
    expect.stringContaining("đã có trang tin từ trước"),
  ]);
  expect(again.stdout).not.toContain("Tên khác");
  expect(readFileSync(join(folder, "content/site.yaml"), "utf8")).toContain("Bản tin mẫu");
});
