import { createReadStream } from "node:fs";
import { posix } from "node:path";
import { addressKey } from "../../src/importing/address-key.ts";
import { type Finds, findsOf } from "../../src/importing/draft.ts";
import { ImportRefused } from "../../src/importing/imported-document.ts";
import type { PictureSource } from "../../src/importing/page-pictures.ts";
import { wordPressDocument } from "../../src/importing/wordpress-post.ts";
import type { WordPressReferences } from "../../src/importing/wordpress-site.ts";
import { type XmlPiece, xmlItems } from "../../src/importing/xml-fields.ts";
import { type ReferenceData, readReference } from "../../src/reference.ts";
import { unwrittenAlt } from "../../src/remarks/unwritten-alt.ts";
import { leftOutIn } from "../../src/text/left-out.ts";
import { sweepMemory, sweepNursery } from "../../src/work/memory.ts";
import { type Said, withSaid } from "./given.ts";
import { withReadablePictures, writeDraft } from "./importing.ts";
import { firstOf, picturesBeside, uploadedPictures } from "./picture-sources.ts";
import { comesPublished, type PlannedPost } from "./site-plan.ts";

/** The whole of an import of a site; plain data, so that it can be handed to another thread. */
export type SiteWork = {
  readonly file: string;
  readonly content: string;
  readonly uploads: string | undefined;
  readonly site: WordPressReferences;
  readonly posts: readonly PlannedPost[];
  readonly paths: ReadonlyMap<string, string>;
  readonly data: ReferenceData;
  readonly said: Said;
  readonly isPublished: boolean;
  /** Each of `shares` threads takes every post whose index leaves its number. */
  readonly shares: number;
};

/** What came of one post. */
export type PostResult = {
  readonly index: number;
  readonly path: string;
  readonly isPublished: boolean;
  readonly hasUnit: boolean;
  readonly hasAuthor: boolean;
  readonly hasText: boolean;
  /** Whether title, day, author and unit are known. */
  readonly isComplete: boolean;
  readonly pictures: number;
  readonly picturesWithoutAlt: number;
  readonly missingPictures: number;
  readonly leftOut: number;
  /** The links that lead to other articles of ours. */
  readonly ownLinks: readonly OwnLink[];
  /** Addresses of the old site that no article of ours takes the place of. */
  readonly deadLinks: readonly string[];
};

/** A link from one article to another: as written, where it leads, and where it led before. */
export type OwnLink = {
  readonly written: string;
  readonly path: string;
  readonly address: string;
};

/** Reads the pieces of an export. Throws `ImportRefused` where the file is no such thing. */
export async function* exportPieces(file: string): AsyncGenerator<XmlPiece> {
  try {
    yield* xmlItems(createReadStream(file, { encoding: "utf8", highWaterMark: 100_000 }));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ImportRefused(
      "Tệp XML bị hỏng: có một bài không có chỗ kết thúc. Xin xuất lại tệp từ WordPress.",
    );
  }
}

/** In bytes; an office may import on a small machine. */
const smallHeap = 100_000_000;

/** Makes the drafts of one share of a site. */
export async function importShare(
  work: SiteWork,
  share: number,
  accept: (result: PostResult) => void,
): Promise<void> {
  const { reference } = readReference(work.data);
  const { posts, content, isPublished } = work;
  const beside = picturesBeside(work.file);
  const pictureOf: PictureSource =
    work.uploads === undefined ? beside : firstOf(uploadedPictures(work.uploads), beside);
  let index = -1;
  for await (const { kind, xml } of exportPieces(work.file)) {
    if (kind === "head") continue;
    index += 1;
    const planned = posts[index];
    if (planned?.kind !== "new" || index % work.shares !== share) continue;
    const links = newLinks(work, planned.folder);
    const document = await withReadablePictures(
      wordPressDocument(xml, { site: work.site, pictureOf, linkTo: links.linkTo }),
    );
    const found = withSaid(findsOf(document, reference), work.said);
    const finds = isPublished ? withAlts(found) : found;
    const leftOut = leftOutIn(finds.body).length;
    const isComplete =
      finds.title !== undefined &&
      finds.date !== undefined &&
      finds.unit !== undefined &&
      finds.authors.length > 0;
    // What is not whole is for its writer to finish, whatever it was before.
    const isLive = comesPublished(planned, isPublished) && isComplete && leftOut === 0;
    const path = await writeDraft(finds, document, content, planned.folder, isLive);
    const { pictures } = finds;
    accept({
      index,
      path,
      isPublished: isLive,
      hasUnit: finds.unit !== undefined,
      hasAuthor: finds.authors.length > 0,
      hasText: finds.body !== "",
      isComplete,
      picturesWithoutAlt: found.pictures.filter(({ src, alt }) => src !== undefined && alt === "")
        .length,
      pictures: pictures.filter(({ src }) => src !== undefined).length,
      missingPictures: pictures.filter(({ address }) => address !== undefined).length,
      leftOut,
      ...links.found(finds.body),
    });
    sweepNursery();
    sweepMemory(smallHeap);
  }
}

/**
 * Fills in what pictures need, so that an article which was published stays so: few old sites have
 * a text for each picture.
 */
function withAlts(finds: Finds): Finds {
  const pictures = finds.pictures.map((one) =>
    one.alt === "" && one.src !== undefined ? { ...one, alt: unwrittenAlt } : one,
  );
  return { ...finds, pictures };
}

/** Turns links to articles that come along into links to their files, and remembers the others. */
function newLinks({ paths, site, content }: SiteWork, folder: string) {
  const from = folder.slice(content.length).replaceAll("\\", "/").replace(/^\/+/u, "");
  const ownLinks = new Map<string, OwnLink>();
  const deadLinks = new Set<string>();
  return {
    linkTo: (address: string): string | undefined => {
      const key = addressKey(address);
      const path = paths.get(key);
      // Our links cannot name a file with such signs, which only writers on Linux can make.
      if (path !== undefined && !/[:?#\\]/u.test(path)) {
        const written = inMarkdown(encodeURI(posix.relative(from, path)));
        ownLinks.set(written, { written, path, address });
        return written;
      }
      const host = key.split(/[/?]/u)[0]!;
      if (site.hosts.includes(host)) deadLinks.add(address);
      return undefined;
    },
    /** Returns the links of a text; one around a picture is gone with the picture. */
    found: (body: string) => ({
      ownLinks: [...ownLinks.values()],
      deadLinks: [...deadLinks].filter((address) => body.includes(`](${inMarkdown(address)})`)),
    }),
  };
}

/** Returns an address as it is written in Markdown, where a bracket would end it. */
export function inMarkdown(address: string): string {
  return address.replaceAll(/\s/gu, "%20").replaceAll("(", "%28").replaceAll(")", "%29");
}
