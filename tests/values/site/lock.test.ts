import { existsSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { lock } from "../../../src/output/lock.ts";
import { folderOf } from "../../content.ts";

/** Who holds a lock, by the number in its file. */

it.each([
  ["another process that runs", String(process.ppid), false],
  ["a process that is gone", "999999999", true],
  // In a container every run may get the same number.
  ["an earlier process that had our number", String(process.pid), true],
  ["nobody", "", true],
])("a lock of %s", async (_, holder, isFree) => {
  const folder = folderOf({ khoa: holder });
  const unlock = await lock(join(folder, "khoa"));
  expect(unlock !== undefined).toBe(isFree);
  await unlock?.();
  expect(readdirSync(folder)).toEqual(isFree ? [] : ["khoa"]);
});

it("a lock is held once in this process too, by whichever way its folder is named", async () => {
  const folder = folderOf({ "a/b": "" });
  symlinkSync("a", join(folder, "link"));
  const path = join(folder, "a/khoa");
  const taken = await Promise.all([lock(path), lock(join(folder, "link/khoa")), lock(path)]);
  const [unlock, ...more] = taken.filter((one) => one !== undefined);
  expect(more).toEqual([]);
  expect(await lock(path)).toBeUndefined();
  await unlock!();
  expect(existsSync(path)).toBe(false);
  const again = await lock(path);
  expect(again).toBeDefined();
  await again!();
});

it("a lock that cannot be taken for a fault is not held afterwards", async () => {
  const folder = folderOf({});
  const path = join(folder, `${"x".repeat(250)}`);
  // There is no room in the name for the file beside it.
  await expect(lock(path)).rejects.toThrow("ENAMETOOLONG");
  writeFileSync(path, String(process.pid));
  await expect(lock(path)).rejects.toThrow("ENAMETOOLONG");
});
