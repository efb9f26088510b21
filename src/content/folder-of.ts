/** Returns the folder of a file, with the slash after it; empty for a file at the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
