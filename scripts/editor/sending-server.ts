import * as z from "zod";
import type {
  SendWish,
  SentArticle,
  SentList,
  SignInResult,
  SignInWish,
} from "../../src/front-matter/sending-api.ts";
import type { Options } from "../cli/options.ts";
import { hostApi, type ReviewRequest, reviewOf } from "../sending/host-api.ts";
import { openRepository, type Repository } from "../sending/repository.ts";
import { isOnServer, type WebRepository, webRepository } from "../sending/review-link.ts";
import type { SignIn } from "../sending/run-git.ts";
import { type Submission, stateOf, submissionsOf } from "../sending/sent.ts";
import { storedSignIn, storeSignIn, trySignIn } from "../sending/signing-in.ts";
import { lookAtServer } from "../sending/submission.ts";
import type { OpenDesk } from "./desk.ts";
import type { Drafts } from "./drafts.ts";
import { type Answers, understood, type Wish } from "./request.ts";
import { sendArticles, sendPlan } from "./sending.ts";
import { failureOf, linkOf } from "./sending-words.ts";

/** The list of articles does not wait any longer for the server of the office. */
const longestLookMs = 60_000;

/** Who the server is told to be. Never written anywhere by us, and gone when the preview ends. */
export type Account = {
  signIn?: SignIn;
  /**
   * Runs some work while nobody else talks to the server: what was sent is one list, and two
   * fetches at once may refuse each other. To be entered before the folder is taken alone.
   */
  readonly inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
};

/** Makes what the editor's server does to send articles. */
export function sendingAnswers({
  options: { content, cache, apiRoot },
  desk,
  openAnew,
  drafts,
  account,
  alone,
}: {
  readonly options: Pick<Options, "content" | "cache"> & { readonly apiRoot?: string };
  /** Returns the desk of the last walk through the content folder, and that of a new one. */
  readonly desk: () => Promise<OpenDesk>;
  readonly openAnew: () => Promise<OpenDesk>;
  readonly drafts: Drafts;
  readonly account: Account;
  /** Runs some work while nobody else writes into the folder. */
  readonly alone: <Result>(work: () => Promise<Result>) => Promise<Result>;
}): Answers {
  const { inTurn } = account;

  const networkUntil = (closed: Wish["closed"]) => {
    const stop = new AbortController();
    void closed.then(() => stop.abort());
    return { signIn: account.signIn, signal: stop.signal };
  };
  const given = async (closed: Wish["closed"]) => {
    const network = networkUntil(closed);
    return { desk: await openAnew(), drafts, content, cache, network };
  };

  return {
    "GET gui-gi": ({ path, closed }) =>
      inTurn(async () => sendPlan(await given(closed), path === "" ? undefined : path)),
    "POST gui": async ({ json, closed }) => {
      const wish = understood(sendWish, await json());
      return inTurn(async () => sendArticles(wish, await given(closed), alone));
    },
    "GET da-gui": ({ closed }) =>
      inTurn(async () => {
        const { signal } = networkUntil(closed);
        return sentList(content, await desk(), {
          signIn: account.signIn,
          apiRoot,
          signal: AbortSignal.any([signal, AbortSignal.timeout(longestLookMs)]),
        });
      }),
    "POST dang-nhap": async ({ json, closed }) => {
      const wish = understood(signInWish, await json());
      const network = networkUntil(closed);
      const entered = { user: wish.user.trim(), password: wish.password.trim() };
      let repository: Repository | undefined;
      try {
        repository = await openRepository(content);
        await trySignIn(repository, { ...network, signIn: entered });
        account.signIn = entered;
        const isKept = wish.isKept && (await storeSignIn(repository, entered));
        return { isKept } satisfies SignInResult;
      } catch (error) {
        return { failure: failureOf(error, repository?.address) } satisfies SignInResult;
      }
    },
  };
}

/** How the office's server and its host are asked. */
type Asking = {
  readonly signIn: SignIn | undefined;
  readonly signal: AbortSignal;
  readonly apiRoot: string | undefined;
};

/** Returns what became of articles that were sent, the newest state of each. */
async function sentList(content: string, desk: OpenDesk, network: Asking): Promise<SentList> {
  let repository: Repository | undefined;
  let submissions: readonly Submission[] = [];
  let failure: SentList["failure"];
  try {
    repository = await openRepository(content);
    submissions = await submissionsOf(repository);
    // Anyone who has never sent anything is not told that there is no network.
    if (submissions.length === 0) return { articles: [] };
    submissions = (await lookAtServer(repository, network)).submissions;
  } catch (error) {
    failure = failureOf(error, repository?.address);
  }
  if (repository === undefined) return { articles: [], ...(failure ? { failure } : {}) };
  const requests = failure ? new Map() : await requestsFor(repository, submissions, desk, network);
  const articles = new Map<string, SentArticle>();
  for (const submission of submissions) {
    const { branch, when, commit } = submission;
    if (commit === undefined) continue;
    const request: ReviewRequest | undefined = requests.get(branch);
    const link = request?.url || (branch && linkOf(repository, desk.settings, branch));
    for (const { path } of submission.articles)
      articles.set(path, {
        path,
        state: stateOf(submission, request),
        branch,
        when,
        ...(link ? { link } : {}),
        remarks: request?.remarks ?? [],
      });
  }
  return { articles: [...articles.values()], ...(failure ? { failure } : {}) };
}

/** Returns what the host says of submissions that wait or came back, by branch. */
async function requestsFor(
  repository: Repository,
  submissions: readonly Submission[],
  { settings }: OpenDesk,
  { signIn, signal, apiRoot }: Asking,
): Promise<ReadonlyMap<string, ReviewRequest>> {
  const found = webRepository(repository.address, settings.review, settings.webEditor);
  const open = submissions.filter(
    ({ outcome, branch }) => outcome !== "published" && branch !== "",
  );
  if (found === undefined || open.length === 0) return new Map();
  const token = await tokenFor(found, repository, signIn);
  if (!token) return new Map();
  const known = hostApi(found, token);
  const api = apiRoot === undefined ? known : { ...known, root: apiRoot };
  const requests = new Map<string, ReviewRequest>();
  for (const { branch } of open) {
    // Without its answer the state of the branch is all that is known, which is enough.
    const request = await reviewOf(api, branch, signal).catch(() => undefined);
    if (request) requests.set(branch, request);
  }
  return requests;
}

/**
 * Returns what to show to the host of a repository. A password is for the server that asked for it,
 * and so is the token of the environment, unless a variable beside it names another host. Otherwise
 * anyone who may change site.yaml could have either sent to a host of theirs.
 */
async function tokenFor(
  found: WebRepository,
  repository: Repository,
  signIn: SignIn | undefined,
): Promise<string | undefined> {
  const { BAN_TIN_TOKEN: token, BAN_TIN_TOKEN_HOST: host } = process.env;
  const isServer = isOnServer(found, repository.address);
  if (token && (host ? new URL(found.url).host === host.trim().toLowerCase() : isServer))
    return token;
  return isServer ? (signIn ?? (await storedSignIn(repository)))?.password : undefined;
}

const sendWish: z.ZodType<SendWish> = z.strictObject({
  articles: z.array(z.strictObject({ path: z.string(), version: z.string() })),
  shared: z.array(z.string()),
  ready: z.array(z.string()),
  note: z.string().max(10_000),
  isDirect: z.boolean(),
  by: z
    .strictObject({
      name: z
        .string()
        .trim()
        .min(1)
        .max(200)
        .regex(/^[^\n\r<>]+$/u),
      email: z
        .string()
        .trim()
        .max(200)
        .regex(/^[^\s<>]*$/u),
    })
    .exactOptional(),
});

const signInWish: z.ZodType<SignInWish> = z.strictObject({
  user: z
    .string()
    .max(1_000)
    .regex(/^[^\n\r:]*$/u),
  password: z
    .string()
    .max(10_000)
    .regex(/^[^\n\r]+$/u),
  isKept: z.boolean(),
});
