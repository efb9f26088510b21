import {
  type AddedPdf,
  type AddedPicture,
  type ArticleRow,
  type Changed,
  type Checked,
  type Draft,
  type EditorFacts,
  editorFolder,
  type Imported,
  type NewArticleWish,
  type OpenArticle,
  type Refusal,
  tokenHeader,
} from "../../src/front-matter/editor-api.ts";

import type {
  SendPlan,
  SendResult,
  SendWish,
  SentList,
  SignInResult,
  SignInWish,
} from "../../src/front-matter/sending-api.ts";

/** The server on this machine refused, or could not be reached; the message is for the writer. */
export class Refused extends Error {
  readonly isConflict: boolean;
  readonly isGone: boolean;

  constructor({ message, isConflict = false, isGone = false }: Refusal) {
    super(message);
    this.isConflict = isConflict;
    this.isGone = isGone;
  }
}

let token = tokenIn(document);

export const server = {
  sendPlan: (path: string, signal: AbortSignal) => ask<SendPlan>("gui-gi", { path }, { signal }),
  send: (wish: SendWish, signal: AbortSignal) =>
    post<SendResult>("gui", {}, JSON.stringify(wish), signal),
  sent: () => get<SentList>("da-gui", {}),
  signIn: (wish: SignInWish, signal: AbortSignal) =>
    post<SignInResult>("dang-nhap", {}, JSON.stringify(wish), signal),
  facts: () => get<EditorFacts>("biet", {}),
  articles: () => get<ArticleRow[]>("danh-sach", {}),
  open: (path: string) => get<OpenArticle>("bai", { path }),
  check: (path: string, draft: Draft, signal: AbortSignal) =>
    post<Checked>("xem", { path }, JSON.stringify(draft), signal),
  /** Returns the draft in its other form: a form as text, or a text as a form. */
  change: (path: string, draft: Draft) => post<Changed>("doi", { path }, JSON.stringify(draft)),
  save: (path: string, draft: Draft, version: string) =>
    post<OpenArticle>("luu", { path }, JSON.stringify({ draft, version })),
  restore: (path: string, draft: Draft, base: string) =>
    post<OpenArticle>("lai", { path }, JSON.stringify({ draft, base })),
  addPicture: (path: string, file: File) =>
    post<AddedPicture>("anh", { path, name: file.name }, file),
  addPdf: (path: string, file: File) => post<AddedPdf>("tep", { path, name: file.name }, file),
  create: (wish: NewArticleWish) => post<{ path: string }>("moi", {}, JSON.stringify(wish)),
  importFile: (file: File) => post<Imported>("nhap", { name: file.name }, file),
  /** Waits for a build of the preview that is newer than the known one; returns its number. */
  nextBuild: (known: number) => get<{ build: number }>("dung", { after: String(known) }),
  /** Returns HTML copied from Word or a web page as Markdown. */
  pasted: (html: string) => post<{ markdown: string }>("dan", {}, html),
};

/** The address of a picture beside an article. */
export function pictureUrl(articlePath: string, name: string): string {
  return `${editorFolder}anh/${token}/${beside(articlePath, name)}/xem`;
}

/** The address of a PDF beside an article. */
export function pdfUrl(articlePath: string, name: string): string {
  return `${editorFolder}tep/${token}/${beside(articlePath, name)}`;
}

function beside(articlePath: string, name: string): string {
  const folder = articlePath.slice(0, articlePath.lastIndexOf("/") + 1);
  return (folder + name).split("/").map(encodeURIComponent).join("/");
}

type Query = Readonly<Record<string, string>>;

function get<Answer>(what: string, query: Query): Promise<Answer> {
  return ask(what, query, {});
}

function post<Answer>(
  what: string,
  query: Query,
  body: string | File,
  signal?: AbortSignal,
): Promise<Answer> {
  return ask(what, query, { method: "POST", body, ...(signal ? { signal } : {}) });
}

/** Sends a request to the server; tries again while it starts. Throws `Refused`. */
export async function ask<Answer>(
  what: string,
  query: Query,
  request: RequestInit,
): Promise<Answer> {
  const address = `${editorFolder}${what}?${new URLSearchParams(query)}`;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(address, { ...request, headers: { [tokenHeader]: token } }).catch(
      (error: unknown) => {
        if ((error as Error).name === "AbortError") throw error;
        return undefined;
      },
    );
    if (answer?.ok) return answer.json() as Promise<Answer>;
    // The preview may be starting again, and then has a new token; what is being written is kept.
    if (
      attempt < (answer === undefined ? 30 : 4) &&
      (answer === undefined || answer.status === 403)
    ) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(1_000, 400 * attempt)));
      await renewToken();
      continue;
    }
    throw new Refused(await refusalOf(answer));
  }
}

async function refusalOf(answer: Response | undefined): Promise<Refusal> {
  const lost = {
    message:
      "Không liên lạc được với máy chủ xem thử. Xin xem cửa sổ lệnh còn chạy npm start không.",
  };
  return answer === undefined ? lost : ((await answer.json().catch(() => lost)) as Refusal);
}

async function renewToken(): Promise<void> {
  const answer = await fetch(editorFolder).catch(() => undefined);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  token = tokenIn(page) || token;
}

function tokenIn(page: Document): string {
  return page.querySelector<HTMLMetaElement>("meta[name=khoa]")?.content ?? "";
}
