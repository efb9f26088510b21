import { expect, it } from "vitest";
import { citedDocuments } from "../../../src/text/cited-numbers.ts";
import {
  issuerMark,
  kindNamed,
  kindOfNumber,
  kindOfTitle,
} from "../../../src/text/document-number.ts";

/* How texts name documents. */

/** A text, and for each document in it: the words that name it, its number, kind and date. */
const rows: readonly (readonly [text: string, found: readonly string[]])[] = [
  ["Theo Kết luận số 21-KL/TW.", ["Kết luận số 21-KL/TW|21-KL/TW|Kết luận|"]],
  ["theo nghị quyết 21-NQ/TW", ["nghị quyết 21-NQ/TW|21-NQ/TW|Nghị quyết|"]],
  [
    "Số 100 - KL/T.Ư và 31 – HD/BTCTW",
    ["100 - KL/T.Ư|100 - KL/T.Ư||", "31 – HD/BTCTW|31 – HD/BTCTW||"],
  ],
  ["Quy định 08-QĐi/TW", ["Quy định 08-QĐi/TW|08-QĐi/TW|Quy định|"]],
  ["Nghị quyết số 02-NQ/ĐU ngày 3/1/2022", ["Nghị quyết số 02-NQ/ĐU|02-NQ/ĐU|Nghị quyết|3/1/2022"]],
  ["21-KL/TW, ngày 05 tháng 10 năm 2021", ["21-KL/TW|21-KL/TW||5/10/2021"]],
  ["21-KL/TW năm 2021", ["21-KL/TW|21-KL/TW||2021"]],
  ["Nghị định 30/2020/NĐ-CP", ["Nghị định 30/2020/NĐ-CP|30/2020/NĐ-CP|Nghị định|2020"]],
  ["1436/QĐ-UBND", ["1436/QĐ-UBND|1436/QĐ-UBND||"]],
  ["học Chỉ thị 05 của Bộ Chính trị", ["Chỉ thị 05|05|Chỉ thị|"]],
  ["Nghị quyết số 02 ngày 3/1/2022.", ["Nghị quyết số 02|02|Nghị quyết|3/1/2022"]],
  ["Học Chỉ thị 05.", ["Chỉ thị 05|05|Chỉ thị|"]],
  ["(Chỉ thị 05) năm 2016", ["Chỉ thị 05|05|Chỉ thị|"]],
  ["Chỉ thị 05 năm 2016", ["Chỉ thị 05|05|Chỉ thị|2016"]],
  ["Quyết định 2 nội dung, nghị quyết 5 năm, kế hoạch 10,5 tỷ, báo cáo 6 tháng", []],
  ["Chỉ thị 05-2016, quyết định 7/11, ngày 14/1/2022, 53/53 phiếu", []],
  ["phi nghị quyết 02.", ["nghị quyết 02|02|Nghị quyết|"]],
  ["không số 21, không chữ KL/TW", []],
];

it.each(rows)("%s", (text, expected) => {
  const found = citedDocuments(text).map(({ offset, length, number, kind, day, year }) =>
    [text.slice(offset, offset + length), number, kind ?? "", day ?? year ?? ""].join("|"),
  );
  expect(found).toEqual(expected);
});

it.each([
  ["21-KL/TW", "Kết luận", "TW"],
  ["05-CT/TU", "Chỉ thị", "TU"],
  ["14 – CTr/ĐUM", "Chương trình", "ĐUM"],
  ["25-QĐ/ĐUK", undefined, "ĐUK"],
  ["69-QyĐ/TW", "Quy định", "TW"],
  ["08-QĐi/TW", "Quy định", "TW"],
  ["12-TT/TU", "Thông tri", "TU"],
  ["12/2020/TT-BTTTT", "Thông tư", undefined],
  ["1436/QĐ-UBND", "Quyết định", undefined],
  ["30/2020/NĐ-CP", "Nghị định", undefined],
  ["05-XY/ĐU", undefined, "ĐU"],
  ["05", undefined, undefined],
])("the number %s is of the kind %s, and issued by %s", (number, kind, mark) => {
  expect(kindOfNumber(number)).toBe(kind);
  expect(issuerMark(number)).toBe(mark);
});

it("a kind is spelled as the site spells it", () => {
  expect(kindNamed("nghị  quyết")).toBe("Nghị quyết");
  expect(kindNamed("đề án")).toBe("Đề án");
  expect(kindOfTitle("Kế hoạch thực hiện nghị quyết")).toBe("Kế hoạch");
  expect(kindOfTitle("Thực hiện nghị quyết")).toBeUndefined();
});
