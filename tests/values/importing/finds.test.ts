import { describe, expect, it } from "vitest";
import { findsOf } from "../../../src/importing/draft.ts";
import { readReference } from "../../../src/reference.ts";

/** What an import finds in sentences: each row is a sentence and the facts that it tells. */

const units = `- { id: tinh, name: Tỉnh ủy Mẫu }
- { id: khoi, name: Đảng ủy Khối Núi Xanh, parent: tinh }
- { id: hai, name: Chi bộ Hai, parent: khoi }
`;
const series = `- { id: dang-vien-moi, name: Đảng viên mới được kết nạp, unit: đảng viên }
`;
const people = `- { id: tran-mot, name: Trần Văn Một, posts: [{ post: Bí thư Chi bộ Hai }] }
- { id: le-hai, name: Lê Thị Hai, posts: [{ post: Phó Bí thư }] }
- { id: le-hai-tinh, name: Lê Thị Hai, posts: [{ post: Tỉnh ủy viên }] }
`;
const { reference } = readReference({
  files: new Map([
    ["units.yaml", { path: "units.yaml", text: units }],
    ["people.yaml", { path: "people.yaml", text: people }],
    ["figures.yaml", { path: "figures.yaml", text: series }],
  ]),
  pictures: new Set(),
});

function finds(...paragraphs: string[]) {
  const html = ["Chi bộ Hai họp", ...paragraphs].map((text) => `<p>${text}</p>`).join("");
  return findsOf({ html, pictures: new Map(), notes: [] }, reference);
}

describe("who receives an award", () => {
  it.each([
    ["4 cá nhân tiêu biểu.", ["4 cá nhân"]],
    ["7 cá nhân đạt giải cao.", ["7 cá nhân"]],
    ["6 cá nhân.", ["6 cá nhân"]],
    ["3 cá nhân thuộc khối.", ["3 cá nhân"]],
    ["02 cá nhân, theo đề xuất của tổ.", ["2 cá nhân"]],
    ["5 cá nhân nhân dịp 3/2.", ["5 cá nhân"]],
    ["2 cá nhân năm 2021.", ["2 cá nhân"]],
    ["2 tập thể và 5 cá nhân có thành tích.", ["2 tập thể", "5 cá nhân"]],
    ["3 công nhân nhân kỷ niệm ngày thành lập.", ["3 công nhân"]],
    ["4 doanh nhân, 5 quân nhân.", ["4 doanh nhân", "5 quân nhân"]],
    ["6 hộ nông dân xuất sắc, 3 tổ nhân dân tự quản.", ["6 hộ nông dân", "3 tổ nhân dân tự quản"]],
    ["3 chi bộ nhân dịp tổng kết.", ["3 chi bộ"]],
    ["mười hai cấp ủy viên, hai mươi mốt đảng viên.", ["12 cấp ủy viên", "21 đảng viên"]],
    ["tập thể năm 2021 hoàn thành nhiệm vụ.", []],
  ])("%j: %j", (words, expected) => {
    const { awards } = finds(`Chi bộ Hai tặng Giấy khen cho ${words}`);
    expect(awards.map(({ count, to }) => `${count} ${to}`)).toEqual(expected);
  });
});

describe("which award it is", () => {
  it.each([
    ["Chi bộ Hai tặng Giấy khen cho khoảng 30 đảng viên.", { count: "khoảng 30" }],
    ["Chi bộ Hai tặng Giấy khen cho 30 đảng viên.", { count: 30 }],
    ["Chi bộ Hai trao giải Nhì cho 2 đội thi.", { form: "Giải", rank: "Nhì" }],
    [
      "Tỉnh ủy Mẫu trao Huân chương Lao động hạng Ba cho 1 tập thể.",
      { form: "Huân chương", name: "Huân chương Lao động", rank: "Ba" },
    ],
    [
      "Tỉnh ủy Mẫu trao Huy hiệu Đảng từ 30 đến 75 năm đợt 7/11 cho 56 đảng viên.",
      { step: "30-75", occasion: "đợt 7/11", count: 56 },
    ],
    ["Tỉnh ủy Mẫu truy tặng Huy hiệu Đảng cho 2 đảng viên.", { posthumous: true }],
  ])("%j", (sentence, expected) => {
    expect(finds(sentence).awards[0]).toMatchObject(expected);
  });
});

it.each([
  [
    "Chi bộ Hai tặng Giấy khen cho 3 tập thể và Bằng khen cho 2 cá nhân.",
    ["Giấy khen đã trao: 3 tập thể của hai", "Bằng khen đã trao: 2 cá nhân của hai"],
  ],
  [
    "Chi bộ Hai tặng Bằng khen cho 2 cá nhân và Giấy khen cho 3 tập thể.",
    ["Bằng khen đã trao: 2 cá nhân của hai", "Giấy khen đã trao: 3 tập thể của hai"],
  ],
  [
    "Chi bộ Hai tặng Giấy khen cho 3 tập thể và đề nghị tặng Bằng khen cho 2 cá nhân.",
    ["Giấy khen đã trao: 3 tập thể của hai", "Bằng khen đề xuất: 2 cá nhân của undefined"],
  ],
  [
    "Chi bộ Hai đề nghị tặng Giấy khen cho 3 tập thể và Bằng khen cho 2 cá nhân.",
    ["Giấy khen đề xuất: 3 tập thể của undefined", "Bằng khen đề xuất: 2 cá nhân của undefined"],
  ],
])("a sentence with two forms of awards: %j", (sentence, expected) => {
  const { awards } = finds(sentence);
  const told = awards.map(
    ({ form, status, count, to, by }) => `${form} ${status}: ${count} ${to} của ${by}`,
  );
  expect(told).toEqual(expected);
  for (const { doubt } of awards) expect(doubt).toContain("nhiều hình thức (");
});

describe("who gives an award", () => {
  it.each([
    ["Chi bộ Hai đề nghị cấp trên tặng Giấy khen cho 2 đảng viên.", "đề xuất", undefined],
    ["Chi bộ Hai đề nghị Đảng ủy Khối Núi Xanh tặng Giấy khen cho 2 tổ.", "đề xuất", "khoi"],
    ["Đề xuất tặng Bằng khen của Tỉnh ủy Mẫu cho 2 tổ của Chi bộ Hai.", "đề xuất", "tinh"],
    ["Đảng ủy Khối Núi Xanh đề nghị Chi bộ Hai được khen, và 2 tổ.", "đề xuất", undefined],
    ["Trong chương trình họp quý Chi bộ Hai có tặng Giấy khen cho 2 tổ.", "đã trao", "hai"],
    ["Chi bộ Hai được Tỉnh ủy Mẫu tặng Bằng khen cho 3 tổ.", "đã trao", "tinh"],
    ["Chi bộ Hai được tặng Giấy khen, cùng 2 tổ.", "đã trao", undefined],
    ["Hội nghị tặng Giấy khen cho 2 tổ.", "đã trao", "hai"],
  ])("%j: %s by %s", (sentence, status, by) => {
    const found = finds(sentence);
    expect(found.awards.map((award) => [award.status, award.by])).toEqual([[status, by]]);
    const says = found.notes.some((note) => note.includes("chưa rõ đơn vị nào tặng"));
    expect(says).toBe(by === undefined);
  });
});

it.each([
  ["theo Quyết định số 45-QĐ/ĐUTVM ngày 18/6/2024.", { number: "45-QĐ/ĐUTVM", date: "2024-06-18" }],
  [
    "(Quyết định 1436/QĐ-UBND, ngày 5 tháng 3 năm 2024).",
    { number: "1436/QĐ-UBND", date: "2024-03-05" },
  ],
  ["theo Quyết định số 45-QĐ/ĐUTVM; ngày 18/6/2024 họp tiếp.", { number: "45-QĐ/ĐUTVM" }],
  ["theo Kết luận số 21-KL/TW.", undefined],
])("the decision on an award: %j", (words, decision) => {
  const { awards } = finds(`Chi bộ Hai tặng Giấy khen cho 2 cá nhân, ${words}`);
  expect(awards[0]?.decision).toEqual(decision);
});

describe("the year of a figure", () => {
  it.each([
    [
      ["Mở đầu.", "Năm 2021, kết nạp 12 đảng viên; 90% đảng viên đọc sách."],
      [2021, 2021],
    ],
    [["Mở đầu.", "Năm 2021 có nhiều việc. Trong năm, kết nạp 12 đảng viên."], [2021]],
    [["Mở đầu.", "Kết nạp 12 đảng viên trong năm 2021."], [2021]],
    [["Mở đầu.", "Năm 2021 có nhiều việc.", "Kết nạp 12 đảng viên."], [undefined]],
    [["Mở đầu.", "Kết nạp 12 đảng viên, bàn việc năm 2022."], [undefined]],
    [["Mở đầu.", "So với năm 2020, kết nạp 12 đảng viên."], [undefined]],
    [["Mở đầu.", "Ngày 5 tháng 1 năm 2022, tổ báo 90% đảng viên đọc sách."], [undefined]],
    [["Năm 2021, chi bộ có nhiều việc.", "Kết nạp 12 đảng viên."], [2021]],
    [["Ngày 5/1/2022, chi bộ tổng kết năm 2021.", "Kết nạp 12 đảng viên."], [undefined]],
    [["Mở đầu.", "Năm 2021 đạt:", "Kết nạp 12 đảng viên."], [2021]],
  ])("%j: %j", (paragraphs, years) => {
    expect(finds(...paragraphs).figures.map(({ year }) => year)).toEqual(years);
  });
});

describe("the part of a year that a figure is of", () => {
  it.each([
    ["Quý I/2022, kết nạp 12 quần chúng.", "quý I/2022"],
    ["Kết nạp 12 quần chúng trong quý III năm 2022.", "quý III/2022"],
    ["Sáu tháng đầu năm 2022, kết nạp 12 quần chúng.", "6 tháng đầu năm 2022"],
    ["Chín tháng đầu năm 2022 có 90% chi bộ họp đủ.", "9 tháng đầu năm 2022"],
    ["Tháng 3/2022, kết nạp 12 quần chúng.", "tháng 3/2022"],
    ["Ngày 5 tháng 3 năm 2022, kết nạp 12 quần chúng.", undefined],
    ["So với quý I/2022, kết nạp 12 quần chúng.", undefined],
  ])("%j: %s", (sentence, period) => {
    expect(finds("Mở đầu.", sentence).figures.map((figure) => figure.period)).toEqual([period]);
  });
});

describe("a figure that is stated roughly", () => {
  it.each([
    ["Kết nạp khoảng 30 quần chúng.", "khoảng 30"],
    ["Vận động 30-35 hộ dân.", "30-35"],
    ["Vận động 1.200 hộ dân.", 1200],
    ["Có trên 98,2% chi bộ họp đủ.", "trên 98.2"],
    ["Có 90-95% chi bộ họp đủ.", "90-95"],
    ["Có 90% chi bộ họp đủ.", 90],
  ])("%j: %s", (sentence, value) => {
    expect(finds("Mở đầu.", sentence).figures.map((figure) => figure.value)).toEqual([value]);
  });
});

describe("a rate", () => {
  it.each([
    ["Tỷ lệ chi bộ họp đủ đạt 98,2%.", [{ name: "Tỷ lệ chi bộ họp đủ", value: 98.2, unit: "%" }]],
    [
      "Năm 2024, tỉ lệ đảng viên đọc sách là trên 90% tổng số.",
      [{ name: "Tỉ lệ đảng viên đọc sách", value: "trên 90", unit: "%", year: 2024 }],
    ],
    [
      "Năm 2024: tỷ lệ chi bộ họp đủ: 98%; tỷ lệ đảng viên dự học chiếm 90-95%.",
      [
        { name: "Tỷ lệ chi bộ họp đủ", value: 98, unit: "%", year: 2024 },
        { name: "Tỷ lệ đảng viên dự học", value: "90-95", unit: "%", year: 2024 },
      ],
    ],
    [
      "<table><tr><th>Việc<th>Kết quả<tr><td>Tỷ lệ chi bộ họp đủ<td>98,2%</table>",
      [{ name: "Tỷ lệ chi bộ họp đủ", value: 98.2, unit: "%" }],
    ],
    [
      "<table><tr><th>Việc<th>Kết quả<tr><td>Họp<td>Tỷ lệ chi bộ họp đủ đạt 98,2%</table>",
      [{ name: "Tỷ lệ chi bộ họp đủ", value: 98.2, unit: "%" }],
    ],
    ["Tỷ lệ hộ nghèo giảm xuống còn 3%.", [{ name: "Tỷ lệ hộ nghèo", value: 3, unit: "%" }]],
    ["<table><tr><th>Việc<th>2023<th>2024<tr><td>Tỷ lệ chi bộ họp đủ<td>95%<td>98,2%</table>", []],
    ["Tỷ lệ chi bộ họp đủ tăng 2%.", []],
  ])("%j: %j", (sentence, expected) => {
    const { figures } = finds("Mở đầu.", sentence);
    expect(JSON.parse(JSON.stringify(figures))).toEqual(expected);
  });
});

describe("a sentence on awards", () => {
  it.each([
    [
      "12 đồng chí được trao Huy hiệu 30 năm tuổi Đảng.",
      [["Huy hiệu Đảng", 12, "đồng chí", 30]],
      0,
    ],
    [
      "Khen thưởng đột xuất 7 lượt các tập thể cá nhân làm tốt việc dạy nghề cho lao động nông thôn ở vùng cao khó khăn.",
      [],
      1,
    ],
    ["Hội nghị nghe báo cáo về khen thưởng năm 2024, đợt 2 ngày 3/2.", [], 0],
    ["Công tác thi đua, khen thưởng có 3 đổi mới.", [], 0],
    ["Chi bộ Mẫu Hai được Đảng ủy tặng Giấy khen.", [], 0],
    ["Chi bộ Mẫu Ba và Chi bộ Mẫu Bốn được tặng Giấy khen.", [], 0],
    ["Chi bộ Mẫu Hai, Ba tổ được tặng Giấy khen.", [], 0],
    ["Tổ Một được khen.", [], 0],
    ["Tổ 3 được Đảng ủy tặng Giấy khen.", [], 0],
    [
      "Hội nghị nghe tin hai đồng chí được tặng Bằng khen.",
      [["Bằng khen", 2, "đồng chí", undefined]],
      0,
    ],
    ["Hai đồng chí được tặng Bằng khen.", [["Bằng khen", 2, "đồng chí", undefined]], 0],
    ["Chi bộ Mẫu Hai được tặng Giấy khen, cùng ba tổ.", [["Giấy khen", 3, "tổ", undefined]], 0],
  ])("%j: %j, and %j to look at", (sentence, expected, unread) => {
    const { awards, notes } = finds(sentence);
    expect(awards.map(({ form, count, to, step }) => [form, count, to, step])).toEqual(expected);
    expect(notes.filter((note) => note.includes("chưa đọc được"))).toHaveLength(unread);
  });

  it("is quoted by its beginning when it is a whole paragraph", () => {
    const { notes } = finds(`Khen thưởng đột xuất 7 lượt ${"các tập thể cá nhân ".repeat(200)}.`);
    const [note = ""] = notes.filter((one) => one.includes("chưa đọc được"));
    expect(note).toMatch(/“Khen thưởng đột xuất 7 lượt các tập thể .*…”$/u);
    expect(note.length).toBeLessThan(400);
  });
});

it("gives a figure the name and the unit of measure of its series", () => {
  const { figures } = finds("Mở đầu.", "Năm 2021, kết nạp 144 đảng viên mới.");
  const [{ name, value, unit, year } = { name: "", value: 0 }] = figures;
  expect([name, value, unit, year]).toEqual(["Đảng viên mới được kết nạp", 144, "đảng viên", 2021]);
});

describe("the event of a text", () => {
  it.each([
    [
      "Hội nghị Ban Chấp hành Đảng bộ lần thứ Mười một (khóa XIX) đã họp.",
      { kind: "hội nghị", body: "Ban Chấp hành", ordinal: 11, term: "XIX" },
    ],
    [
      "Đại hội Đảng bộ Khối lần thứ 9, nhiệm kỳ 2025 - 2030 họp trong hai ngày 14 và 15/6/2025.",
      {
        kind: "đại hội",
        body: "Đại hội",
        ordinal: 9,
        term: "2025-2030",
        date: "2025-06-14",
        to: "2025-06-15",
      },
    ],
    ["Phiên họp tổ thư ký lần thứ 3.", { kind: "phiên họp", body: undefined, ordinal: 3 }],
  ])("%j", (sentence, expected) => {
    expect(finds(sentence).event).toMatchObject(expected);
  });
});

describe("people and units in a text", () => {
  it("are office holders of the register, and those whom the text introduces", () => {
    const text =
      "Đồng chí Ngô Văn Ba, Trưởng ban, chủ trì. Có Trần Văn Một, bà Lê Thị Hai và Võ Tư.";
    expect(finds(text).people).toEqual([
      { name: "Ngô Văn Ba", post: ["Trưởng ban"], role: "chủ trì" },
      { name: "Trần Văn Một" },
      { name: "Lê Thị Hai", id: "le-hai" },
      { name: "Lê Thị Hai", id: "le-hai-tinh" },
    ]);
  });

  it("are other units than that of the article", () => {
    expect(finds("Chi bộ Hai họp. Đại diện Đảng ủy Khối Núi Xanh dự.").mentions).toEqual(["khoi"]);
  });
});
