/** Bytes in UTF-8; no usual file system takes a longer name. */
const longestName = 255;

/** Windows means a device by these, whatever ending they have. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/iu;

/**
 * Returns whether a file or folder in content may have this name: one that every system can store,
 * that nobody sees as another one, and that the walk through the folder does not pass over. Every
 * name that the program is given from outside comes through here before a file is made.
 */
export function isFileName(name: string): boolean {
  return (
    // Hidden, or a way up.
    !name.startsWith(".") &&
    // Windows drops these, and takes the file for another.
    !/[. ]$|^ |^$/u.test(name) &&
    // Separators, what Windows refuses, and letters that cannot be seen.
    !/[\\/:*?"<>|\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(name) &&
    !device.test(name) &&
    Buffer.byteLength(name) <= longestName
  );
}
