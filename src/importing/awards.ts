import { type AwardForm, type AwardStatus, awardForms } from "../award.ts";
import { citedNumbers } from "../cited-numbers.ts";
import type { HeadValues } from "../yaml-text.ts";
import type { Mention } from "./mentions.ts";
import { countForm, countOf } from "./numbers.ts";
import { clausesOf } from "./sentences.ts";

/** An award as a text tells it, in the keys of the front matter; for its writer to confirm. */
export type ProposedAward = HeadValues & { readonly form: AwardForm; readonly status: AwardStatus };

const isAward =
  /khen|huy hiệu đảng|kỷ niệm chương|cờ thi đua|biểu dương|huân chương|danh hiệu|(?:trao|đoạt|tặng) giải/iu;
/** What a sentence on awards says without giving one. */
const isTalk = /^(?:công tác|việc|quy chế|hội đồng|luật)\s.*(?:thi đua|khen thưởng)/iu;
const recipient = new RegExp(
  String.raw`(?<![\p{L}\d.,/-])(${countForm})\s+(?!năm|tháng|ngày|%|triệu|tỷ|đồng(?!\s*chí)|nghìn|giờ|quý|lần)([^\d,;.()]{1,100}?)(?=\s*(?:[,;.()…]|$|\s(?:và|cùng)\s+(?:${countForm})\s|\s(?:hoàn thành|vì|do|có|đã|đạt|trong|tiêu biểu|xuất sắc|nhân|được|năm|trực thuộc|thuộc|của|ở|tại|cho|về|gồm|và|nghỉ)(?!\p{L})))`,
  "giu",
);
const reason =
  /(?:đã )?((?:hoàn thành (?:xuất sắc|tốt)|có (?:nhiều )?(?:thành tích|đóng góp|sáng kiến)|đạt (?:thành tích|giải))[^,.;()\d…]*)/iu;

/**
 * Finds the awards that a text tells of.
 *
 * @param find finds units in a text
 * @param unit id of the unit that the article is of, which gives where nobody else is named
 */
export function awardsIn(
  text: string,
  find: (text: string) => readonly Mention[],
  unit: string | undefined,
): ProposedAward[] {
  const awards = new Map<string, ProposedAward>();
  for (const clause of clausesOf(text)) {
    if (!isAward.test(clause) || isTalk.test(clause)) continue;
    for (const award of awardsOfClause(clause, find, unit)) {
      const { form, status, by, to, count } = award;
      // A text tells an award in its lead and again below.
      const key = JSON.stringify([form, status, by, to, count]);
      if (!awards.has(key)) awards.set(key, award);
    }
  }
  return [...awards.values()];
}

function awardsOfClause(
  clause: string,
  find: (text: string) => readonly Mention[],
  unit: string | undefined,
): ProposedAward[] {
  const at = clause.search(isAward);
  const status = statusOf(clause);
  const form = formOf(clause);
  const step = /huy hiệu(?: đảng)?\s+(?:loại\s+)?(\d{2})\s+năm/iu.exec(clause)?.[1];
  const giver = giverOf(clause, at, status, find);
  const by = giver?.unit.id ?? unit;
  const body =
    giver && /(?:BTV|Ban Thường vụ)\s*$/iu.test(clause.slice(0, giver.from))
      ? "Ban Thường vụ"
      : undefined;
  const tail = clause.slice(startOfRecipients(clause, at));
  const found = [...tail.matchAll(recipient)]
    .map(([, count = "", kind = ""]) => ({ count: countOf(count), to: kind.trim().toLowerCase() }))
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
  const [decision] = citedNumbers(clause);
  return found.map(({ count, to }, index): ProposedAward => {
    const isDoubtful = consecutive !== undefined && index < found.length - 1;
    return {
      form,
      status,
      by,
      body,
      to,
      count,
      for: purpose,
      years: years === undefined ? undefined : span === undefined ? Number(years) : years,
      consecutive: consecutive === undefined ? undefined : Number(consecutive),
      step: step === undefined ? undefined : Number(step),
      ...(decision ? { decision: { number: decision.number } } : {}),
      ...(isDoubtful
        ? {
            doubt: `Câu gốc chưa rõ “${consecutive} năm liền” có tính cả cho ${count} ${to} hay không`,
          }
        : {}),
    };
  });
}

function statusOf(clause: string): AwardStatus {
  const text = clause.toLowerCase();
  if (/thu hồi|hủy bỏ quyết định/u.test(text)) return "thu hồi";
  if (/(?:đề xuất|đề nghị|trình|kiến nghị)\s.*(?:khen|tặng|huân chương|huy hiệu|xét)/u.test(text))
    return "đề xuất";
  if (/công bố (?:các )?quyết định/u.test(text)) return "công bố quyết định";
  if (/quyết định (?:tặng|khen|tặng thưởng)/u.test(text)) return "đã quyết định";
  return "đã trao";
}

function formOf(clause: string): AwardForm {
  const text = clause.toLowerCase();
  const found = awardForms
    .filter((form) => form !== "Khen thưởng")
    .map((form) => ({
      form,
      at: text.search(new RegExp(`(?<!\\p{L})${form.toLowerCase()}(?!\\p{L})`, "u")),
    }))
    .filter(({ at }) => at !== -1)
    .toSorted((a, b) => a.at - b.at);
  return found[0]?.form ?? "Khen thưởng";
}

/** A proposal names who should give; else the giver stands behind "của" or before the verb. */
function giverOf(
  clause: string,
  at: number,
  status: AwardStatus,
  find: (text: string) => readonly Mention[],
): Mention | undefined {
  const mentions = find(clause);
  if (status === "đề xuất") {
    const from = clause.search(/đề xuất|đề nghị|trình|kiến nghị/iu);
    return mentions.find((one) => one.from > from);
  }
  const of = mentions.find(
    (one) =>
      one.from > at &&
      /của\s+(?:BTV|BCH|Ban Thường vụ|Ban Chấp hành)?\s*$/iu.test(clause.slice(0, one.from)),
  );
  return of ?? mentions.findLast((one) => one.to <= at);
}

function startOfRecipients(clause: string, at: number): number {
  const to = clause.slice(at).search(/(?<!\p{L})(?:cho|đối với|tới)(?!\p{L})/iu);
  return to === -1 ? at : at + to;
}

function isForm(kind: string): boolean {
  return awardForms.some((form) => kind.startsWith(form.toLowerCase()));
}
