import { hashOfParts } from "../cache/short-hash.ts";
import { timed } from "../work/timings.ts";
import { type ContentFolder, openContentFolder } from "./content-folder.ts";
import { gitIds, type IdOf, idsBy } from "./content-id.ts";

/** A content folder, and the ids of the contents of its files. */
export type FoundContent = ContentFolder & { readonly idOf: IdOf };

/** Finds the files of a content folder, and asks git for the ids of their contents. */
export async function findContent(content: string): Promise<FoundContent> {
  return timed("find", async () => {
    const [ids, folder] = await Promise.all([gitIds(content), openContentFolder(content)]);
    return { ...folder, idOf: idsBy(ids) };
  });
}

/** Returns a hash of all that is in a content folder. */
export function contentHash(content: FoundContent): string {
  const { articles, pictures, attachments, drawings, data, addresses, problems, idOf } = content;
  return hashOfParts([
    ...[
      ...articles,
      ...pictures.values(),
      ...attachments.values(),
      ...drawings.values(),
      ...(addresses ? [addresses] : []),
    ].flatMap((file) => [file.path, idOf(file)]),
    ...[...data.values()].flatMap(({ path, text }) => [path, text]),
    JSON.stringify(problems),
  ]);
}
