import * as z from "zod";
import { awardForms, awardRanks, awardStatuses, exactCount, formatCount } from "../award.ts";
import { standingOf, standings } from "../registers/award-tally.ts";
import { type EntryWithdrawal, namesWithdrawn, type RegisterEntry } from "../registers/awards.ts";
import { awardDay } from "../registers/received.ts";
import { groupNames, recipientGroupOf, recipientGroups } from "../registers/recipients.ts";
import { type Site, unitName } from "../site.ts";
import type { Dataset } from "./open-data.ts";

/** An entry of the register as a row. Sums over its three counts are the totals of the register. */
const row = z.strictObject({
  year: z.int().describe("Năm trong sổ: năm của bài đầu tiên đưa tin."),
  article_url: z.url().describe("Địa chỉ bài mới nhất đưa tin, như trong bộ dữ liệu Bài viết."),
  article_date: z.iso.date().describe("Ngày của bài đó."),
  earlier_urls: z
    .array(z.url())
    .readonly()
    .describe("Địa chỉ các bài trước đó về cùng lượt khen thưởng, từ cũ đến mới."),
  form: z
    .enum(awardForms)
    .describe("Hình thức. “Khen thưởng” nghĩa là nguồn tin không nói rõ hình thức."),
  step: z.int().nullable().describe("Số năm tuổi Đảng của Huy hiệu Đảng: 30, 40, 45…"),
  status: z.enum(awardStatuses).describe("Bước mà bài mới nhất nói đến."),
  standing: z
    .enum(standings)
    .describe("Cách sổ tính: given là đã khen, proposed là đề xuất, revoked là thu hồi cả."),
  given: z.int().describe("Số tính là đã khen, đã trừ phần thu hồi."),
  proposed: z.int().describe("Số mới đề xuất; không tính là đã khen."),
  revoked: z.int().describe("Số đã thu hồi."),
  giver_id: z.string().describe("Mã đơn vị khen; với đề xuất là đơn vị được đề nghị xét."),
  giver_name: z.string().describe("Tên đơn vị đó, như vào ngày quyết định."),
  body: z.string().nullable().describe("Cơ quan ra quyết định của đơn vị đó, ví dụ Ban Thường vụ."),
  to: z.string().describe("Đối tượng, ví dụ tổ chức cơ sở đảng, đảng viên."),
  count: z
    .int()
    .nullable()
    .describe(
      "Số lượng ban đầu; bằng given + proposed + revoked. Trống nếu nguồn tin không nêu con số chính xác.",
    ),
  recipients: z
    .array(z.string())
    .readonly()
    .describe("Tên tập thể, cá nhân được khen, nếu bài nêu; không gồm người bị thu hồi sau đó."),
  revoked_recipients: z
    .array(z.string())
    .readonly()
    .describe("Tên tập thể, cá nhân bị thu hồi sau khi đã khen, nếu bài nêu."),
  for: z.string().nullable().describe("Thành tích."),
  year_from: z.int().nullable().describe("Thành tích từ năm nào."),
  year_to: z.int().nullable().describe("Thành tích đến năm nào, tính cả năm đó."),
  consecutive: z.int().nullable().describe("Số năm liền."),
  decision_number: z.string().nullable().describe("Số, ký hiệu quyết định."),
  decision_date: z.iso.date().nullable().describe("Ngày quyết định."),
  doubt: z.string().nullable().describe("Điều mà nguồn tin chưa nói rõ."),
  draft: z.boolean().describe("Từ bài nháp; trên trang đã công bố luôn là sai."),
  name: z.string().nullable().describe("Tên riêng, ví dụ Cờ thi đua của Chính phủ."),
  rank: z.enum(awardRanks).nullable().describe("Hạng hoặc giải, ví dụ Nhất, Nhì, Khuyến khích."),
  occasion: z.string().nullable().describe("Dịp trao, ví dụ đợt 3/2."),
  step_to: z
    .int()
    .nullable()
    .describe(
      "Mức cao nhất, khi một dòng gồm nhiều mức Huy hiệu Đảng; khi đó step là mức thấp nhất.",
    ),
  count_text: z
    .string()
    .describe("Số lượng như nguồn tin nêu: 11, khoảng 30, 30–35, hoặc không rõ."),
  is_count_exact: z
    .boolean()
    .describe("Số lượng có chính xác không. Số không chính xác thì không cộng vào số nào."),
  to_group: z
    .enum(recipientGroups)
    .describe(
      `Nhóm đối tượng: ${recipientGroups.map((group) => `${group} là ${groupNames[group].toLowerCase()}`).join(", ")}.`,
    ),
  recipient_unit_ids: z
    .array(z.string())
    .readonly()
    .describe("Mã của những đơn vị trong danh mục có tên ở cột recipients."),
  posthumous: z.boolean().describe("Truy tặng."),
  early: z.boolean().describe("Tặng sớm, trước khi đủ năm tuổi Đảng."),
  proposed_by_id: z.string().nullable().describe("Mã đơn vị đã đề nghị khen thưởng."),
  proposed_by_name: z.string().nullable().describe("Tên đơn vị đó."),
  presented_by: z.array(z.string()).readonly().describe("Những người trao."),
  revocation_number: z
    .string()
    .nullable()
    .describe("Số, ký hiệu quyết định thu hồi; nếu có nhiều thì là quyết định cuối."),
  revocation_date: z.iso.date().nullable().describe("Ngày quyết định thu hồi đó."),
  revocation_numbers: z
    .array(z.string())
    .readonly()
    .describe("Số, ký hiệu của từng quyết định thu hồi; trống nếu bài không nêu."),
  revocation_dates: z
    .array(z.union([z.iso.date(), z.literal("")]))
    .readonly()
    .describe("Ngày của từng quyết định thu hồi; trống nếu bài không nêu."),
  revocation_counts: z
    .array(z.string())
    .readonly()
    .describe("Số bị thu hồi theo từng quyết định; trống nếu không nêu con số chính xác."),
  recipient_person_ids: z
    .array(z.string())
    .readonly()
    .describe(
      "Mã của từng tên ở cột recipients trong bộ dữ liệu Cán bộ; trống nếu không có trong đó hoặc bài chỉ ghi họ tên.",
    ),
  presenter_ids: z
    .array(z.string())
    .readonly()
    .describe("Mã của từng người trao trong bộ dữ liệu Cán bộ; trống nếu không có trong đó."),
});

export type AwardRow = z.infer<typeof row>;

export const awardDataset = {
  id: "khen-thuong",
  title: "Khen thưởng",
  description:
    "Mỗi dòng là một lượt trong Sổ khen thưởng, mỗi năm một tệp. Lượt mà nhiều bài đưa tin chỉ có một dòng, nên cộng các dòng lại thì bằng số tổng trên trang Sổ khen thưởng.",
  row,
} as const satisfies Dataset;

export function awardRow(entry: RegisterEntry, site: Site): AwardRow {
  const { award, article, counts, unclear } = entry;
  const { origin } = site.settings;
  const day = awardDay(entry);
  const { years, decision, proposedBy } = award;
  const { nameOf, honoured, called } = site.officials;
  const withdrawals = withdrawalsIn(entry);
  const revocation = withdrawals.findLast((one) => one.revocation !== undefined)?.revocation;
  const unitOf = (name: string) => site.register.unitOfRecipient(name, day) ?? [];
  return {
    year: entry.year,
    article_url: origin + article.url,
    article_date: article.date,
    earlier_urls: entry.earlier.map(({ url }) => origin + url),
    form: award.form,
    step: award.step?.from ?? null,
    status: award.status,
    // When an entry was withdrawn in part, the rest is still valid.
    standing: standings.find((one) => counts[one] > 0 || unclear[one] > 0) ?? standingOf(award),
    ...counts,
    giver_id: award.by,
    giver_name: unitName(award.by, site, day),
    body: award.body ?? null,
    to: award.to,
    count: exactCount(award) ?? null,
    recipients: award.recipients.map(nameOf),
    revoked_recipients: namesWithdrawn(entry).map(nameOf),
    for: award.for ?? null,
    year_from: years?.from ?? null,
    year_to: years?.to ?? null,
    consecutive: award.consecutive ?? null,
    decision_number: decision?.number ?? null,
    decision_date: decision?.date ?? null,
    doubt: award.doubt ?? null,
    draft: article.draft,
    name: award.name ?? null,
    rank: award.rank ?? null,
    occasion: award.occasion ?? null,
    step_to: award.step === undefined || award.step.to === award.step.from ? null : award.step.to,
    count_text: formatCount(award.count),
    is_count_exact: exactCount(award) !== undefined,
    to_group: recipientGroupOf(award.to),
    recipient_unit_ids: [...new Set(award.recipients.flatMap(unitOf))],
    posthumous: award.posthumous ?? false,
    early: award.early ?? false,
    proposed_by_id: proposedBy ?? null,
    proposed_by_name: proposedBy === undefined ? null : unitName(proposedBy, site, day),
    presented_by: award.presentedBy.map(nameOf),
    revocation_number: revocation?.number ?? null,
    revocation_date: revocation?.date ?? null,
    revocation_numbers: withdrawals.map((one) => one.revocation?.number ?? ""),
    revocation_dates: withdrawals.map((one) => one.revocation?.date ?? ""),
    revocation_counts: withdrawals.map(({ count, isVague }) => (isVague ? "" : String(count))),
    recipient_person_ids: award.recipients.map((name) => honoured(name)?.id ?? ""),
    presenter_ids: award.presentedBy.map((name) => called(name)?.id ?? ""),
  };
}

/** Returns all withdrawals of an award, also the one that is all that is told of it. */
function withdrawalsIn({
  award,
  withdrawals,
}: RegisterEntry): readonly Omit<EntryWithdrawal, "names">[] {
  if (standingOf(award) !== "revoked") return withdrawals;
  const { revocation } = award;
  const count = exactCount(award);
  return [
    {
      ...(revocation === undefined ? {} : { revocation }),
      count: count ?? 0,
      isVague: count === undefined,
    },
  ];
}
