import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { renderBody } from "../../../src/body/body.ts";
import { readDocx } from "../../../src/importing/docx.ts";
import { pastedMarkdown } from "../../../src/importing/pasted-html.ts";
import { emf, quarter } from "./metafile.ts";
import { item, numbering, paragraph, run, table, type WordParts, wordFile } from "./word-file.ts";

/** What of a Word file comes into an article, and what only by name. */

async function markdownOf(body: string, parts: WordParts = {}): Promise<string> {
  return pastedMarkdown((await readDocx(wordFile(body, parts))).html);
}

/** Returns a line of pieces with tabs between them. */
function tabbed(...pieces: readonly string[]): string {
  return paragraph(pieces.map((piece) => run(piece)).join("<w:r><w:tab/></w:r>"));
}

/** Returns a table whose columns have widths, of cells that may be over several of them. */
function grid(
  widths: readonly number[],
  ...rows: readonly (readonly (readonly [text: string, span?: number])[])[]
): string {
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const cells = rows.map((row) =>
    row.map(([text, span = 1]) => `<w:gridSpan w:val='${span}'/>|${text}`),
  );
  return table(...cells).replace("<w:tbl>", `<w:tbl><w:tblGrid>${columns}</w:tblGrid>`);
}

const on = (name: string) => `<w:${name}/>`;
const high = '<w:vertAlign w:val="superscript"/>';
const low = '<w:vertAlign w:val="subscript"/>';

describe("a table", () => {
  it.each([
    [
      "keeps the column of a cell beside one that is merged over rows",
      table(
        ["Khối", "Loại", "Số"],
        ["<w:vMerge w:val='restart'/>|Núi", "Tốt", "3"],
        ["<w:vMerge/>|", "Khá", "14"],
        ["Đồi", "Tốt", "5"],
      ),
      "| Khối | Loại | Số |\n| --- | --- | --- |\n| Núi | Tốt | 3 |\n|  | Khá | 14 |\n| Đồi | Tốt | 5 |",
    ],
    [
      "puts a head of two rows into one",
      table(
        ["<w:vMerge w:val='restart'/>|Tổ", "<w:gridSpan w:val='2'/>|Kết quả"],
        ["<w:vMerge/>|", "2022", "2023"],
        ["Tổ 1", "10", "12"],
      ),
      "| Tổ | Kết quả – 2022 | Kết quả – 2023 |\n| --- | --- | --- |\n| Tổ 1 | 10 | 12 |",
    ],
    [
      "puts a head of two rows into one where nothing is merged downwards",
      table(["", "<w:gridSpan w:val='2'/>|Kết quả"], ["", "2022", "2023"], ["Tổ 1", "10", "12"]),
      "|  | Kết quả – 2022 | Kết quả – 2023 |\n| --- | --- | --- |\n| Tổ 1 | 10 | 12 |",
    ],
    [
      "takes no row of names for a part of the head",
      table(
        ["<w:gridSpan w:val='2'/>|Họ và tên", "Chức vụ"],
        ["Nguyễn", "Mẫu", "Bí thư"],
        ["Trần", "Thử", "Phó Bí thư"],
      ),
      "| Họ và tên | Họ và tên | Chức vụ |\n| --- | --- | --- |\n| Nguyễn | Mẫu | Bí thư |\n| Trần | Thử | Phó Bí thư |",
    ],
    [
      "has what is over its whole width above it",
      table(["<w:gridSpan w:val='2'/>|Bảng một"], ["Tổ", "Số"], ["Tổ 1", "10"]),
      "Bảng một\n\n| Tổ | Số |\n| --- | --- |\n| Tổ 1 | 10 |",
    ],
    [
      "begins a row where it begins",
      `<w:tbl><w:bookmarkStart w:id="1" w:name="a"/><w:tr><w:tc>${paragraph("Tổ")}</w:tc><w:tc>${paragraph("Số")}</w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>${paragraph("7")}</w:tc></w:tr></w:tbl>`,
      "| Tổ | Số |\n| --- | --- |\n|  | 7 |",
    ],
    [
      "has a border that was drawn a little to the left or right from row to row as one",
      grid(
        [600, 2400, 100, 1500],
        [["TT"], ["Tên", 2], ["Số"]],
        [["1"], ["Tổ 1"], ["10", 2]],
        [["2"], ["Tổ 2"], ["12", 2]],
      ),
      "| TT | Tên | Số |\n| --- | --- | --- |\n| 1 | Tổ 1 | 10 |\n| 2 | Tổ 2 | 12 |",
    ],
    [
      "has a figure below the cell that it is below for the most part",
      grid(
        [1800, 1800, 500, 1400, 800],
        [["Năm"], ["Nam", 2], ["Nữ", 2]],
        [["2023"], ["5"], ["7", 3]],
        [["2024"], ["6"], ["8", 3]],
      ),
      "| Năm | Nam | Nữ |\n| --- | --- | --- |\n| 2023 | 5 | 7 |\n| 2024 | 6 | 8 |",
    ],
    [
      "keeps a narrow column that has cells of its own",
      grid([1800, 200, 1800], [["A"], ["B"], ["C"]], [["1"], ["2"], ["3"]]),
      "| A | B | C |\n| --- | --- | --- |\n| 1 | 2 | 3 |",
    ],
    [
      "has no columns in which no cell begins",
      table(
        ["TT", "<w:gridSpan w:val='3'/>|Tên", "<w:gridSpan w:val='2'/>|Số"],
        ["1", "<w:gridSpan w:val='3'/>|Tổ 1", "<w:gridSpan w:val='2'/>|10"],
      ),
      "| TT | Tên | Số |\n| --- | --- | --- |\n| 1 | Tổ 1 | 10 |",
    ],
    [
      "keeps what is in a cell that only claims to be merged with the one above",
      table(["A", "B"], ["x", "1"], ["<w:vMerge/>|y", "2"]),
      "| A | B |\n| --- | --- |\n| x | 1 |\n| y | 2 |",
    ],
    [
      "keeps the column of a cell beside one that is merged with a narrower one",
      table(
        ["A", "B", "C", "D"],
        ["<w:vMerge w:val='restart'/>|x", "1", "2", "3"],
        ["<w:vMerge/><w:gridSpan w:val='2'/>|", "14", "15"],
      ),
      "| A | B | C | D |\n| --- | --- | --- | --- |\n| x | 1 | 2 | 3 |\n|  |  | 14 | 15 |",
    ],
    [
      "names text that is covered by a merged cell",
      table(["A", "B"], ["<w:vMerge w:val='restart'/>|x", "1"], ["<w:vMerge/>|số cũ", "2"]),
      "| A | B |\n| --- | --- |\n| x | 1 |\n|  | 2 |\n\n[Chưa lấy được: chữ nằm khuất dưới ô gộp của bảng (2 tiếng)]",
    ],
    [
      "has cells merged in the old way as one",
      table(["<w:hMerge w:val='restart'/>|Tổ", "<w:hMerge/>|", "Số"], ["a", "b", "1"]),
      "| Tổ | Tổ | Số |\n| --- | --- | --- |\n| a | b | 1 |",
    ],
    [
      "names rows and cells that were added or deleted and not accepted",
      `<w:tbl>${["<w:ins/>", "<w:del/>", ""].map((change, at) => `<w:tr><w:trPr>${change}</w:trPr><w:tc>${paragraph(`a${at}`)}</w:tc><w:tc><w:tcPr>${at === 2 ? "<w:cellDel/>" : ""}</w:tcPr>${paragraph("9")}</w:tc></w:tr>`).join("")}</w:tbl>`,
      "| a0 | 9 |\n| --- | --- |\n| a2 |  |\n\n[Chưa lấy được: sửa đổi chưa được chấp nhận trong tệp Word: thêm 1 hàng của bảng, xóa 1 hàng của bảng, xóa 1 ô của bảng]",
    ],
    [
      "has lists and numbers below each other in its cells",
      table(
        ["Việc", "Số"],
        [paragraph("một", item(1)) + paragraph("hai", item(1)), paragraph("12") + paragraph("15")],
        [paragraph("ba", item(2)) + paragraph("bốn", item(2)), "1"],
      ),
      "| Việc | Số |\n| --- | --- |\n| 1\\. một; 2. hai | 12; 15 |\n| ba; bốn | 1 |",
    ],
    [
      "has names below each other in a cell apart, and the lines of a heading together",
      table(
        [paragraph("Họ") + paragraph("Và tên"), "Số"],
        [paragraph("Nguyễn Văn Mẫu") + paragraph("Trần Thị Thử"), "2"],
        [paragraph("Trường tiểu học") + paragraph("xã Mẫu"), "1"],
      ),
      "| Họ Và tên | Số |\n| --- | --- |\n| Nguyễn Văn Mẫu; Trần Thị Thử | 2 |\n| Trường tiểu học xã Mẫu | 1 |",
    ],
    [
      "typed with tabs is one",
      paragraph("Kết quả:") +
        tabbed("TT", "Tổ", "Số") +
        tabbed("1", "Tổ 1", "12") +
        paragraph("Hết."),
      "Kết quả:\n\n| TT | Tổ | Số |\n| --- | --- | --- |\n| 1 | Tổ 1 | 12 |\n\nHết.",
    ],
    [
      "is not what tabs set in, and no single line with tabs",
      tabbed("Tên", "Tổ", "Số") +
        paragraph("Hai mục:") +
        tabbed("1.", "Họp", "tổ") +
        tabbed("2.", "Bầu", "tổ"),
      "Tên Tổ Số\n\nHai mục:\n\n1\\. Họp tổ\n\n2\\. Bầu tổ",
    ],
    [
      "typed with tabs is one of two columns only for figures",
      tabbed("Tổ", "Số") +
        tabbed("Tổ 1", "12") +
        paragraph("Ký tên:") +
        tabbed("Nơi nhận:", "TM. CHI BỘ") +
        tabbed("Lưu.", "BÍ THƯ") +
        paragraph("Hết.") +
        tabbed("năm 2023: 12", "15"),
      "| Tổ | Số |\n| --- | --- |\n| Tổ 1 | 12 |\n\nKý tên:\n\nNơi nhận: TM. CHI BỘ\n\nLưu. BÍ THƯ\n\nHết.\n\nnăm 2023: 12; 15",
    ],
    [
      "has the numbers that Word makes for rows",
      table(["TT", "Tổ"], [paragraph("", item(1)), "Tổ 1"], [paragraph("", item(1)), "Tổ 2"]),
      "| TT | Tổ |\n| --- | --- |\n| 1. | Tổ 1 |\n| 2. | Tổ 2 |",
    ],
    [
      "has the first cell of a row that begins a little later below the others",
      grid([100, 900, 2000], [["TT", 2], ["Tổ"]], [["1"], ["Tổ 1"]]).replace(
        /(.*)<w:tr>/su,
        '$1<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>',
      ),
      "| TT | Tổ |\n| --- | --- |\n| 1 | Tổ 1 |",
    ],
    [
      "in a cell comes below, and is named where it was",
      table(["Tổ", "Kết quả"], ["Tổ 1", table(["A", "B"], ["1", "2"]) + paragraph("hết")]),
      "| Tổ | Kết quả |\n| --- | --- |\n| Tổ 1 | [Chưa lấy được: bảng nằm trong ô, đã đưa xuống dưới bảng này] hết |\n\n| A | B |\n| --- | --- |\n| 1 | 2 |",
    ],
    [
      "that holds two tables side by side only holds them",
      table([table(["A", "B"], ["1", "2"]), table(["C", "D"], ["3", "4"])]),
      "| A | B |\n| --- | --- |\n| 1 | 2 |\n\n| C | D |\n| --- | --- |\n| 3 | 4 |",
    ],
  ])("%s", async (_, body, expected) => {
    const lists = numbering(["decimal %1."], ["bullet •"]);
    expect(await markdownOf(body, lists)).toBe(expected);
  });
});

it("asks to compare the tables that were typed with tabs", async () => {
  const { notes } = await readDocx(wordFile(tabbed("Tổ", "Số", "Loại") + tabbed("1", "2", "Tốt")));
  expect(notes).toEqual(["1 chỗ gõ bằng phím Tab đã thành bảng; xin so từng bảng với tệp Word."]);
});

describe("numbers that Word makes", () => {
  it.each([
    [
      "stay before headings",
      paragraph("Kết quả", `<w:pStyle w:val="H1"/>${item(1)}`) +
        paragraph("Xem mục II.") +
        paragraph("Việc", `<w:pStyle w:val="H1"/>${item(1)}`),
      "## I. Kết quả\n\nXem mục II.\n\n## II. Việc",
    ],
    [
      "stay where they are letters, also on the second level",
      paragraph("một:", item(2)) +
        paragraph("hai", item(2, 1)) +
        paragraph("ba", item(2, 1)) +
        paragraph("bốn", item(2)),
      "1.  một:\n\na) hai\n\nb) ba\n\n2.  bốn",
    ],
    [
      "go on behind a paragraph",
      paragraph("một", item(2)) + paragraph("Xen giữa.") + paragraph("hai", item(2)),
      "1.  một\n\nXen giữa.\n\n2.  hai",
    ],
    [
      "begin again in another list right behind",
      paragraph("một", item(2)) + paragraph("hai", item(2)) + paragraph("mới", item(3)),
      "1.  một\n2.  hai\n\n1)  mới",
    ],
    [
      "stay where they are made of several levels",
      paragraph("một", item(3)) + paragraph("hai", item(3, 1)) + paragraph("ba", item(3, 1)),
      "1.  một\n\n1.1. hai\n\n1.2. ba",
    ],
    [
      "are counted anew below each heading",
      paragraph("một", item(4)) +
        paragraph("a", item(4, 1)) +
        paragraph("hai", item(4)) +
        paragraph("b", item(4, 1)),
      "Điều 1. một\n\n1.  a\n\nĐiều 2. hai\n\n1.  b",
    ],
    [
      "stay where they are between brackets",
      paragraph("một", item(6)) + paragraph("hai", item(6)) + paragraph("Xem (2)."),
      "(1) một\n\n(2) hai\n\nXem (2).",
    ],
    [
      "are not counted for lines that are hidden or deleted to their end",
      paragraph(run("ẩn", on("vanish")), `${item(2)}<w:rPr>${on("vanish")}</w:rPr>`) +
        paragraph(
          "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>",
          `${item(2)}<w:rPr><w:del/></w:rPr>`,
        ) +
        paragraph("một", item(2)),
      "[Chưa lấy được: chữ ẩn trong tệp Word (1 tiếng)]\n\n[Chưa lấy được: sửa đổi chưa được chấp nhận trong tệp Word: xóa 1 chỗ]\n\n1.  một",
    ],
    ["may begin at nought", paragraph("a", item(7)) + paragraph("b", item(7)), "0.  a\n1.  b"],
    [
      "are none for plus signs, which are below dashes",
      paragraph("một", item(5)) + paragraph("hai", item(8)) + paragraph("ba", item(5)),
      "- một\n    - hai\n- ba",
    ],
    ["are none for bullets", paragraph("một", item(5)) + paragraph("hai", item(5)), "- một\n- hai"],
    [
      "belong to a bold line, which heads what is below it",
      paragraph(run("Việc làm", on("b")), item(2)) + paragraph("Nội dung."),
      "## 1\\. Việc làm\n\nNội dung.",
    ],
  ])("%s", async (_, body, expected) => {
    const lists = numbering(
      ["upperRoman %1."],
      ["decimal %1.", "lowerLetter %2)"],
      ["decimal %1.", "decimal %1.%2."],
      ["decimal Điều-%1.", "decimal %2."],
      ["bullet •"],
      ["decimal (%1)"],
      ["decimal %1. 0"],
      ["bullet +"],
    );
    const content = (lists["numbering.xml"]!.content as string).replace("Điều-", "Điều ");
    const styles =
      '<w:styles><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>';
    expect(
      await markdownOf(body, {
        "numbering.xml": { type: "numbering", content },
        "styles.xml": { type: "styles", content: styles },
      }),
    ).toBe(expected);
  });
});

describe("letters", () => {
  const math = (inside: string) => `<m:oMath>${inside}</m:oMath>`;
  const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
  const sign = (type: string, inside = "") =>
    `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`;
  const field = (code: string, data = "", result = "") =>
    `${sign("begin", data)}<w:r><w:instrText> ${code} </w:instrText></w:r>${result && sign("separate") + result}${sign("end")}`;
  it.each([
    [
      "a raised number",
      run("10") + run("5", high) + run(" và 2023") + run("15", high),
      "10⁵ và 2023¹⁵",
    ],
    ["a raised number below nought", run("10") + run("-4", high), "10⁻⁴"],
    [
      "a number that is raised by points",
      run("10") +
        run("5", '<w:position w:val="8"/>') +
        run(", CO") +
        run("2", '<w:position w:val="-6"/>'),
      "10⁵, CO₂",
    ],
    [
      "what stands a little off, or all of it, which is no exponent",
      run("tổ ", '<w:position w:val="2"/>') + run("5"),
      "tổ 5",
    ],
    ["a line raised as a whole", run("Theo báo cáo của chi bộ", high), "Theo báo cáo của chi bộ"],
    ["a degree", run("36") + run("o", high) + run("C"), "36ºC"],
    ["a letter behind a number", run("5") + run("a", high), "5ª"],
    ["a mark in brackets", run("tiêu") + run("[3]", high), "tiêu\\[3\\]"],
    ["a raised formula", run("x") + run("a+1", high), "x^(a+1)"],
    ["what is raised by habit", run("1") + run("st", high) + run("*", high), "1st\\*"],
    ["a lowered number", run("CO") + run("2", low) + run(", NO") + run("x", low), "CO₂, NOx"],
    ["capitals", run("đồng chí mẫu", on("caps")) + run(" họp"), "ĐỒNG CHÍ MẪU họp"],
    ["letters that are no capitals after all", run("mẫu", '<w:caps w:val="0"/>'), "mẫu"],
    [
      "struck-out text",
      run("Còn ") + run("12 chi ", on("strike")) + run("bộ", on("dstrike")) + run("11."),
      "Còn [Chưa lấy được: chữ bị gạch ngang “12 chi bộ”] 11.",
    ],
    [
      "hidden text",
      run("Họp") + run("ghi chú riêng", on("vanish")) + run(" xong."),
      "Họp [Chưa lấy được: chữ ẩn trong tệp Word (3 tiếng)] xong.",
    ],
    [
      "text that is raised and in capitals, struck out or hidden",
      run("x ") +
        run("bỏ 1", `<w:strike/>${on("caps")}${high}`) +
        run(" y ") +
        run("kín", `<w:vanish/>${on("caps")}${high}`),
      "x [Chưa lấy được: chữ bị gạch ngang “BỎ 1”] y [Chưa lấy được: chữ ẩn trong tệp Word (1 tiếng)]",
    ],
    ["hidden blanks", run("Họp") + run(" ", on("vanish")) + run(" xong."), "Họp xong."],
    [
      "changes that nobody has accepted",
      run("Có ") +
        `<w:ins>${run("11")}</w:ins><w:del><w:r><w:delText>12</w:delText></w:r></w:del>` +
        run(" tổ."),
      "Có 11 tổ. [Chưa lấy được: sửa đổi chưa được chấp nhận trong tệp Word: thêm “11”, xóa 1 chỗ]",
    ],
    [
      "a remark in the margin",
      `${run("Họp")}<w:r><w:commentReference w:id="1"/></w:r>${run(".")}`,
      "Họp [Chưa lấy được: nhận xét bên lề trong tệp Word].",
    ],
    [
      "hyphens of Word's",
      "<w:r><w:t>21</w:t><w:noBreakHyphen/><w:t>KL/TW, 25‐QĐ</w:t></w:r>",
      "21-KL/TW, 25-QĐ",
    ],
    ["an equation", run("là ") + math(t("98,2%")) + run(" tổng số"), "là 98,2% tổng số"],
    [
      "equations of all kinds",
      math(
        `<m:f><m:num>${t("a+b")}</m:num><m:den>${t("2")}</m:den></m:f>${t("=")}<m:sSup><m:e>${t("x")}</m:e><m:sup>${t("2")}</m:sup></m:sSup>${t("+")}<m:rad><m:radPr/><m:deg/><m:e>${t("y+1")}</m:e></m:rad>${t("+")}<m:sSub><m:e>${t("z")}</m:e><m:sub>${t("i")}</m:sub></m:sSub>${t("+")}<m:d><m:e>${t("c")}</m:e></m:d>${t("+")}<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${t("1")}</m:sub><m:sup>${t("n")}</m:sup><m:e>${t("k")}</m:e></m:nary>`,
      ),
      "(a+b)/2=x²+√(y+1)+z\\_i+(c)+∑₁ⁿ k",
    ],
    [
      "fractions behind numbers, which are apart",
      run("Đạt 2") +
        math(`<m:f><m:num>${t("1")}</m:num><m:den>${t("2")}</m:den></m:f>`) +
        run(" và ") +
        math(`${t("3")}<m:f><m:num>${t("1")}</m:num><m:den>${t("4")}</m:den></m:f>${t("5")}`),
      "Đạt 2 1/2 và 3 1/4 5",
    ],
    [
      "equations below each other",
      `<m:oMathPara>${math(t("a=1"))}${math(t("b=2"))}</m:oMathPara>`,
      "a=1\\\nb=2",
    ],
    [
      "accents in an equation, and what is only there for its room",
      math(
        `<m:bar><m:barPr><m:pos m:val="top"/></m:barPr><m:e>${t("x")}</m:e></m:bar>${t("=")}<m:acc><m:e>${t("y")}</m:e></m:acc><m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e>${t("0")}</m:e></m:phant>`,
      ),
      "x̄=ŷ",
    ],
    ["a line break of old", "<w:r><w:t>12</w:t><w:cr/><w:t>15</w:t></w:r>", "12\\\n15"],
    [
      "a fraction that Word draws from the code of a field",
      run("x = ") +
        field("EQ \\f(14;25)") +
        run(" và ") +
        field("EQ \\r(3,5)") +
        field("EQ \\o(a;b)"),
      "x = 14/25 và √3,5 [Chưa lấy được: công thức “/o(a;b)”]",
    ],
    [
      "a symbol that no other font has",
      field('SYMBOL 57362 \\f "Phông mẫu"') + run(" đạt"),
      "[Chưa lấy được: ký hiệu của phông chữ Phông mẫu] đạt",
    ],
    ["a symbol of a field", field('SYMBOL 252 \\f "Wingdings"') + run(" đạt"), "✓ đạt"],
    [
      "a number of a field",
      field("LISTNUM") + run(" họp"),
      "[Chưa lấy được: số thứ tự mà Word tự đánh] họp",
    ],
    [
      "a choice of a form",
      field(
        "FORMDROPDOWN",
        '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Tốt"/><w:listEntry w:val="Khá"/></w:ddList></w:ffData>',
      ),
      "Khá",
    ],
    ["a field with something behind it", field("PAGE", "", run("7")), "7"],
    [
      "symbols by their numbers",
      '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Segoe UI Symbol" w:char="2611"/><w:sym w:font="MT Extra" w:char="F04C"/></w:r>',
      "✓→☑ [Chưa lấy được: ký hiệu của phông chữ MT Extra]",
    ],
    [
      "signs typed in a symbol font",
      run("ü", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') +
        run(" đạt, ") +
        run("³", '<w:rFonts w:ascii="Symbol"/>') +
        run(" 5"),
      "✓ đạt, ≥ 5",
    ],
    [
      "a word in an old font, which alone would not show it",
      run("héi nghÞ ", '<w:rFonts w:ascii=".VnTimeH"/>') +
        run("tæ", '<w:rFonts w:ascii=".VnTime"/>') +
        run(" toå", '<w:rFonts w:hAnsi="VNI-Times"/>'),
      "HỘI NGHỊ tổ tổ",
    ],
    [
      "Unicode in a font of old",
      run("có tổ ", '<w:rFonts w:ascii=".VnTime"/>') + run("có", '<w:rFonts w:ascii=".VnTime"/>'),
      "có tổ có",
    ],
    [
      "what newer programs show",
      `<mc:AlternateContent><mc:Choice Requires="w14">${run("mới")}</mc:Choice><mc:Fallback>${run("cũ")}</mc:Fallback></mc:AlternateContent>`,
      "mới",
    ],
    [
      "a control with a box to tick",
      `<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>${run("☒ có mặt")}</w:sdtContent></w:sdt>`,
      "☒ có mặt",
    ],
    ["a link to nowhere", `<w:hyperlink r:id="id9">${run("đây")}</w:hyperlink>`, "đây"],
    [
      "a note whose deletion nobody has accepted",
      `${run("Họp")}<w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:del>`,
      "Họp [Chưa lấy được: sửa đổi chưa được chấp nhận trong tệp Word: xóa 1 chỗ]",
    ],
    [
      "a note that is not in the file",
      `${run("Họp")}<w:r><w:footnoteReference w:id="9"/></w:r>`,
      "Họp [Chưa lấy được: chú thích không có trong tệp Word]",
    ],
    [
      "letters with their reading",
      `<w:r><w:ruby><w:rt>${run("đọc")}</w:rt><w:rubyBase>${run("chữ")}</w:rubyBase></w:ruby></w:r>`,
      "chữ",
    ],
    ["bold before a letter", run("Kết luận:", on("b")) + run("Đồng chí"), "**Kết luận**:Đồng chí"],
    [
      "bold behind a letter",
      run("tuần") + run("“Vì người nghèo”", on("b")) + run("năm"),
      "tuần“**Vì người nghèo**”năm",
    ],
    [
      "what a field shows",
      `${run("Gửi ")}<w:fldSimple w:instr="MERGEFIELD ten">${run("Chi bộ")}</w:fldSimple>`,
      "Gửi Chi bộ",
    ],
    ["letters of a symbol font", run("\uf061 và \uf0b3", '<w:rFonts w:ascii="Symbol"/>'), "α và ≥"],
    ["a bold sign", run("một") + run(":", on("b")) + run("hai"), "một:hai"],
    [
      "bold with its own blanks",
      run("Kết luận: ", on("b")) + run("Đồng chí"),
      "**Kết luận:** Đồng chí",
    ],
  ])("%s", async (_, inside, expected) => {
    const markdown = await markdownOf(paragraph(inside));
    expect(markdown).toBe(expected);
  });

  it("that are capitals or hidden by their style", async () => {
    const style = (id: string, property: string) =>
      `<w:style w:type="character" w:styleId="${id}"><w:rPr>${property}</w:rPr></w:style><w:style w:type="character" w:styleId="${id}2"><w:basedOn w:val="${id}"/></w:style>`;
    const styles = `<w:styles>${style("hoa", on("caps"))}${style("an", on("vanish"))}</w:styles>`;
    const body = run("một", '<w:rStyle w:val="hoa2"/>') + run(" hai ", '<w:rStyle w:val="an2"/>');
    expect(
      await markdownOf(paragraph(body), { "styles.xml": { type: "styles", content: styles } }),
    ).toBe("MỘT [Chưa lấy được: chữ ẩn trong tệp Word (1 tiếng)]");
  });

  it.each([
    ["raised", high, "10⁵"],
    ["bold", on("b"), "10**5**"],
    ["italic", on("i"), "10*5*"],
  ])("that are %s by their style", async (_, property, expected) => {
    const content = `<w:styles><w:style w:type="character" w:styleId="a"><w:rPr>${property}</w:rPr></w:style></w:styles>`;
    const body = run("10") + run("5", '<w:rStyle w:val="a"/>');
    expect(await markdownOf(paragraph(body), { "styles.xml": { type: "styles", content } })).toBe(
      expected,
    );
  });

  it("that are bold by a style of that name are bold once", async () => {
    const content = `<w:styles><w:style w:type="character" w:styleId="a"><w:name w:val="Strong"/><w:rPr>${on("b")}</w:rPr></w:style></w:styles>`;
    const body = run("Họp", '<w:rStyle w:val="a"/>') + run(" rồi.");
    expect(await markdownOf(paragraph(body), { "styles.xml": { type: "styles", content } })).toBe(
      "**Họp** rồi.",
    );
  });

  it("that two styles make capitals are none", async () => {
    const style = (id: string, type: string) =>
      `<w:style w:type="${type}" w:styleId="${id}"><w:rPr>${on("caps")}</w:rPr></w:style>`;
    const content = `<w:styles>${style("a", "paragraph")}${style("b", "character")}</w:styles>`;
    const body = run("một ", '<w:rStyle w:val="b"/>') + run("hai");
    expect(
      await markdownOf(paragraph(body, '<w:pStyle w:val="a"/>'), {
        "styles.xml": { type: "styles", content },
      }),
    ).toBe("một HAI");
  });

  it("of a table in a note are a line, and a note that is called twice is there once", async () => {
    const content = `<w:footnotes><w:footnote w:id="2">${table(["Tổ", "Số"], ["Tổ 1", "12"])}${paragraph("Tạm tính.")}</w:footnote></w:footnotes>`;
    const call = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const body = paragraph(`${run("Một")}${call}`) + paragraph(`${run("Hai")}${call}`);
    expect(await markdownOf(body, { "footnotes.xml": { type: "footnotes", content } })).toBe(
      "Một[^2]\n\nHai[^2]\n\n[^2]: Tổ – Số; Tổ 1 – 12. Tạm tính.",
    );
  });

  it("at the beginning, as large as three lines, stay with their word", async () => {
    const cap = paragraph(
      run("C", '<w:sz w:val="96"/>'),
      '<w:framePr w:dropCap="drop" w:lines="3"/>',
    );
    expect(await markdownOf(cap + paragraph("hiều nay họp."))).toBe("Chiều nay họp.");
    expect(await markdownOf(cap)).toBe("C");
  });

  it("that are bold are shown bold", async () => {
    const body = await markdownOf(paragraph(run("Kết luận:", on("b")) + run("Đồng chí nêu.")));
    const shown = renderBody({ path: "a.md", text: body } as never, body, 0, {
      unit: "a",
      abbreviations: { pattern: /$^/gu, meaningsIn: () => () => undefined } as never,
      captionOf: () => undefined,
      findPicture: () => "",
    });
    expect(shown.parts).toMatchObject([
      { html: expect.stringContaining("<strong>Kết luận</strong>:") },
    ]);
  });
});

describe("what is drawn", () => {
  const drawing = (inside: string, said = "") =>
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Hình 1" descr="${said}"/><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const picture = (id: string) =>
    `<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="x"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic>`;
  const box = (text: string) =>
    `<wps:wsp><wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx></wps:wsp>`;
  const chart = {
    type: "chart",
    content:
      "<c:chartSpace><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Số đảng viên</a:t></a:r></a:p></c:rich></c:tx></c:title></c:chart></c:chartSpace>",
  };
  const diagram = {
    type: "diagramData",
    content:
      "<dgm:dataModel><dgm:pt><dgm:t><a:p><a:r><a:t>Bí thư</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>Phó Bí thư</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>",
  };

  it.each<[string, string, WordParts, string]>([
    [
      "a chart",
      drawing('<c:chart r:id="id1"/>'),
      { "chart1.xml": chart },
      "[Chưa lấy được: biểu đồ “Số đảng viên”]",
    ],
    [
      "a chart that is not there",
      drawing('<c:chart r:id="id9"/>', "Cột theo tháng"),
      {},
      "[Chưa lấy được: biểu đồ “Cột theo tháng”]",
    ],
    [
      "SmartArt",
      drawing('<dgm:relIds r:dm="id1"/>'),
      { "data1.xml": diagram },
      "[Chưa lấy được: sơ đồ SmartArt “Bí thư; Phó Bí thư”]",
    ],
    [
      "a text box without an old form",
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>${box("Trong khung.")}</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`,
      {},
      "Trong khung.",
    ],
    [
      "a text box with an old form",
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing(box("Trong khung."))}</mc:Choice><mc:Fallback><w:pict><v:oval><v:textbox><w:txbxContent>${paragraph("Trong khung.")}</w:txbxContent></v:textbox></v:oval></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      {},
      "Trong khung.",
    ],
    [
      "boxes in a group",
      drawing(`<wpg:wgp>${box("Một.")}${box("Hai.")}</wpg:wgp>`),
      {},
      "Một.\n\nHai.",
    ],
    [
      "WordArt",
      '<w:r><w:pict><v:shape><v:textpath string="Chào mừng"/></v:shape></w:pict></w:r>',
      {},
      "Chào mừng",
    ],
    ["a line", "<w:r><w:pict><v:line/></w:pict></w:r>", {}, ""],
    [
      "a table of Excel",
      '<w:r><w:object><v:shape><v:imagedata r:id="id1"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
      { "look.emf": { type: "image", content: new Uint8Array(8) } },
      "[Chưa lấy được: bảng Excel nhúng]",
    ],
    [
      "a picture that is not in the file",
      drawing(picture("id9"), "Cây đa"),
      {},
      "[Chưa lấy được: ảnh không nằm trong tệp Word “Cây đa”]",
    ],
    [
      "a picture that only Windows draws",
      drawing(picture("id1"), "Sơ đồ"),
      { "look.emf": { type: "image", content: new Uint8Array(8) } },
      "[Chưa lấy được: ảnh kiểu EMF “Sơ đồ”]",
    ],
    [
      "a hidden picture",
      drawing(picture("id1")).replace("<w:r>", `<w:r><w:rPr>${on("vanish")}</w:rPr>`),
      { "a.png": { type: "image", content: new Uint8Array(8) } },
      "[Chưa lấy được: 1 hình ẩn trong tệp Word]",
    ],
    [
      "a picture whose deletion nobody has accepted",
      paragraph(`<w:del>${drawing(picture("id1"))}</w:del>`),
      { "a.png": { type: "image", content: new Uint8Array(8) } },
      "[Chưa lấy được: sửa đổi chưa được chấp nhận trong tệp Word: xóa 1 chỗ]",
    ],
    ["another file", '<w:altChunk r:id="id9"/>', {}, "[Chưa lấy được: phần chèn từ một tệp khác]"],
  ])("%s", async (_, inside, parts, expected) => {
    const body = inside.startsWith("<w:r>") ? paragraph(inside) : inside;
    expect(await markdownOf(body, parts)).toBe(expected);
  });

  it("is taken as a picture, also in a group, and a caption names what could not be taken", async () => {
    const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: "#222" } })
      .png()
      .toBuffer();
    const captioned = paragraph("Ảnh 1: Cây đa", '<w:pStyle w:val="Caption"/>');
    const styles =
      '<w:styles><w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style></w:styles>';
    const { html, pictures } = await readDocx(
      wordFile(
        paragraph(drawing(`<wpg:wgp>${picture("id1")}</wpg:wgp>`, "Cây")) +
          paragraph(drawing(picture("id2"))) +
          captioned,
        {
          "a.png": { type: "image", content: png },
          "look.emf": { type: "image", content: new Uint8Array(8) },
          "styles.xml": { type: "styles", content: styles },
        },
      ),
    );
    expect([...pictures.values()]).toEqual([png]);
    expect(html).toContain('alt="Cây"');
    expect(html).toContain("[Chưa lấy được: ảnh kiểu EMF “Ảnh 1: Cây đa”]");
  });

  it("draws a picture of Windows, and asks to compare it", async () => {
    const { html, pictures, notes } = await readDocx(
      wordFile(paragraph(drawing(picture("id1"), "Sơ đồ")), {
        "look.emf": { type: "image", content: emf(...quarter) },
      }),
    );
    expect([...pictures.keys()]).toEqual(["anh-1.emf"]);
    expect(html).toContain('alt="Sơ đồ"');
    expect(notes).toEqual([
      "1 hình vẽ kiểu EMF, WMF đã chuyển thành ảnh; xin so từng ảnh với tệp Word.",
    ]);
  });
});

describe("margins of pages", () => {
  it.each([
    ["Văn phòng Mẫu", "Họp.\n\n[Chưa lấy được: đầu trang “Văn phòng Mẫu”]"],
    [
      `${paragraph("ĐẢNG BỘ MẪU")}${paragraph("Số 12")}`,
      "Họp.\n\n[Chưa lấy được: đầu trang “ĐẢNG BỘ MẪU Số 12”]",
    ],
    [
      paragraph('<w:r><w:pict><v:shape><v:textpath string="BẢN NHÁP"/></v:shape></w:pict></w:r>'),
      "Họp.\n\n[Chưa lấy được: chữ mờ dưới trang “BẢN NHÁP”]",
    ],
    [
      paragraph("<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"),
      "Họp.\n\n[Chưa lấy được: ảnh ở đầu trang]",
    ],
    ["Trang 3/12", "Họp."],
    ["- 3 -", "Họp."],
  ])("%s", async (text, expected) => {
    const header = {
      type: "header",
      content: `<w:hdr>${text.startsWith("<") ? text : paragraph(text)}</w:hdr>`,
    };
    expect(await markdownOf(paragraph("Họp."), { "header1.xml": header })).toBe(expected);
  });
});

describe("bold lines", () => {
  const bold = (text: string) => paragraph(run(text, on("b")));
  it.each([
    [
      "head the text below them",
      bold("Kết quả") + paragraph("Nội dung."),
      "## Kết quả\n\nNội dung.",
    ],
    [
      "head headings of a lower level",
      bold("I. Kết quả") + bold("1. Công tác") + paragraph("Nội dung."),
      "## I. Kết quả\n\n### 1\\. Công tác\n\nNội dung.",
    ],
    [
      "are names at the end",
      paragraph("Nội dung.") + bold("BÍ THƯ") + bold("Nguyễn Văn Mẫu"),
      "Nội dung.\n\n**BÍ THƯ**\n\n**Nguyễn Văn Mẫu**",
    ],
    [
      "are the frame of a paper",
      bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + paragraph("Số: 1"),
      "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n\nSố: 1",
    ],
    [
      "are sentences",
      bold("Mọi người đều về dự.") + paragraph("Nội dung."),
      "**Mọi người đều về dự.**\n\nNội dung.",
    ],
  ])("%s", async (_, body, expected) => {
    expect(await markdownOf(body)).toBe(expected);
  });
});
