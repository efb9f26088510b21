import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { inProject, isPackage, projectFolder } from "../../src/cache/project.ts";
import { WrongUse } from "../cli/option.ts";

/**
 * Where an office gets the program from: what its package.json says, and the archive that has to
 * lie in the office for it. Nobody else can fetch an archive of this machine.
 */
export type PackageOrigin = {
  readonly version: string;
  readonly archive?: { readonly path: string; readonly name: string };
};

/** Folder of an office for the archive of the program. */
const archives = "goi";

/**
 * Returns where an office gets the program from. Throws `WrongUse` when that cannot be known.
 *
 * @param said a path of an archive, an address, or a version; undefined takes the origin of the
 *   package that runs
 */
export function packageOrigin(said: string | undefined): PackageOrigin {
  if (said !== undefined) return originOf(said, process.cwd());
  if (!isPackage)
    throw new WrongUse(
      "Đang chạy từ mã nguồn. Xin đóng gói bằng npm run package, rồi thêm --package kèm tên tệp .tgz vừa có.",
    );
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(inProject("package.json"), "utf8"),
  );
  const { user, resolved } = installedFrom();
  // A registry may differ from office to office, so the version is enough.
  const isRegistry = resolved === undefined || /\/-\/[^/]+\.tgz$/u.test(resolved);
  return isRegistry ? { version } : originOf(resolved, user);
}

function originOf(said: string, from: string): PackageOrigin {
  const path = said.replace(/^file:/u, "");
  if (!/\.tgz$/iu.test(path) || /^https?:/iu.test(path)) return { version: said };
  const whole = resolve(from, path);
  if (!existsSync(whole)) throw new WrongUse(`Không có tệp “${said}”.`);
  if (!isOurArchive(whole))
    throw new WrongUse(
      `Tệp “${said}” không phải là gói ban-tin, hoặc đã hỏng. Xin lấy lại tệp .tgz của chương trình.`,
    );
  const name = `${archives}/${whole.slice(dirname(whole).length + 1)}`;
  return { version: `file:${name}`, archive: { path: whole, name } };
}

/** Returns whether a file is a whole archive that npm packed of this program. */
function isOurArchive(path: string): boolean {
  try {
    return gunzipSync(readFileSync(path)).includes('"name": "ban-tin"');
  } catch {
    return false;
  }
}

/** Returns what npm noted of the installation of our own package, and the folder it is for. */
function installedFrom(): { readonly user: string; readonly resolved?: string } {
  for (let folder = projectFolder; folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, "node_modules/.package-lock.json");
    if (!existsSync(path)) continue;
    const lock: Lock = JSON.parse(readFileSync(path, "utf8"));
    const resolved = lock.packages["node_modules/ban-tin"]?.resolved;
    return resolved === undefined ? { user: folder } : { user: folder, resolved };
  }
  return { user: projectFolder };
}

type Lock = { readonly packages: Readonly<Record<string, { readonly resolved?: string }>> };
