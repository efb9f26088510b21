import {
  type AwardForm,
  type AwardRank,
  type AwardStatus,
  awardForms,
  awardRanks,
} from "../award.ts";
import type { Day } from "../day.ts";
import { maxItems } from "../limits.ts";
import { bounds } from "../quantity.ts";
import { citedNumbers } from "../text/cited-numbers.ts";
import type { HeadValues } from "../text/yaml-text.ts";
import { dateIn } from "./byline.ts";
import type { Mention } from "./mentions.ts";
import { countForm, countOf, inName } from "./numbers.ts";
import { clausesOf } from "./sentences.ts";

/** An award as a text tells of it, in the keys of the front matter, for the writer to confirm. */
export type ProposedAward = HeadValues & { readonly form: AwardForm; readonly status: AwardStatus };

const isAward =
  /khen|huy hiệu (?:đảng|(?:loại )?\d{2}(?:\s*(?:[-–]|đến)\s*\d{2})? năm)|kỷ niệm chương|cờ thi đua|biểu dương|huân chương|danh hiệu|(?:trao|đoạt|tặng) giải/iu;
/** The beginning of a sentence about awards that gives none. */
const isTalk = /^(?:công tác|việc|quy chế|hội đồng|luật)\s.*(?:thi đua|khen thưởng)/iu;
/**
 * "nhân dịp", "nhân kỷ niệm": an occasion, unless the word is the second half of "cá nhân", "công
 * nhân".
 */
const onOccasion = String.raw`(?<!(?<!\p{L})(?:cá|công|doanh|quân|nạn|bệnh|thân|danh|nghệ|thương|chứng|cử|phạm|tư|pháp)\s+)nhân(?=\s+(?:\d|dịp|kỷ niệm|kỉ niệm|ngày|lễ|tháng|năm|đại hội|sự kiện))`;
const recipient = new RegExp(
  String.raw`(?<![\p{L}\d.,/-])(?<!(?<!\p{L})(?:năm|tháng|ngày|số)\s)(?!${inName})(${countForm})\s+(?!và\s|được\s|mươi|năm|tháng|ngày|%|triệu|tỷ|đồng(?!\s*chí)|nghìn|giờ|quý|lần)([^\d,;.()]{1,100}?)(?=\s*(?:[,;.()…]|$|\s(?:và|cùng)\s+(?:${countForm})\s|\s(?:hoàn thành|vì|do|có|đã|đạt|trong|tiêu biểu|xuất sắc|${onOccasion}|được|năm|trực thuộc|thuộc|của|ở|tại|cho|về|gồm|và|nghỉ|ngày|theo|để|nhằm)(?!\p{L})))`,
  "giu",
);
const reason =
  /(?:đã )?((?:hoàn thành (?:xuất sắc|tốt)|có (?:nhiều )?(?:thành tích|đóng góp|sáng kiến)|đạt (?:thành tích|giải))[^,.;()\d…]*)/iu;

/**
 * Finds the awards that a text tells of.
 *
 * @param find finds units in a text
 * @param unit id of the unit that the article is about, which is the giver when no other is named
 */
export function awardsIn(
  text: string,
  find: (text: string) => readonly Mention[],
  unit: string | undefined,
): ProposedAward[] {
  const awards = new Map<string, ProposedAward>();
  for (const clause of clausesOf(text)) {
    if (awards.size >= maxItems.awards) break;
    if (!isAward.test(clause) || isTalk.test(clause)) continue;
    for (const award of awardsOfClause(clause, find, unit)) {
      const { form, status, by, to, count } = award;
      // A text tells of an award in its lead and again below.
      const key = JSON.stringify([form, status, by, to, count]);
      if (!awards.has(key)) awards.set(key, award);
    }
  }
  return [...awards.values()];
}

/**
 * Finds the sentences that speak of an award and of a number of recipients, and in which no award
 * could be read: the writer looks at them, so that none is lost in silence.
 */
export function unreadAwards(
  text: string,
  find: (text: string) => readonly Mention[],
  unit: string | undefined,
): string[] {
  const isUnread = (clause: string) =>
    isAward.test(clause) &&
    !isTalk.test(clause) &&
    counted.test(clause) &&
    awardsOfClause(clause, find, unit).length === 0;
  return [...new Set(clausesOf(text).filter(isUnread))].slice(0, maxItems.awards);
}

/** A number of somebody or something; not a date, a duration or the number of a document. */
const counted = new RegExp(
  String.raw`(?<![\p{L}\d.,/-])(?<!(?<!\p{L})(?:năm|tháng|ngày|số|đợt|lần)\s)(?!${inName})${countForm}\s+(?!và\s|được\s|mươi|năm|tháng|ngày|%|phần trăm|triệu|tỷ|đồng(?!\s*chí)|nghìn|giờ|quý|lần|tuổi)\p{L}`,
  "iu",
);

function awardsOfClause(
  clause: string,
  find: (text: string) => readonly Mention[],
  unit: string | undefined,
): ProposedAward[] {
  const at = clause.search(isAward);
  const parts = partsOf(clause);
  const [, step, lastStep] =
    /huy hiệu(?: đảng)?\s+(?:loại\s+)?(?:từ\s+)?(\d{2})(?:\s*(?:[-–]|đến)\s*(\d{2}))?\s+năm/iu.exec(
      clause,
    ) ?? [];
  const giver = giverOf(clause, at, statusOf(clause), find, unit);
  // A unit that proposes or receives does not give: then only one that is named as the giver
  // counts.
  const byOf = (status: AwardStatus) =>
    giver?.unit.id ?? (status !== "đề xuất" && !isPassive(clause, at) ? unit : undefined);
  const body =
    giver && /(?:BTV|Ban Thường vụ)\s*$/iu.test(clause.slice(0, giver.from))
      ? "Ban Thường vụ"
      : undefined;
  const start = startOfRecipients(clause, at);
  const behind = clause.slice(start);
  // "12 đồng chí được trao Huy hiệu 30 năm tuổi Đảng": those who receive are before the verb.
  const isBehind = recipient.test(behind);
  recipient.lastIndex = 0;
  const isBefore = !isBehind && isPassive(clause, at);
  const tail = isBefore ? clause.slice(0, at) : behind;
  const found = [...tail.matchAll(recipient)]
    .map(({ 1: count = "", 2: kind = "", index }) => ({
      count: countOf(count),
      bound: bound.exec(tail.slice(0, index))?.[1]?.toLowerCase(),
      to: kind.trim().toLowerCase(),
      from: isBefore ? 0 : start + index,
    }))
    .filter(({ to, count }) => count > 0 && !isForm(to) && to.length <= 60);
  const [, span, spanEnd, year] =
    /(?:\(|giai đoạn |từ )(\d{4})\s*(?:[-–]|đến)\s*(\d{4})|năm (\d{4})/iu.exec(clause.slice(at)) ??
    [];
  const years = span === undefined ? year : `${span}-${spanEnd}`;
  const consecutive = /(\d+)\s+năm\s+liền/iu.exec(clause)?.[1];
  const purpose = reason
    .exec(clause.slice(at))?.[1]
    ?.replace(/\s+(?:năm|trong|giai đoạn|từ)\s*$/iu, "")
    .trim();
  const decision = decisionIn(clause);
  return found.map(({ count, bound, to, from }, index): ProposedAward => {
    const { form, text } = parts.findLast((part) => part.from <= from) ?? parts[0]!;
    // "tặng Giấy khen cho 3 tập thể và đề nghị tặng Bằng khen cho 2 cá nhân"
    const status = statusOf(parts.length > 1 && !isBefore ? clause.slice(0, from) : clause);
    const by = byOf(status);
    const doubts = [
      ...(consecutive !== undefined && index < found.length - 1
        ? [`Câu gốc chưa rõ “${consecutive} năm liền” có tính cả cho ${count} ${to} hay không`]
        : []),
      ...(parts.length > 1
        ? [`Câu gốc nêu nhiều hình thức (${parts.map((part) => part.form).join(", ")})`]
        : []),
    ];
    return {
      form,
      name: nameOf(text),
      rank: found.length === 1 ? rankOf(clause) : undefined,
      status,
      by,
      body,
      to,
      // What the text says roughly is not made exact by importing it.
      count: bound === undefined ? count : `${bound} ${count}`,
      for: purpose,
      years: years === undefined ? undefined : span === undefined ? Number(years) : years,
      consecutive: consecutive === undefined ? undefined : Number(consecutive),
      step:
        step === undefined || (parts.length > 1 && form !== "Huy hiệu Đảng")
          ? undefined
          : lastStep === undefined
            ? Number(step)
            : `${step}-${lastStep}`,
      occasion: form === "Huy hiệu Đảng" ? occasionOf(clause) : undefined,
      posthumous: /(?<!\p{L})truy tặng(?!\p{L})/iu.test(clause) ? true : undefined,
      early: /(?<!\p{L})tặng sớm(?!\p{L})/iu.test(clause) ? true : undefined,
      decision,
      ...(doubts.length > 0 ? { doubt: doubts.join(". ") } : {}),
    };
  });
}

const bound = new RegExp(`(?<!\\p{L})(${bounds.join("|")})\\s+$`, "iu");

const names =
  /(?<!\p{L})(Cờ thi đua của (?:Chính phủ|Thủ tướng Chính phủ|UBND tỉnh|Ủy ban nhân dân tỉnh)|Chiến sĩ thi đua (?:cơ sở|cấp tỉnh|toàn quốc)|Lao động tiên tiến|Tập thể lao động (?:tiên tiến|xuất sắc)|Huân chương (?:Lao động|Độc lập|Sao vàng|Bảo vệ Tổ quốc|Chiến công|Đại đoàn kết toàn dân tộc))(?!\p{L})/iu;

/** Finds the own name of an award among those that are given all over the country. */
function nameOf(clause: string): string | undefined {
  return names.exec(clause)?.[1];
}

const ranks = new RegExp(`(?<!\\p{L})(?:giải|hạng)\\s+(${awardRanks.join("|")})(?!\\p{L})`, "giu");

/** Returns the rank that a clause names, if it names one only. */
function rankOf(clause: string): AwardRank | undefined {
  const [first, ...others] = [...clause.matchAll(ranks)].map(([, rank = ""]) => rank.toLowerCase());
  if (first === undefined || others.some((one) => one !== first)) return undefined;
  return awardRanks.find((rank) => rank.toLowerCase() === first);
}

/** The four days of the year on which badges are given. */
function occasionOf(clause: string): string | undefined {
  return /(?<!\p{L})đợt (?:3\/2|19\/5|2\/9|7\/11)(?!\d)/iu.exec(clause)?.[0].toLowerCase();
}

function statusOf(clause: string): AwardStatus {
  const text = clause.toLowerCase();
  if (/thu hồi|hủy bỏ quyết định/u.test(text)) return "thu hồi";
  const from = text.search(proposes);
  if (from !== -1 && /\s.*(?:khen|tặng|huân chương|huy hiệu|xét)/u.test(text.slice(from)))
    return "đề xuất";
  if (/công bố (?:các )?quyết định/u.test(text)) return "công bố quyết định";
  if (/quyết định (?:tặng|khen|tặng thưởng)/u.test(text)) return "đã quyết định";
  return "đã trao";
}

/** A part of a clause about awards, from the name of one form to that of the next. */
type AwardPart = { readonly form: AwardForm; readonly from: number; readonly text: string };

/** Parts a clause by the forms of awards that it names; one part is all of it. */
function partsOf(clause: string): readonly AwardPart[] {
  const text = clause.toLowerCase();
  const found = awardForms
    .filter((form) => form !== "Khen thưởng")
    .map((form) => ({
      form,
      from: text.search(new RegExp(`(?<!\\p{L})${form.toLowerCase()}(?!\\p{L})`, "u")),
    }))
    .filter(({ from }) => from !== -1)
    .toSorted((a, b) => a.from - b.from);
  if (found.length > 1)
    return found.map((part, at) => ({
      ...part,
      text: clause.slice(part.from, found[at + 1]?.from),
    }));
  // "Huy hiệu 30 năm tuổi Đảng" is the same badge with its step in its name.
  const isBadge = /huy hiệu (?:loại )?\d{2}[^,;.]* năm tuổi đảng/u.test(text);
  const form = found[0]?.form ?? (isBadge ? "Huy hiệu Đảng" : "Khen thưởng");
  return [{ form, from: 0, text: clause }];
}

/** The verbs of proposing; "chương trình" and "quá trình" propose nothing. */
const proposes =
  /(?<!\p{L})(?:đề xuất|đề nghị|kiến nghị|(?<!(?:chương|quá|công|tờ|lộ|quy|giáo|hành)\s)trình)(?!\p{L})/iu;

/** True for "Chi bộ Hai được tặng Giấy khen", where the unit before the verb receives. */
function isPassive(clause: string, at: number): boolean {
  return passive.test(clause.slice(0, at));
}

const passive = /(?<!\p{L})(?:được|đón nhận|vinh dự nhận|đã nhận)(?!\p{L})[^,;]*$/iu;

/**
 * Finds the giver. A proposal names who should give; otherwise the giver is behind "của" or before
 * the verb.
 */
function giverOf(
  clause: string,
  at: number,
  status: AwardStatus,
  find: (text: string) => readonly Mention[],
  own: string | undefined,
): Mention | undefined {
  const mentions = find(clause);
  const isOf = ({ from }: Mention) =>
    /của\s+(?:BTV|BCH|Ban Thường vụ|Ban Chấp hành)?\s*$/iu.test(clause.slice(0, from));
  if (status === "đề xuất") {
    const from = clause.search(proposes);
    const verb = clause.slice(from).search(/khen|tặng|(?<!\p{L})(?:trao|xét|cho)(?!\p{L})/iu);
    const to = verb === -1 ? clause.length : from + verb;
    const proposers = new Set([own, ...mentions.filter((one) => one.to <= from).map(idOf)]);
    return mentions.find(
      (one) =>
        one.from > from &&
        (one.to <= to || (isOf(one) && one.from < startOfRecipients(clause, to))) &&
        !/^\s*(?:được|có|đạt|vì)(?!\p{L})/iu.test(clause.slice(one.to)) &&
        // Nobody asks the units below for an award.
        !proposers.has(one.unit.id) &&
        !proposers.has(one.unit.parent ?? ""),
    );
  }
  const of = mentions.find((one) => one.from > at && isOf(one));
  const after = passive.exec(clause.slice(0, at))?.index ?? 0;
  return of ?? mentions.findLast((one) => one.to <= at && one.from >= after);
}

function idOf({ unit }: Mention): string {
  return unit.id;
}

/** Finds the decision on an award, with its date where that is behind the number. */
function decisionIn(clause: string): { number: string; date?: Day } | undefined {
  const found = citedNumbers(clause).find(({ number }) => /QĐ/u.test(number));
  if (found === undefined) return undefined;
  const rest = clause.slice(found.offset + found.number.length);
  const [dated] = /^\s*[,(]?\s*(?:(?:ký|ban hành)\s+)?ngày\s.{6,30}/iu.exec(rest) ?? [];
  const date = dated === undefined ? undefined : dateIn(dated);
  return { number: found.number, ...(date ? { date } : {}) };
}

function startOfRecipients(clause: string, at: number): number {
  const to = clause.slice(at).search(/(?<!\p{L})(?:cho|đối với|tới)(?!\p{L})/iu);
  return to === -1 ? at : at + to;
}

function isForm(kind: string): boolean {
  return awardForms.some((form) => kind.startsWith(form.toLowerCase()));
}
