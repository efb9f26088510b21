import { unpack, zipEntries } from "./zip.ts";

/**
 * Returns how many bytes a ZIP archive holds, and how many of them are XML. A file of 400 kB can
 * hold gigabytes, and what it says of its own sizes need not be true, so each entry is unpacked and
 * measured. Undefined when the bytes are no archive that can be read, or hold more than `most`
 * bytes.
 */
export function zipSize(
  bytes: Uint8Array,
  most: number,
): { readonly all: number; readonly xml: number } | undefined {
  let all = 0;
  let xml = 0;
  try {
    for (const entry of zipEntries(bytes)) {
      const size = unpack(entry, most - all).length;
      all += size;
      if (/\.(?:xml|rels)$/iu.test(entry.name)) xml += size;
      if (all > most) return undefined;
    }
  } catch {
    return undefined;
  }
  return { all, xml };
}
