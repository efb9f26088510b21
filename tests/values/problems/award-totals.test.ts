import { describe, expect, it } from "vitest";
import type { Head } from "../../../src/front-matter/head.ts";
import type { Quantity } from "../../../src/quantity.ts";
import { ordinalIn } from "../../../src/remarks/event-ordinal.ts";
import { nearTotals } from "../../../src/remarks/near-totals.ts";
import { lonelyNumber } from "../../../src/remarks/title-numbers.ts";

type Awards = NonNullable<Head["awards"]>;
type Line = Partial<Omit<Awards[number], "count">> & {
  readonly count: number | Quantity | "không rõ";
};

/** Titles and texts as people write them, the lines of the front matter, and what is told. */
type Row = readonly [
  name: string,
  title: string,
  body: string,
  lines: readonly Line[],
  told: readonly string[],
];

const badges = (...counts: readonly number[]): Line[] =>
  counts.map((count, at) => ({
    form: "Huy hiệu Đảng",
    step: { from: 30 + 5 * at, to: 30 + 5 * at },
    count,
  }));
const letters = (...counts: readonly number[]): Line[] => counts.map((count) => ({ count }));
const cells = { to: "chi bộ" } as const;
const members = { to: "đảng viên" } as const;
const asked = { status: "đề xuất" } as const;
/** 1.624 in all. */
const great = badges(800, 500, 300, 20, 4);
/** Eight lines, of which six come to 84. */
const eight: readonly Line[] = [
  { form: "Giấy khen", count: 30, ...members },
  { form: "Giấy khen", count: 20, ...cells },
  { form: "Biểu dương", count: 11, ...members },
  { form: "Biểu dương", count: 9, ...cells },
  { form: "Bằng khen", count: 8, ...asked, ...members },
  { form: "Bằng khen", count: 5, ...asked, ...cells },
  { form: "Kỷ niệm chương", count: 6, ...members },
  { form: "Danh hiệu", count: 8, ...members },
];

const rows: readonly Row[] = [
  // Totals that some lines nearly come to.
  [
    "a title one above all lines",
    "1.625 đảng viên nhận Huy hiệu Đảng",
    "Đợt này 1.625 đảng viên được trao Huy hiệu Đảng.",
    great,
    ["1.625"],
  ],
  [
    "a title one below all lines",
    "Trao Huy hiệu Đảng cho 1.623 đảng viên",
    "Lễ trao được tổ chức ở tám cụm.",
    great,
    ["1.623"],
  ],
  [
    "a title that counts the badges themselves",
    "Trao 1.625 Huy hiệu Đảng đợt 7/11",
    "Buổi lễ diễn ra sáng 7/11.",
    great,
    ["1.625"],
  ],
  [
    "a title with one line only",
    "Tặng Giấy khen cho 31 đảng viên",
    "Danh sách gồm những người hoàn thành xuất sắc nhiệm vụ.",
    [{ count: 30, ...members }],
    ["31"],
  ],
  [
    "a text with another total",
    "Khen thưởng năm 2023",
    "Đảng ủy tặng Giấy khen cho 101 đảng viên.",
    letters(50, 30, 20),
    ["101"],
  ],
  [
    "a total of both kinds of recipients",
    "Khen thưởng 34 tập thể, cá nhân",
    "Hội nghị biểu dương các điển hình.",
    [
      { count: 2, ...cells },
      { count: 31, ...members },
    ],
    ["34"],
  ],
  [
    "a total of one kind of recipients, in a clause of its own",
    "Khen thưởng cuối năm",
    "Đảng ủy tặng Giấy khen cho 2 chi bộ và 32 đảng viên.",
    [
      { count: 2, ...cells },
      { count: 11, ...members },
      { count: 20, ...members, form: "Biểu dương" },
    ],
    ["32"],
  ],
  [
    "a small total in the title",
    "Khen thưởng 6 chi bộ",
    "Hội nghị tổng kết năm.",
    [
      { count: 3, ...cells },
      { count: 2, ...cells, form: "Biểu dương" },
    ],
    ["6"],
  ],
  [
    "a total of those given, one too many, beside proposals",
    "Trao Giấy khen cho 41 đảng viên",
    "Cũng đề nghị cấp trên xét thêm.",
    [
      { count: 25, ...members },
      { count: 15, ...members },
      { count: 9, ...members, ...asked, form: "Bằng khen" },
    ],
    ["41"],
  ],

  // Sums that are right.
  ["all lines", "1.624 đảng viên nhận Huy hiệu Đảng", "", great, []],
  ["six of eight lines", "Khen thưởng 84 tập thể, cá nhân", "", eight, []],
  ["all eight lines", "Khen thưởng 97 tập thể, cá nhân", "", eight, []],
  [
    "those of one form",
    "50 tập thể, cá nhân nhận Giấy khen, trong đó có 30 đảng viên",
    "",
    eight,
    [],
  ],
  ["those given", "Khen thưởng 84 tập thể, cá nhân; đề nghị khen 13", "", eight, []],
  ["lines that follow each other", "Khen 61 tập thể, cá nhân", "", eight, []],
  [
    "one line among others",
    "Trao Huy hiệu Đảng cho 500 đảng viên",
    "Có 800 đảng viên 30 năm và 500 đảng viên 35 năm được trao Huy hiệu Đảng.",
    great,
    [],
  ],
  [
    "those of one occasion",
    "Đợt 3/2: 12 đảng viên nhận Huy hiệu Đảng",
    "",
    [
      { form: "Huy hiệu Đảng", count: 7, occasion: "đợt 3/2" },
      { form: "Huy hiệu Đảng", count: 9, occasion: "đợt 19/5" },
      { form: "Huy hiệu Đảng", count: 5, occasion: "đợt 3/2" },
    ],
    [],
  ],
  [
    "as many as are named",
    "Khen 2 chi bộ",
    "",
    [{ count: 2, recipients: ["A", "B"], ...cells }],
    [],
  ],

  // Numbers that are near by chance.
  [
    "the total is in the text, and so is a larger whole",
    "Khen thưởng 100 đảng viên",
    "Trong tổng số 102 đảng viên được xét, có 100 đảng viên được tặng Giấy khen.",
    letters(50, 30, 20),
    [],
  ],
  [
    "members who were there",
    "Trao Giấy khen",
    "Có 101 đảng viên dự lễ trao Giấy khen.",
    letters(50, 30, 20),
    [],
  ],
  [
    "members who were admitted",
    "Trao Giấy khen cuối năm",
    "Năm qua 99 đảng viên được kết nạp. Đảng ủy tặng Giấy khen.",
    letters(50, 30, 20),
    [],
  ],
  [
    "a total out of",
    "Trao Giấy khen",
    "Giấy khen được tặng cho những người tiêu biểu trong số 101 đảng viên.",
    letters(50, 30, 20),
    [],
  ],
  ["about so many", "Khoảng 1.620 đảng viên nhận Huy hiệu Đảng", "", great, []],
  ["more than so many", "Trên 1.620 đảng viên nhận Huy hiệu Đảng", "", great, []],
  [
    "parts in the text that add up to the line",
    "Trao Huy hiệu Đảng",
    "Buổi lễ trao Huy hiệu Đảng cho 98 đảng viên tại hội trường và 2 đảng viên tại nhà.",
    [{ form: "Huy hiệu Đảng", count: 100 }],
    [],
  ],
  [
    "years of membership",
    "Trao Huy hiệu Đảng",
    "Người cao tuổi nhất có 75 năm tuổi Đảng, được trao Huy hiệu Đảng.",
    badges(60, 10, 4),
    [],
  ],
  [
    "a percentage and money",
    "Trao Giấy khen",
    "Giấy khen kèm 100 nghìn đồng, cho 99 % chi bộ.",
    letters(50, 30, 20),
    [],
  ],
  [
    "another kind of recipient",
    "Khen thưởng 33 tập thể",
    "",
    [
      { count: 30, ...members },
      { count: 2, ...members, form: "Biểu dương" },
    ],
    [],
  ],
  [
    "a sentence on something else",
    "Khen thưởng",
    "Toàn huyện có 101 chi bộ. Đảng ủy tặng Giấy khen.",
    letters(50, 30, 20).map((line) => ({ ...line, ...cells })),
    [],
  ],
  [
    "a line whose number is not exact",
    "Khen thưởng 34 đảng viên",
    "",
    [
      { count: 2, ...members },
      { count: { value: 30, bound: "khoảng" }, ...members },
    ],
    [],
  ],
  [
    "a line without a number",
    "Khen thưởng 34 đảng viên",
    "",
    [
      { count: 33, ...members },
      { count: "không rõ", ...members },
    ],
    [],
  ],
  ["far from every sum", "1.800 đảng viên nhận Huy hiệu Đảng", "", great, []],
  ["an article without awards", "Khen thưởng 34 đảng viên", "", [], []],
  [
    "a document number and a day",
    "Quyết định 101-QĐ/ĐU",
    "Ngày 101/2 là sai; Giấy khen theo Quyết định 101-QĐ/ĐU.",
    letters(50, 30, 20),
    [],
  ],
];

describe("a total stated in title or text", () => {
  it.each(rows)("%s", (_name, title, body, lines, told) => {
    expect(nearTotals(title, body, awardsOf(lines)).map(({ value }) => value)).toEqual(told);
  });

  it("is told with the lines that were added up", () => {
    const [near] = nearTotals("1.625 đảng viên nhận Huy hiệu Đảng", "", awardsOf(great));
    expect(near?.sum).toEqual({ value: 1624, parts: [800, 500, 300, 20, 4] });
    expect(near?.offset).toBeUndefined();
  });

  it("is not alone in the title when some lines come to it", () => {
    const title = "Khen thưởng 84 tập thể, cá nhân";
    expect(lonelyNumber(title, "", {}, awardsOf(eight))).toBeUndefined();
    expect(lonelyNumber(title, "", {}, awardsOf(eight.slice(0, 3)))).toBe("84");
  });

  it("takes no longer with as many lines as there may be", () => {
    const lines = awardsOf(Array.from({ length: 1_000 }, (_, at) => ({ count: at + 1 })));
    const before = performance.now();
    nearTotals("Khen thưởng 500.400 đảng viên", "Khen 500.401 đảng viên.", lines);
    lonelyNumber("Khen thưởng 500.400 đảng viên", "", {}, lines);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

function awardsOf(lines: readonly Line[]): Awards {
  return lines.map(({ count, ...line }) => ({
    form: "Giấy khen",
    status: "đã trao",
    by: "khoi-thu",
    to: "đảng viên",
    ...line,
    count: typeof count === "number" ? { value: count } : count,
  }));
}

describe("the ordinal in the name of an event", () => {
  it.each([
    ["Hội nghị Ban Chấp hành lần thứ mười một", 11],
    ["Hội nghị Ban Chấp hành lần thứ Mười Hai", 12],
    ["Hội nghị lần thứ 12 (mở rộng)", 12],
    ["Hội nghị lần thứ hai mươi lăm", 25],
    ["Hội nghị lần thứ hai mươi mốt", 21],
    ["Hội nghị lần thứ hai mươi năm 2023", 20],
    ["Hội nghị lần thứ mười năm 2023", 10],
    ["Hội nghị lần thứ năm năm 2023", 5],
    ["Hội nghị lần thứ nhất", 1],
    ["Hội nghị lần thứ tư", 4],
    ["Hội nghị lần 7", 7],
    ["Đại hội đại biểu lần thứ XIX", 19],
    ["Đại hội lần thứ IV, nhiệm kỳ 2020-2025", 4],
    ["Kỳ họp thứ 8", 8],
    ["Phiên họp thứ ba", 3],
    ["Hội nghị Ban Chấp hành", undefined],
    ["Hội nghị quý III năm 2023", undefined],
    ["Hội nghị quán triệt Nghị quyết Đại hội lần thứ XIX", undefined],
    ["Lễ kỷ niệm lần thứ 60", undefined],
    ["Ngày hội lần đầu tiên", undefined],
  ])("“%s” is %s", (name, ordinal) => {
    expect(ordinalIn(name)).toBe(ordinal);
  });
});
