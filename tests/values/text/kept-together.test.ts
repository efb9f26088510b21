import { expect, it } from "vitest";
import { keepTogether } from "../../../src/text/kept-together.ts";

/** Returns the runs of a text that a line does not part. */
function keptIn(html: string): (string | undefined)[] {
  const page = keepTogether(`<title>số 1</title><main>${html}</main>`);
  expect(page.replaceAll(/<\/?no-break>/gu, "")).toBe(`<title>số 1</title><main>${html}</main>`);
  return [...page.matchAll(/<no-break>(.*?)<\/no-break>/gsu)].map(([, run]) => run);
}

it.each<readonly [html: string, ...kept: string[]]>([
  ["Chi bộ mẫu số 1 họp", "số 1"],
  ["<p>Số 3</p>", "Số 3"],
  ["trong 40 năm, dài 18,6 km", "40 năm", "18,6 km"],
  ["Quyết định 48-QĐ/ĐUM.", "48-QĐ/ĐUM"],
  ["Nghị quyết số 130-NQ/ĐUM, ngày 23/12/2022", "số 130-NQ/ĐUM"],
  ["30/2020/NĐ-CP và 1436/QĐ-UBND", "30/2020/NĐ-CP", "1436/QĐ-UBND"],
  ["04-NQ/T.Ư. Hết", "04-NQ/T.Ư"],
  ["đợt 7/11/2024, đợt 7/11, ngày 10–12/6/2030", "đợt 7/11", "10–12/6/2030"],
  ["từ 28/2–1/3/2025, 5-7/9", "28/2–1/3/2025", "5-7/9"],
  ["ngày 5 tháng 3 năm 2024", "ngày 5", "tháng 3", "năm 2024"],
  ["quý II, khóa XIX, thứ IX", "quý II", "khóa XIX", "thứ IX"],
  ["5 năm liền (2017–2021)", "5 năm", "2017–2021"],
  ["họp 10–12/6/2030; 13-15/1, 2 bài", "10–12/6/2030", "13-15/1", "2 bài"],
  ["98,2 % của 46 đảng viên", "98,2 %", "46 đảng"],
  ["Đại hội lần thứ 9, nhiệm kỳ 2030–2035", "thứ 9", "nhiệm kỳ", "2030–2035"],
  ["nhiệm kỳ 2020-2025; nhiệm kỳ XIX; kỳ 2", "nhiệm kỳ", "2020-2025", "nhiệm kỳ", "XIX", "kỳ 2"],
  // A line of the source may end anywhere.
  ["Chi bộ số\n3", "số\n3"],
  // A date is no number of what follows, and a word that goes on with the sentence is not counted.
  ["Từ 7/10/2022 cầu thông xe, 2 và 3"],
  ["53/53 phiếu, năm 2022 khối họp", "năm 2022"],
  ["CÓ, sổ 3, phố 5, mẫu A12 mới"],
  // As long as this they would not fit into a line of a phone.
  ["số 1436/QĐ-UBNDTPVTXYZ"],
  // Nothing in tags, and nothing in what is drawn as it is.
  ['<a href="/so-3/" title="số 3">số 3</a>', "số 3"],
  ["<svg><text>tháng 3</text></svg> <pre><code>số 3</code></pre> tháng 4", "tháng 4"],
  ["<select><option>Năm 2023</option></select><section>số 5</section>", "số 5"],
])("in %j a line does not part %s %s %s", (html, ...kept) => {
  expect(keptIn(html)).toEqual(kept);
});

it("what is no page stays as it is", () => {
  expect(keepTogether("<feed><title>số 3</title></feed>")).toBe("<feed><title>số 3</title></feed>");
});

// Each is done at once; tried anew from each letter it would take minutes, and be given up.
it.each(["1", "1-A", "số ", "1/2", "<svg ", "1.", "I", "<pre>1</pre>"])(
  "a page with nothing but %j comes to an end",
  (one) => {
    const page = `<main>${one.repeat(200_000)}</main>`;
    expect(keepTogether(page).replaceAll(/<\/?no-break>/gu, "")).toBe(page);
  },
);
