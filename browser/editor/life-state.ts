import type {
  ArticleLife,
  Choices,
  Conflict,
  DeletedArticle,
  Joined,
  ShownVersion,
  UpdateNews,
  Version,
} from "../../src/front-matter/life-api.ts";

/** What the list shows of it, and the dialog that is open. */
export type Life = {
  /** Undefined until the server has said. */
  readonly news: UpdateNews | undefined;
  readonly isUpdating: boolean;
  readonly deleted: readonly DeletedArticle[];
  readonly panel: Panel | undefined;
};

/** What a dialog is about. */
export type Panel =
  | { readonly kind: "conflict"; readonly conflict: Conflict; readonly choices: Choices }
  | { readonly kind: "join"; readonly joined: Joined; readonly choices: Choices }
  | {
      readonly kind: "versions";
      /** Undefined until they have come. */
      readonly versions: readonly Version[] | undefined;
      readonly shown: { readonly version: Version; readonly content: ShownVersion } | undefined;
    }
  | { readonly kind: "delete"; readonly life: ArticleLife; readonly reason: string }
  | { readonly kind: "move"; readonly life: ArticleLife; readonly slug: string };
