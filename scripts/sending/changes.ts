import { isArticleFile } from "../../src/content/content-folder.ts";
import { folderOf } from "../../src/content/folder-of.ts";
import { append } from "../../src/lists.ts";
import { compose } from "../../src/text/compose.ts";
import { contentPath, type FileChange, type TreeFile } from "./trees.ts";

/* What differs in a folder from what the server has, and to which articles it belongs. */

/** A file that the writer has changed. */
export type ChangedFile = FileChange & {
  readonly change: "new" | "changed" | "deleted";
  /** Somebody else has changed it on the server too. */
  readonly isConflict: boolean;
};

export type Versions = {
  /** The files of the commit that the folder began with. */
  readonly base: ReadonlyMap<string, TreeFile>;
  /** The files as they are in the folder. */
  readonly mine: ReadonlyMap<string, TreeFile>;
  /** The files of the newest commit of the server. */
  readonly theirs: ReadonlyMap<string, TreeFile>;
  /** The versions that were sent from here, by path. */
  readonly sent: ReadonlyMap<string, ReadonlySet<string | undefined>>;
};

/**
 * Returns the files that the writer has changed and the server has not got. What the server has is
 * the writer's own where it was sent from here, also when the folder is still at an older commit.
 */
export function changedFiles({ base, mine, theirs, sent }: Versions): ChangedFile[] {
  const [bases, mines, others] = [base, mine, theirs].map(bySpelling);
  const sentBy = new Map([...sent].map(([path, versions]) => [compose(path), versions]));
  const paths = new Set([...bases!.keys(), ...mines!.keys(), ...others!.keys()]);
  return [...paths].toSorted().flatMap((path): ChangedFile[] => {
    const [before, own, other] = [bases!.get(path), mines!.get(path), others!.get(path)];
    const isOwn = sentBy.get(path)?.has(other?.blob) ?? false;
    const from = isOwn ? other : before;
    if (isSame(own, from) || isSame(own, other)) return [];
    return [
      {
        // As the server spells it: the same name in other letters would be another file there.
        path: other?.path ?? path,
        file: own,
        change: own === undefined ? "deleted" : other === undefined ? "new" : "changed",
        isConflict: !isSame(other, from),
      },
    ];
  });
}

function isSame(a: TreeFile | undefined, b: TreeFile | undefined): boolean {
  return a?.blob === b?.blob;
}

/** Keys files by their names in NFC, because one machine writes marks apart from their letters. */
function bySpelling(files: ReadonlyMap<string, TreeFile>): ReadonlyMap<string, TreeFile> {
  return new Map([...files.values()].map((file) => [compose(file.path), file]));
}

/** An article of the folder as far as this needs it; paths are those in content. */
export type NamingArticle = {
  readonly path: string;
  /** The pictures and PDFs that it names. */
  readonly names: readonly string[];
};

/** An article with all that has changed of it. */
export type ArticleChange = {
  /** Path in content. */
  readonly path: string;
  readonly kind: "new" | "changed" | "deleted" | "moved";
  readonly movedFrom?: string;
  readonly files: readonly ChangedFile[];
};

/**
 * Puts changed files to the articles that they belong to: those that name them, otherwise, for a
 * file that is gone, the one beside which it was. What belongs to none is shared, unless it is a
 * picture or a PDF that nothing names, which would be of no use on the server.
 *
 * @param folder path of the content folder from the top
 * @param moved the old paths of articles that were moved, by their new ones; both in content
 */
export function changesByArticle(
  files: readonly ChangedFile[],
  articles: readonly NamingArticle[],
  moved: ReadonlyMap<string, string>,
  folder: string,
): { articles: readonly ArticleChange[]; shared: readonly ChangedFile[] } {
  const inContent = (path: string) => contentPath(path, folder);
  const byPath = new Map(files.map((file) => [inContent(file.path), file]));
  const newPlaces = new Map([...moved].map(([to, from]) => [from, to]));
  const owners = new Map<string, string[]>();
  for (const { path, names } of articles) for (const name of names) append(owners, name, path);
  const textsIn = Map.groupBy([...byPath.keys()].filter(isArticleFile), folderOf);
  const of = new Map<string, ChangedFile[]>();
  const shared: ChangedFile[] = [];
  const give = (path: string, file: ChangedFile) => append(of, newPlaces.get(path) ?? path, file);
  for (const [path, file] of byPath) {
    if (isArticleFile(path)) give(path, file);
    else {
      const named = owners.get(path) ?? [];
      const isLeft = named.length === 0 && file.change === "deleted";
      const own = isLeft ? (textsIn.get(folderOf(path)) ?? []) : named;
      for (const owner of own) give(owner, file);
      if (own.length === 0 && !isPictureOrPdf(path)) shared.push(file);
    }
  }
  return {
    articles: [...of].map(([path, own]) => {
      const text = byPath.get(path);
      const movedFrom = moved.get(path);
      const kind = movedFrom === undefined ? (text?.change ?? "changed") : "moved";
      return { path, kind, ...(movedFrom === undefined ? {} : { movedFrom }), files: own };
    }),
    shared,
  };
}

/** Returns whether a path is that of a file which is only there for articles. */
export function isPictureOrPdf(path: string): boolean {
  return /\.(?:jpe?g|png|webp|avif|heic|pdf)$/iu.test(path);
}
