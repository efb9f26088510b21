import { lstatSync } from "node:fs";

/**
 * Returns a mark that differs after any change of a file, even one that set its time back;
 * undefined when there is no file.
 */
export function fileMark(path: string): string | undefined {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`;
}
