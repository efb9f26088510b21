import { expect, it } from "vitest";
import { documentInText } from "../../../src/attachments/document-in-text.ts";

/* What the first page of a PDF says of the document, for a writer to look at. */

const party = `ĐẢNG BỘ KHỐI MẪU MÂY TRẮNG
BAN THƯỜNG VỤ
*
Số 12-QĐ/ĐUM
ĐẢNG CỘNG SẢN VIỆT NAM
Mây Trắng, ngày 05 tháng 3 năm 2024
QUYẾT ĐỊNH
về việc khen thưởng chi bộ,
đảng viên năm 2023
-----
- Căn cứ Quy định số 22-QĐ/TW ngày 28 tháng 7 năm 2021;`;

const state = `ỦY BAN NHÂN DÂN
XÃ MẪU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
Số: 7/2024/QĐ-UBND Xã Mẫu, ngày 1 tháng 12 năm 2023
QUYẾT ĐỊNH
Ban hành quy chế làm việc
Căn cứ Luật Tổ chức chính quyền địa phương;`;

it.each([
  [
    "a decision of the Party",
    party,
    {
      number: "12-QĐ/ĐUM",
      kind: "Quyết định",
      title: "Về việc khen thưởng chi bộ, đảng viên năm 2023",
      date: "2024-03-05",
    },
  ],
  [
    "a decision of the state, whose number and day are on one line",
    state,
    {
      number: "7/2024/QĐ-UBND",
      kind: "Quyết định",
      title: "Quyết định ban hành quy chế làm việc",
      date: "2023-12-01",
    },
  ],
  [
    "a plan, whose number is written with blanks and a dash",
    "Số 31 – KH/ĐUM\nKẾ HOẠCH\nthực hiện Nghị quyết số 02-NQ/ĐUM\n1. Mục đích",
    { number: "31-KH/ĐUM", kind: "Kế hoạch", title: "Kế hoạch thực hiện Nghị quyết số 02-NQ/ĐUM" },
  ],
  [
    "capitals in the title",
    "KẾ HOẠCH\nTỔ CHỨC HỘI THI\nI. Mục đích",
    { kind: "Kế hoạch", title: "Kế hoạch tổ chức hội thi" },
  ],
  ["letters apart from their marks", party.normalize("NFD"), { number: "12-QĐ/ĐUM" }],
  ["a number that is still to be written in", "Số      -QĐ/ĐU\nngày      tháng 3 năm 2024", {}],
  ["a number that only the text names", "Thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị", {}],
  ["a day that no calendar has", "ngày 31 tháng 2 năm 2024", {}],
  ["no title below the kind", "QUYẾT ĐỊNH\n- Căn cứ Điều lệ Đảng", { kind: "Quyết định" }],
  ["a text without an end of the title", `BÁO CÁO\n${"chữ ".repeat(200)}`, { kind: "Báo cáo" }],
  ["nothing", "", {}],
])("reads %s", (name, page, expected) => {
  const found = documentInText(page);
  if (name.startsWith("letters")) expect(found).toMatchObject(expected);
  else expect(found).toEqual(expected);
});
