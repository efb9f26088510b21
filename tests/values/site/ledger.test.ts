import { expect, it } from "vitest";
import { type LedgerRow, ledger } from "../../../layouts/ledger/ledger.ts";

const row: LedgerRow = {
  form: "Giấy khen",
  status: "đã trao",
  count: { value: 3 },
  counts: { given: 2, proposed: 0, revoked: 1 },
  unclear: { given: 0, proposed: 0, revoked: 0 },
  to: "đảng viên",
  recipients: ["Người Giữ", "Người Còn"],
  giver: { name: "Khối Thử", url: "/don-vi/khoi-thu/" },
};

/** Returns the two tables of a row of which a part was withdrawn. */
function tablesOf(one: LedgerRow): { given: string; revoked: string } {
  const [, given = "", revoked = ""] = String(ledger([one])).split("<table");
  return { given, revoked };
}

it("names nobody among those who lost an award while nobody says who they are", () => {
  const { given, revoked } = tablesOf(row);
  expect(given).toContain("Người Giữ, Người Còn");
  expect(revoked).toContain("Đã thu hồi");
  expect(revoked).not.toContain("Người");
});

it("names those who lost it apart from those who kept it", () => {
  const { given, revoked } = tablesOf({
    ...row,
    withdrawals: [{ count: 1, isVague: false, names: ["Người Mất"] }],
  });
  expect(given).not.toContain("Người Mất");
  expect(revoked).toContain("Người Mất");
  expect(revoked).not.toContain("Người Giữ");
});

it("names the recipients of a withdrawal that no earlier article explains", () => {
  const counts = { given: 0, proposed: 0, revoked: 2 };
  expect(String(ledger([{ ...row, status: "thu hồi", counts }]))).toContain("Người Giữ, Người Còn");
});

const given = { counts: { given: 1, proposed: 0, revoked: 0 }, withdrawn: [] };
const nothing = { given: 0, proposed: 0, revoked: 0 };

/** Returns a line as a reader sees it: the texts of its cells. */
function cellsOf(one: Partial<LedgerRow>): string {
  const text = String(ledger([{ ...row, ...given, count: { value: 1 }, recipients: [], ...one }]));
  return [...text.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gsu)]
    .map(([, cell = ""]) => cell.replaceAll(/<[^>]*>/gu, "").trim())
    .slice(5)
    .join(" | ");
}

it.each<[string, Partial<LedgerRow>, string]>([
  ["a prize", { form: "Giải", rank: "Nhì" }, "Giải Nhì | 1 |"],
  [
    "a prize of a contest",
    { form: "Giải", name: "Hội thi Kể chuyện", rank: "Nhất" },
    "Hội thi Kể chuyện, giải Nhất | 1 |",
  ],
  [
    "an order",
    { form: "Huân chương", name: "Huân chương Lao động", rank: "Ba" },
    "Huân chương Lao động hạng Ba | 1 |",
  ],
  [
    "a title with a name of its own",
    { form: "Danh hiệu", name: "Chiến sĩ thi đua" },
    "Chiến sĩ thi đua Danh hiệu | 1 |",
  ],
  [
    "badges of several steps",
    { form: "Huy hiệu Đảng", step: { from: 30, to: 75 }, occasion: "đợt 7/11", early: true },
    "Huy hiệu Đảng 30–75 năm tặng sớm | 1 |",
  ],
  ["one for the dead", { posthumous: true }, "Giấy khen truy tặng | 1 |"],
  [
    "about so many",
    { count: { value: 30, bound: "khoảng" }, counts: nothing, unclear: { ...nothing, given: 1 } },
    "Giấy khen | khoảng 30 |",
  ],
  [
    "a number that nobody knows",
    { count: "không rõ", counts: nothing, unclear: { ...nothing, given: 1 } },
    "Giấy khen | không rõ |",
  ],
  ["none, as the source says", { count: { value: 0 }, counts: nothing }, "Giấy khen | 0 |"],
  [
    "a proposal, which has a sign of its own",
    { status: "đề xuất", counts: { ...nothing, proposed: 1 } },
    "Giấy khen | (1) |",
  ],
  [
    "a withdrawal, which has another",
    { status: "thu hồi", counts: { ...nothing, revoked: 1 } },
    "Giấy khen | −1 |",
  ],
])("shows %s", (_name, one, expected) => {
  expect(cellsOf(one)).toContain(expected);
});

it("adds up exact numbers of each kind of recipients, and counts the others beside them", () => {
  const about = { count: "không rõ", counts: nothing, unclear: { ...nothing, given: 1 } } as const;
  const rows = [
    { ...row, ...given },
    { ...row, ...given, to: "chi bộ" },
    { ...row, ...given },
    { ...row, ...given, ...about },
    { ...row, ...given, ...about, to: "tập thể" },
  ];
  const sumsOf = (lines: readonly LedgerRow[]) => {
    const [, sums = ""] = String(ledger(lines)).split("<tfoot>");
    return [...sums.matchAll(/<tr>(.*?)<\/tr>/gsu)].map(([, sum = ""]) => textOf(sum));
  };
  expect(sumsOf(rows)).toEqual([
    "Cộng, đảng viên 2 và 1 lượt chưa rõ số",
    "Cộng, chi bộ 1",
    "Cộng, tập thể ? 1 lượt chưa rõ số",
  ]);
  expect(sumsOf([...rows, { ...row, ...given, to: "cá nhân" }])).toEqual([]);
  expect(sumsOf(rows.slice(0, 2))).toEqual([]);
});

/** Returns the words of a piece of HTML. */
function textOf(part: string): string {
  return part
    .replaceAll(/<[^>]+>/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

it("puts the lines of one contest in order of ranks", () => {
  const ranks = ["Ba", "Nhất", "Khuyến khích", "Nhì"] as const;
  const rows = ranks.map((rank): LedgerRow => ({ ...row, ...given, form: "Giải", rank }));
  const shown = [...String(ledger(rows)).matchAll(/Giải (Nhất|Nhì|Ba|Khuyến khích)/gu)];
  expect(shown.map(([, rank]) => rank)).toEqual(["Nhất", "Nhì", "Ba", "Khuyến khích"]);
});

it("says once who gave the awards of a decision, and of each line what it has alone", () => {
  const one = { number: "1-QĐ/ĐUT" };
  const base = { ...row, ...given, decision: one };
  const other = { name: "Khối Khác", url: "/don-vi/khoi-khac/" };
  const text = String(
    ledger([
      { ...base, body: "Ban Thường vụ", presentedBy: ["Người Trao"] },
      { ...base, body: "Ban Thường vụ", revocation: { number: "9-QĐ/ĐUT" } },
      { ...base, decision: { number: "2-QĐ/ĐUT" }, presentedBy: ["Người Trao"] },
      { ...base, giver: other },
    ]),
  );
  const blocks = text.split("<tbody>").slice(1);
  const read = (part = "") =>
    part
      .replaceAll(/<[^>]+>/gu, " ")
      .replaceAll(/\s+/gu, " ")
      .replace("Cộng, đảng viên 4", "")
      .trim();
  expect(
    blocks.map((block) =>
      block
        .split("<tr>")
        .map(read)
        .filter((part) => part !== ""),
    ),
  ).toEqual([
    [
      "Cấp khen thưởng: Khối Thử Ban Thường vụ Quyết định số 1-QĐ/ĐUT đã trao",
      "Giấy khen 1 đảng viên Người Giữ, Người Còn Người trao: Người Trao",
      "Giấy khen 1 đảng viên Người Giữ, Người Còn Thu hồi theo quyết định số 9-QĐ/ĐUT",
    ],
    [
      "Cấp khen thưởng: Khối Thử Quyết định số 2-QĐ/ĐUT Người trao: Người Trao đã trao",
      "Giấy khen 1 đảng viên Người Giữ, Người Còn –",
    ],
    [
      "Cấp khen thưởng: Khối Khác Quyết định số 1-QĐ/ĐUT đã trao",
      "Giấy khen 1 đảng viên Người Giữ, Người Còn –",
    ],
  ]);
});

it("says an occasion beside the awards that have it, once where all of a decision do", () => {
  const fair = { ...row, ...given, occasion: "Ngày hội" };
  const heads = (...rows: LedgerRow[]) =>
    textOf(/<tr class="by">.*?<\/tr>/su.exec(String(ledger(rows)))![0]);
  expect(heads(fair, fair)).toBe("Cấp khen thưởng: Khối Thử đã trao Ngày hội");
  expect(heads(fair, { ...row, ...given })).toBe("Cấp khen thưởng: Khối Thử đã trao");
  expect(cellsOf({ ...fair, occasion: "Ngày hội" })).not.toContain("Ngày hội");
});

it("leaves out the form and the giver where the page is about them", () => {
  const rows = [{ ...row, ...given }];
  const text = textOf(String(ledger(rows, { form: "Giấy khen", giver: row.giver.url })));
  expect(text).toContain("Đối tượng Số lượng Thành tích đã trao đảng viên Người Giữ");
  expect(text).not.toContain("Giấy khen");
  expect(text).not.toContain("Khối Thử");
  const named = [...rows, { ...row, ...given, name: "Giấy khen đặc biệt" }];
  expect(textOf(String(ledger(named, { form: "Giấy khen" })))).toContain("Giấy khen đặc biệt 1");
});
