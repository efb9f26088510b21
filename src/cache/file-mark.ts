import { lstatSync } from "node:fs";

/** Tells a file from what stands in its place after any change, be it one that set back its time. */
export function fileMark(path: string): string | undefined {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`;
}
