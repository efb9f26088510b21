import type {
  Sendable,
  SendFailure,
  SendPlan,
  SentArticle,
  SentNow,
} from "../../src/front-matter/sending-api.ts";

/** What the dialog for sending holds, from opening it to the link that comes out. */
export type Sending = {
  /** The one article that is sent; undefined when several may be. */
  readonly only: string | undefined;
  /** The server is being asked, or sent to. */
  readonly isBusy: "looking" | "sending" | undefined;
  /** Undefined until the server has been asked. */
  readonly plan: Plan | undefined;
  readonly failure: SendFailure | undefined;
  /** Paths of the articles and of the shared files that go. */
  readonly chosen: ReadonlySet<string>;
  readonly shared: ReadonlySet<string>;
  /** Whether a draft is to be ready from now on, by path; undecided ones are left out. */
  readonly ready: ReadonlyMap<string, boolean>;
  /** Pages before and after, by path, as far as somebody wanted to see them. */
  readonly pages: ReadonlyMap<string, Pages>;
  readonly note: string;
  /** It was to be published at once when it was sent last. */
  readonly isDirect: boolean;
  readonly sent: readonly SentNow[];
  /** The writer wanted the password to be kept, and this machine has no place for it. */
  readonly isForgotten: boolean;
  readonly account: { readonly user: string; readonly password: string; readonly isKept: boolean };
  readonly by: { readonly name: string; readonly email: string };
};

export type Plan = Exclude<SendPlan, { readonly failure: SendFailure }>;
export type Pages = Pick<Sendable, "before" | "after" | "afterReady">;

/** What became of the articles that were sent, by path. */
export type SentStates = ReadonlyMap<string, SentArticle>;

export function newSending(only: string | undefined, name: string): Sending {
  return {
    only,
    isBusy: "looking",
    plan: undefined,
    failure: undefined,
    chosen: new Set(only === undefined ? [] : [only]),
    shared: new Set(),
    ready: new Map(),
    pages: new Map(),
    note: "",
    isDirect: false,
    sent: [],
    isForgotten: false,
    account: { user: "", password: "", isKept: false },
    by: { name, email: "" },
  };
}

/** Returns the dialog with a plan that the server has made. */
export function withPlan(sending: Sending, plan: Plan): Sending {
  const { only } = sending;
  const able = new Set(plan.articles.filter(({ isSent }) => !isSent).map(({ path }) => path));
  const kept = [...sending.chosen].filter((path) => able.has(path));
  return {
    ...sending,
    isBusy: undefined,
    plan,
    failure: undefined,
    chosen: new Set(only === undefined && sending.plan === undefined ? able : kept),
    shared: new Set(
      plan.shared
        .filter(({ path, isNeeded }) => isNeeded || sending.shared.has(path))
        .map(({ path }) => path),
    ),
    pages: new Map(
      only === undefined ? [] : plan.articles.map((article) => [article.path, article]),
    ),
  };
}
