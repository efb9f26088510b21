import type { Article } from "../../src/article.ts";
import { type Day, shortDay } from "../../src/day.ts";
import { formatMeasured, isTarget } from "../../src/figure.ts";
import { indexPeople } from "../../src/people.ts";
import { periodName } from "../../src/period.ts";
import type { Official, Post } from "../../src/person.ts";
import { isError, type Problem, reportOf } from "../../src/problems/problem.ts";
import { ownNames } from "../../src/registers/award-recipient.ts";
import { type Standing, type Tally, tallyOf } from "../../src/registers/award-tally.ts";
import { type AwardTotal, buildRegister, totalsOf } from "../../src/registers/awards.ts";
import { buildSessions, type Session } from "../../src/registers/sessions.ts";
import { isBareNumber, numberKey } from "../../src/text/document-number.ts";
import { formatNumber, slugOf } from "../../src/text/vietnamese.ts";
import type { Unit } from "../../src/unit.ts";

/** All that the review of a change is made from, for an editor who decides on publishing it. */
export type Review = {
  /** By path in the content folder. */
  readonly changed: ReadonlyMap<string, Change>;
  readonly before: ReviewedContent;
  readonly after: ReviewedContent;
  readonly pictures: readonly ReviewedPicture[];
  /** Problems of the content after the change. */
  readonly problems: readonly Problem[];
  /** What becomes of addresses whose lines the change takes out of the record, or alters. */
  readonly unrecorded?: readonly Problem[];
  /** Whether the change deletes the whole record. */
  readonly isRecordGone?: boolean;
  /** How many addresses the record has not yet; 0 where there is no record. */
  readonly newAddresses?: number;
};

export type Change = "added" | "changed" | "deleted";

export type ReviewedContent = {
  /** Every article that can be read, drafts included. */
  readonly articles: readonly Article[];
  readonly units: readonly Unit[];
  readonly people: readonly Official[];
  readonly today: Day;
  /** The day from which the office wants every article to be approved, if it does. */
  readonly approvalFrom?: Day | undefined;
};

export type ReviewedPicture = {
  readonly path: string;
  readonly change: Change;
  /** In pixels; undefined when it cannot be read. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly bytes: number;
};

/** A table has at most this many rows, because a summary on GitHub holds one megabyte. */
const most = 100;

/**
 * Returns the review of a change as Markdown.
 *
 * @param addressOf the address of a file for readers of the summary; undefined if it has none
 */
export function reviewText(
  review: Review,
  addressOf: (path: string) => string | undefined = () => undefined,
): string {
  const { changed, before, after, pictures, problems } = review;
  const was = new Map(before.articles.map((article) => [article.path, article]));
  const is = new Map(after.articles.map((article) => [article.path, article]));
  const rowsOf = (kind: Change) =>
    [...changed]
      .filter(([path, change]) => change === kind && path.endsWith(".md"))
      .map(([path]) => path)
      .toSorted();
  const sections = [
    "## Tóm tắt thay đổi",
    problemText(problems),
    addressText(review),
    articleTable("Bài thêm mới", rowsOf("added"), is, after, addressOf),
    articleTable("Bài sửa", rowsOf("changed"), is, after, addressOf),
    articleTable("Bài xóa", rowsOf("deleted"), was, before, () => undefined),
    awardTable(registerOf(before), registerOf(after)),
    figureTable([...changed.keys()], was, is),
    table("Hội nghị, buổi lễ", ["", "Ngày", ""], sessionRows(before, after)),
    table("Cán bộ", ["Mã", "Họ tên", "Chức vụ", ""], officialRows(before, after)),
    listOf("Chủ đề mới", newOnes(tagsOf(before), tagsOf(after))),
    listOf("Chủ đề không còn bài nào", newOnes(tagsOf(after), tagsOf(before))),
    listOf("Văn bản mới được nhắc đến", newOnes(documentsOf(before), documentsOf(after))),
    listOf("Văn bản không còn bài nào nhắc đến", newOnes(documentsOf(after), documentsOf(before))),
    listOf("Đơn vị mới", newOnes(unitsOf(before), unitsOf(after))),
    listOf("Đơn vị bị bỏ", newOnes(unitsOf(after), unitsOf(before))),
    pictureTable(pictures),
  ];
  const said = sections.filter((section) => section !== "");
  if (said.length === 2) said.push("Không có bài, ảnh hay đơn vị nào thay đổi.");
  return `${said.join("\n\n")}\n`;
}

/** At most this many kinds of warnings are named; the check itself lists them all. */
const mostKinds = 5;

function problemText(problems: Review["problems"]): string {
  const errors = problems.filter(isError).length;
  const warnings = problems.filter((one) => !isError(one));
  const sum = `Nội dung có ${formatNumber(errors)} lỗi, ${formatNumber(warnings.length)} cảnh báo`;
  if (warnings.length === 0) return `${sum}.`;
  const kinds = [...Map.groupBy(warnings, ({ code: name }) => name)]
    .map(([name, own]) => ({ name, count: own.length }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const named = kinds
    .slice(0, mostKinds)
    .map(({ name, count }) => `${code(name)} (${formatNumber(count)})`);
  const more = kinds.length - named.length;
  if (more > 0) named.push(`và ${formatNumber(more)} loại khác`);
  return `${sum}: ${named.join(", ")}.`;
}

/** Returns what becomes of addresses that readers may have kept. */
function addressText({
  problems,
  unrecorded = [],
  isRecordGone = false,
  newAddresses = 0,
}: Review): string {
  const parts = [
    addressList(problems.filter(({ code }) => code.startsWith("address-"))),
    isRecordGone
      ? `Thay đổi này xóa hết ${code("addresses.txt")}, nên từ đây không còn lệnh nào báo khi một địa chỉ sắp mất.`
      : "",
    unrecorded.length > 0
      ? `Thay đổi này bỏ hoặc sửa dòng trong ${code("addresses.txt")} của những địa chỉ sau, nên lệnh check không báo:`
      : "",
    addressList(unrecorded),
    newAddresses > 0
      ? `${formatNumber(newAddresses)} địa chỉ chưa có trong sổ. Sau khi đăng, chạy ${code("npm run addresses")}.`
      : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : ["### Địa chỉ đã đăng", ...parts].join("\n\n");
}

function addressList(found: readonly Problem[]): string {
  const lines = found.slice(0, most).map((one) => {
    const { path, message, hint } = reportOf(one, "vi");
    return `- ${code(path)}: ${escaped(message)} ${escaped(hint)}`;
  });
  const more =
    found.length > most ? [`- … và ${formatNumber(found.length - most)} địa chỉ khác`] : [];
  return [...lines, ...more].join("\n");
}

function articleTable(
  title: string,
  paths: readonly string[],
  articles: ReadonlyMap<string, Article>,
  { units, today, approvalFrom }: ReviewedContent,
  addressOf: (path: string) => string | undefined,
): string {
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const saysWho =
    approvalFrom !== undefined || paths.some((path) => articles.get(path)?.approval !== undefined);
  const lines = paths.map((path) => {
    const address = addressOf(path);
    const file = address === undefined ? code(path) : `[${code(path)}](${address})`;
    const article = articles.get(path);
    if (article === undefined)
      return {
        cells: [file, "*không đọc được, xem lỗi*", "", "", ...(saysWho ? [""] : [])],
        tally: none,
      };
    const { title, date, unit, draft, withdrawn } = article;
    const state = withdrawn
      ? " (đã rút)"
      : draft
        ? " (nháp)"
        : date > today
          ? " (chưa đến ngày)"
          : "";
    return {
      cells: [
        file,
        escaped(title) + state,
        shortDay(date),
        escaped(nameOf.get(unit) ?? unit),
        ...(saysWho ? [escaped(whoText(article))] : []),
      ],
      tally: tallyOf(buildRegister([article]).register.entries),
    };
  });
  const shown = kinds.filter(
    ([kind]) => kind !== "revoked" || lines.some(({ tally }) => sumText(tally, "revoked") !== ""),
  );
  return table(
    `${title} (${formatNumber(paths.length)})`,
    [
      ...["Tệp", "Tiêu đề", "Ngày", "Đơn vị", ...(saysWho ? ["Viết, duyệt"] : [])],
      ...shown.map(([, words]) => capital(words)),
    ],
    lines.map(({ cells, tally }) => [...cells, ...shown.map(([kind]) => sumText(tally, kind))]),
  );
}

/** Says who wrote an article and who approved it. */
function whoText({ authors, approval }: Article): string {
  const wrote = `Viết: ${authors.map(({ name }) => name).join(", ")}`;
  if (approval === undefined) return `${wrote}; chưa ai duyệt`;
  const { name, post, date } = approval;
  const who = [name, post, date && shortDay(date)].filter((one) => one !== undefined);
  return `${wrote}; duyệt: ${who.join(", ")}`;
}

/** Returns the published articles, oldest first. */
function publishedOf({ articles, today }: ReviewedContent): Article[] {
  return articles
    .filter(({ draft, date, withdrawn }) => !draft && date <= today && !withdrawn)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.path < b.path ? -1 : 1));
}

type Register = { readonly totals: readonly AwardTotal[]; readonly sum: Tally };

/** Returns the totals that the register shows: those of published articles. */
function registerOf(content: ReviewedContent): Register {
  const namesOfId = ownNames(indexPeople(content.people));
  const { entries } = buildRegister(publishedOf(content), { namesOfId }).register;
  return { totals: totalsOf(entries), sum: tallyOf(entries) };
}

const kinds = [
  ["given", "đã khen"],
  ["proposed", "đề xuất"],
  ["revoked", "thu hồi"],
] as const;

const zero = { given: 0, proposed: 0, revoked: 0 };
const none: Tally = { counts: zero, unclear: zero };

/** Writes how many, and beside it how many lines have no exact number; empty for none at all. */
function sumText({ counts, unclear }: Tally, kind: Standing): string {
  const vague = unclear[kind];
  const said = [
    ...(counts[kind] > 0 ? [formatNumber(counts[kind])] : []),
    ...(vague > 0 ? [`${formatNumber(vague)} chưa rõ số`] : []),
  ];
  return said.join(" và ");
}

/** Returns a table with only the totals that change, and the sum of all if that changes. */
function awardTable(before: Register, after: Register): string {
  const key = ({ form, to }: AwardTotal) => `${form}, ${to}`;
  const was = new Map(before.totals.map((total) => [key(total), total]));
  const is = new Map(after.totals.map((total) => [key(total), total]));
  const rowsOf = (name: string, old: Tally, now: Tally) =>
    kinds.flatMap(([kind, words]) => {
      const [before, after] = [sumText(old, kind) || "0", sumText(now, kind) || "0"];
      if (before === after) return [];
      const change = now.counts[kind] - old.counts[kind];
      const sign = change > 0 ? "+" : change < 0 ? "−" : "";
      return [[name, words, before, after, sign + formatNumber(Math.abs(change))]];
    });
  const names = [...new Set([...was.keys(), ...is.keys()])].toSorted();
  const rows = [
    ...names.flatMap((name) => rowsOf(escaped(name), was.get(name) ?? none, is.get(name) ?? none)),
    ...rowsOf("**Cộng cả sổ**", before.sum, after.sum),
  ];
  return table("Sổ khen thưởng", ["Hình thức, đối tượng", "", "Trước", "Sau", "Thay đổi"], rows);
}

/** Returns a table of the figures that the changed articles tell otherwise than before. */
function figureTable(
  paths: readonly string[],
  was: ReadonlyMap<string, Article>,
  is: ReadonlyMap<string, Article>,
): string {
  const rows = paths.toSorted().flatMap((path) => {
    const [old, now] = [figuresOf(was.get(path)), figuresOf(is.get(path))];
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
      const [before, after] = [old.get(key), now.get(key)];
      if (before?.value === after?.value) return [];
      const { name, when } = (after ?? before)!;
      return [[escaped(name), when, escaped(before?.value ?? ""), escaped(after?.value ?? "")]];
    });
  });
  return table("Số liệu", ["Tên", "Kỳ", "Trước", "Sau"], rows);
}

type StatedFigure = { readonly name: string; readonly when: string; readonly value: string };

/** Returns the figures of an article by what they are of; those of one thing are joined. */
function figuresOf(article: Article | undefined): Map<string, StatedFigure> {
  const found = new Map<string, StatedFigure>();
  for (const figure of article?.figures ?? []) {
    const { name, period, about = "", of } = figure;
    const when = [period ? periodName(period) : "", isTarget(figure) ? "(chỉ tiêu)" : ""];
    const key = [slugOf(name), ...when, about, of?.text ?? ""].join("|");
    const value = formatMeasured(figure.value, figure.unit);
    const known = found.get(key);
    found.set(key, {
      name: about === "" ? name : `${name}, ${about}`,
      when: when.join(" ").trim(),
      value: known ? `${known.value}; ${value}` : value,
    });
  }
  return found;
}

/** Returns the sessions that come, go, or change their days. */
function sessionRows(before: ReviewedContent, after: ReviewedContent): string[][] {
  const [was, is] = [sessionsOf(before), sessionsOf(after)];
  return changesOf(was, is, (a, b) => daysOf(a) === daysOf(b)).map(([one, change]) => [
    escaped(one.name) + (one.ordinal === undefined ? "" : `, lần thứ ${one.ordinal}`),
    daysOf(one),
    change,
  ]);
}

/** Returns the sessions of published articles by address. */
function sessionsOf(content: ReviewedContent): Map<string, Session> {
  const { sessions } = buildSessions(publishedOf(content)).register;
  return new Map(sessions.map((session) => [session.address, session]));
}

function daysOf({ from, to }: Session): string {
  return shortDay(from) + (to === undefined ? "" : ` – ${shortDay(to)}`);
}

/** Returns the office holders that come, go, or change their posts. */
function officialRows(before: ReviewedContent, after: ReviewedContent): string[][] {
  const byId = ({ people }: ReviewedContent) => new Map(people.map((one) => [one.id, one]));
  const isSame = (a: Official, b: Official) => JSON.stringify(a) === JSON.stringify(b);
  return changesOf(byId(before), byId(after), isSame).map(([{ id, name, posts }, change]) => [
    code(id),
    escaped(name),
    escaped(posts.map(postText).join("; ")),
    change,
  ]);
}

function postText({ post, from, to }: Post): string {
  const time = [from && `từ ${from}`, to && `đến ${to}`].filter(Boolean).join(" ");
  return time === "" ? post : `${post} (${time})`;
}

/** Returns what differs between two states, in order of the keys, and how. */
function changesOf<Item>(
  was: ReadonlyMap<string, Item>,
  is: ReadonlyMap<string, Item>,
  isSame: (a: Item, b: Item) => boolean,
): (readonly [Item, string])[] {
  return [...new Set([...was.keys(), ...is.keys()])]
    .toSorted()
    .flatMap((key): (readonly [Item, string])[] => {
      const [old, now] = [was.get(key), is.get(key)];
      if (now === undefined) return [[old!, "bỏ"]];
      if (old === undefined) return [[now, "thêm"]];
      return isSame(old, now) ? [] : [[now, "sửa"]];
    });
}

function pictureTable(pictures: readonly ReviewedPicture[]): string {
  const words = { added: "thêm", changed: "thay", deleted: "xóa" };
  const rows = pictures.map(({ path, change, size, bytes }) => [
    code(path),
    words[change],
    size === undefined ? "" : `${size.width} × ${size.height}`,
    change === "deleted" ? "" : `${formatNumber(Math.ceil(bytes / 1000))} kB`,
  ]);
  return table(
    `Ảnh (${formatNumber(pictures.length)})`,
    ["Tệp", "", "Cỡ (điểm ảnh)", "Nặng"],
    rows,
  );
}

function tagsOf({ articles }: ReviewedContent): Map<string, string> {
  return new Map(articles.flatMap(({ tags }) => tags.map((tag) => [slugOf(tag), tag] as const)));
}

/** Returns the documents that articles list, by what names them: number, year, otherwise title. */
function documentsOf({ articles }: ReviewedContent): Map<string, string> {
  return new Map(
    articles.flatMap(({ documents }) =>
      documents.map(({ number, kind, title = "", issuer, date = "" }) => {
        const parts = [kind, number ?? title, issuer, date.slice(0, 4)];
        const named = number !== undefined && !isBareNumber(number);
        const key = named ? numberKey(number) : slugOf(parts.join(" "));
        const name = parts.filter((part) => part !== undefined && part !== "").join(", ");
        return [key, named ? number : name] as const;
      }),
    ),
  );
}

function unitsOf({ units }: ReviewedContent): Map<string, string> {
  return new Map(units.map(({ id, name }) => [id, name]));
}

function newOnes(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...after].filter(([key]) => !before.has(key)).map(([, name]) => name);
}

function listOf(title: string, names: readonly string[]): string {
  if (names.length === 0) return "";
  const shown = names.toSorted().slice(0, most).map(escaped).join(", ");
  return `**${title}:** ${shown}${names.length > most ? ` … và ${formatNumber(names.length - most)} mục khác` : ""}`;
}

function table(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const shown = rows.slice(0, most).map(line);
  const more = rows.length > most ? [`\n… và ${formatNumber(rows.length - most)} dòng khác`] : [];
  return [`### ${title}`, "", line(heads), line(heads.map(() => "---")), ...shown, ...more].join(
    "\n",
  );
}

/** Escapes Markdown and HTML, because an article may come from a stranger. */
function escaped(text: string): string {
  return text
    .replaceAll(/\s+/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/[\\`*_{}[\]()#!|~$@]/gu, (sign) => `\\${sign}`)
    .replaceAll("://", ":&#47;/");
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function code(text: string): string {
  return `\`${text.replaceAll(/[`|\p{Cc}]/gu, "_")}\``;
}
