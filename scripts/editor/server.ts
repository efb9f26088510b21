import { randomBytes, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import * as z from "zod";
import { readAssets } from "../../src/assets/assets.ts";
import { browserScript } from "../../src/assets/browser-script.ts";
import { inProject } from "../../src/cache/project.ts";
import { readPictureKey } from "../../src/cut.ts";
import {
  type Draft,
  editorFolder,
  type NewArticleWish,
  tokenHeader,
} from "../../src/front-matter/editor-api.ts";
import type { FormValues } from "../../src/front-matter/field.ts";
import { headForm } from "../../src/front-matter/form.ts";
import { fitsForm } from "../../src/front-matter/form-values.ts";
import { maxAttachmentBytes } from "../../src/limits.ts";
import type { Logo } from "../../src/logo.ts";
import { cutPicture } from "../../src/pictures/pictures.ts";
import type { Problem } from "../../src/problems/problem.ts";
import { assetUrl } from "../../src/urls.ts";
import { lazily } from "../../src/work/once.ts";
import { todayFrom, WrongUse } from "../cli/option.ts";
import type { Options } from "../cli/options.ts";
import type { Address } from "../preview/address.ts";
import { contentType } from "../preview/content-type.ts";
import { newQueue } from "../preview/queue.ts";
import { type Handler, redirect, send, type Visit } from "../preview/visit.ts";
import type { Built } from "../site/write-site.ts";
import { maxImportBytes } from "../writing/importing.ts";
import {
  addPicture,
  articleRows,
  attachPdf,
  changedDraft,
  checkDraft,
  editorFacts,
  openArticle,
  pastedText,
  restoreArticle,
  saveArticle,
} from "./articles.ts";
import { importFile, newArticle } from "./beginning.ts";
import { type OpenDesk, openDesk, pdfsUrl, picturesUrl } from "./desk.ts";
import { newDrafts } from "./drafts.ts";
import { EditRefused } from "./edit-refused.ts";
import { editorPage } from "./editor-page.ts";
import { bodyOf, refused, sendOwn } from "./http.ts";
import { lifeAnswers } from "./life.ts";
import { type Answers, understood } from "./request.ts";
import { type Account, sendingAnswers } from "./sending-server.ts";

type EditorOptions = Pick<Options, "content" | "cache" | "now"> & {
  /** Address of the API of the office's host, where it is not the one that the address tells. */
  readonly apiRoot?: string;
};

/**
 * Makes the form editor of the preview's server.
 *
 * @returns `tell`, to be called with the result of each build, and the request handler
 */
export function editorServer(options: EditorOptions): {
  readonly tell: (built: Pick<Built, "problems"> | undefined) => void;
  readonly handler: Handler;
} {
  const token = randomBytes(24).toString("base64url");
  const styleNonce = randomBytes(18).toString("base64url");
  const assets = lazily(() => readAssets(options.cache));
  let problems = new Map<string, readonly Problem[]>();
  let last: Promise<OpenDesk> | undefined;
  let shown: OpenDesk | undefined;
  // Begins with the time, which no count of an earlier server has reached.
  let builds = Date.now();
  let waiting: (() => void)[] = [];
  const inTurn = newQueue();
  const drafts = newDrafts();
  const account: Account = { inTurn: newQueue() };
  /** Walks through the content folder, which takes too long to do while somebody types. */
  const openAnew = (): Promise<OpenDesk> => {
    last = assets().then(async (given) => {
      shown = await openDesk(options, {
        assets: given.assets,
        // A preview that was started yesterday must not offer yesterday as today.
        today: todayFrom(options.now),
        problems,
        token,
      });
      return shown;
    });
    return last;
  };
  const desk = () => last ?? openAnew();

  /** The requests of the page in the browser, by method and the last part of the address. */
  const answers: Answers = {
    // Responds as soon as there is a build that the page does not know of (long polling).
    "GET dung": async ({ after, closed }) => {
      if (after === builds)
        await Promise.race([new Promise<void>((go) => waiting.push(go)), closed]);
      return { build: builds };
    },
    "GET biet": async () => editorFacts(await desk()),
    "GET danh-sach": async () => articleRows(await desk()),
    "GET bai": async ({ path }) => openArticle(path, await openAnew(), drafts, options.cache),
    "POST xem": async ({ path, json }) =>
      checkDraft(path, understood(draftWish, await json()), await desk(), drafts, options.cache),
    "POST doi": async ({ path, json }) =>
      changedDraft(path, understood(draftWish, await json()), await openAnew(), drafts),
    "POST luu": async ({ path, json }) => {
      const { draft, version } = understood(saveWish, await json());
      // A mutex, because no other request may write between reading and writing.
      return inTurn(async () =>
        saveArticle(path, draft, version, await openAnew(), drafts, options),
      );
    },
    "POST lai": async ({ path, json }) => {
      const { draft, base } = understood(restoreWish, await json());
      const before = await desk();
      await inTurn(() => restoreArticle(path, draft, base, options.content, before, drafts));
      return openArticle(path, await openAnew(), drafts, options.cache);
    },
    "POST anh": async ({ path, name, bytes }) => {
      const added = await addPicture(path, name, await bytes(), await desk());
      await openAnew();
      return added;
    },
    "POST tep": async ({ path, name, bytes }) => {
      const added = await attachPdf(path, name, await bytes(), await desk());
      await openAnew();
      return added;
    },
    "POST dan": async ({ bytes }) => ({
      markdown: await pastedText((await bytes()).toString("utf8"), await desk(), drafts),
    }),
    "POST moi": async ({ json }) => ({
      path: await newArticle(understood(newWish, await json()), await desk(), options.content),
    }),
    "POST nhap": async ({ name, bytes }) => {
      const file = await bytes();
      return inTurn(() => importFile(name, file, options.content));
    },
    ...sendingAnswers({ options, desk, openAnew, drafts, account, alone: inTurn }),
    ...lifeAnswers({ options, desk, openAnew, drafts, account, alone: inTurn, draftWish }),
  };

  async function answer({ method, address, request, response }: Visit): Promise<true> {
    const { path: place, query } = address;
    const way = place.slice(editorFolder.length);
    const own = method === "GET" ? ownFiles[way] : undefined;
    if (own !== undefined) return sendOwn(response, 200, own.type, await own.read(), styleNonce);
    // An `<img>` cannot send a header.
    if (place.startsWith(picturesUrl(token))) return sendPicture(response, address);
    if (place.startsWith(pdfsUrl(token))) return sendPdf(response, address);
    if (!hasToken(request, token))
      throw new EditRefused(403, "Trình soạn bài vừa khởi động lại. Xin tải lại trang này.");
    const reply = answers[`${method} ${way}`];
    if (reply === undefined) throw new EditRefused(404, "Không có địa chỉ này.");
    const bytes = () => bodyOf(request, mostBytes[way] ?? 4_000_000);
    const path = query.get("path") ?? "";
    const name = query.get("name") ?? "";
    const json = async () => parseJson(await bytes());
    const after = Number(query.get("after") ?? -1);
    const closed = new Promise<void>((go) => response.on("close", go));
    const value = await reply({ path, name, after, closed, bytes, json });
    return sendOwn(response, 200, contentType(".json"), JSON.stringify(value));
  }

  /** The files of the page itself, which is opened without the token that is written in it. */
  const ownFiles: Readonly<Record<string, OwnFile>> = {
    "": { type: contentType(".html"), read: async () => editorPage(token, styleNonce) },
    "soan.js": {
      type: contentType(".js"),
      read: () => browserScript(inProject("browser/editor/main.ts")),
    },
    "soan.css": {
      type: contentType(".css"),
      read: () => readFile(inProject("browser/editor/editor.css")),
    },
    ...Object.fromEntries(
      fonts.map((name) => [
        name,
        {
          type: contentType(name),
          read: () => readFile(join(inProject("layouts/assets/fonts"), name)),
        },
      ]),
    ),
  };

  async function sendPicture(response: ServerResponse, { path }: Address): Promise<true> {
    const key = path.slice(picturesUrl(token).length, path.lastIndexOf("/"));
    const { file, cut } = readPictureKey(key);
    const found = (await desk()).folder.pictures.get(file);
    if (found === undefined) throw new EditRefused(404, "Không có ảnh này.");
    const bytes = await readFile(found.realPath);
    if (cut === undefined) return sendOwn(response, 200, contentType(file), bytes);
    return sendOwn(response, 200, contentType(".jpg"), await cutPicture(bytes, cut));
  }

  async function sendPdf(response: ServerResponse, { path }: Address): Promise<true> {
    const found = (await desk()).folder.attachments.get(path.slice(pdfsUrl(token).length));
    if (found === undefined) throw new EditRefused(404, "Không có tệp này.");
    // Browsers show a PDF with a plug-in of theirs, which the policy of the editor forbids.
    return send(response, 200, contentType(".pdf"), await readFile(found.realPath));
  }

  /**
   * The page of a draft needs fonts, and the stylesheet and the logo of its office, also before
   * there is a site that has them.
   */
  async function sendAsset({ address, response }: Visit): Promise<boolean> {
    const { assets: plain, files } = await assets();
    // Before anybody has opened the editor, a page can have asked for the plain sheets only.
    const own = shown === undefined ? [plain.stylesheet, plain.printStyle] : ownAssets(shown);
    const asset = own.find(({ url }) => url === address.path);
    const file = files.find(({ url }) => url === address.path);
    const content = asset?.text ?? (file && (await readFile(file.realPath)));
    if (content === undefined) return false;
    return send(response, 200, contentType(address.path), content);
  }

  return {
    tell(built) {
      // A build that threw has found nothing new.
      if (built) problems = new Map(Map.groupBy(built.problems, ({ path }) => path));
      last = undefined;
      builds += 1;
      const all = waiting;
      waiting = [];
      for (const go of all) go();
    },
    async handler(visit) {
      const { address, response } = visit;
      if (`${address.path}/` === editorFolder) return redirect(response, editorFolder);
      if (address.path.startsWith(assetUrl(""))) return sendAsset(visit);
      if (!address.path.startsWith(editorFolder)) return false;
      try {
        return await answer(visit);
      } catch (error) {
        const { status, message } = refusalFor(error as Error);
        if (status === 500) process.stderr.write(`${(error as Error).stack}\n`);
        return sendOwn(response, status, contentType(".json"), refused(message, status));
      }
    },
  };
}

/** Returns what the page of a draft is drawn with, as its office has it. */
function ownAssets({
  assets,
  logo,
}: OpenDesk): readonly { readonly url: string; readonly text: string | Uint8Array }[] {
  return [
    assets.stylesheet,
    assets.printStyle,
    ...(logo ? [{ url: logo.url, text: logoFile(logo) }] : []),
  ];
}

/** Returns the file of a logo; of a PNG the small one, which is large enough for a draft. */
function logoFile({ file, mark }: Logo): string | Uint8Array {
  return "svg" in file ? file.svg : Buffer.from(mark.data.split(",")[1]!, "base64");
}

type OwnFile = {
  readonly type: string;
  readonly read: () => Promise<string | Uint8Array>;
};

/**
 * True for a request of our page. The token is new at each start and only in that page, so it keeps
 * out what a browser sends by itself, and pages that were left open from an earlier start.
 */
function hasToken({ headers }: IncomingMessage, token: string): boolean {
  const given = Buffer.from(String(headers[tokenHeader] ?? ""));
  const own = Buffer.from(token);
  return given.length === own.length && timingSafeEqual(given, own);
}

function refusalFor(error: Error): { status: number; message: string } {
  if (error instanceof EditRefused) return error;
  if (isDiskFull(error))
    return {
      status: 507,
      message:
        "Ổ đĩa đã đầy nên chưa lưu được; những gì đang soạn vẫn còn ở trang này. Xin xóa bớt tệp không dùng, rồi lưu lại.",
    };
  if (error instanceof WrongUse) return { status: 400, message: error.message };
  if ((error as NodeJS.ErrnoException).code === "ENAMETOOLONG")
    return { status: 400, message: "Tên này dài quá, máy không lưu được. Xin đặt tên ngắn hơn." };
  return { status: 500, message: "Chương trình gặp lỗi. Xin xem cửa sổ lệnh, rồi thử lại." };
}

function isDiskFull(error: Error): boolean {
  return /^(?:ENOSPC|EDQUOT)$/u.test(String((error as NodeJS.ErrnoException).code));
}

const fonts = [
  "be-vietnam-pro-400.woff2",
  "be-vietnam-pro-600.woff2",
  "source-serif-4-600.woff2",
] as const;

/**
 * The largest bodies, in bytes, by the last part of the address. A phone's photo has up to 15 MB. A
 * Word file with several may be as large as the command accepts.
 */
const mostBytes: Readonly<Record<string, number>> = {
  anh: 30_000_000,
  // Above what may be published, so that the refusal can say how large the file is.
  tep: 5 * maxAttachmentBytes,
  nhap: maxImportBytes,
};

const formDraft = z.strictObject({
  values: z.custom<FormValues>((value) => fitsForm(headForm, value)),
  body: z.string(),
  settled: z.record(z.string(), z.array(z.number())),
  // Each becomes a line of the file, and may be as long as the file has it.
  reviews: z.array(z.string().regex(/^[^\n\r]+$/u)),
});
const draftWish: z.ZodType<Draft> = z.union([formDraft, z.strictObject({ text: z.string() })]);
const saveWish = z.strictObject({ draft: draftWish, version: z.string() });
const restoreWish = z.strictObject({ draft: draftWish, base: z.string() });
const newWish: z.ZodType<NewArticleWish> = z.strictObject({
  title: z.string(),
  date: z.string(),
  unit: z.string(),
  author: z.string(),
});

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new EditRefused(400, "Yêu cầu không đúng dạng.");
  }
}
