import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { legacyText } from "../../../src/text/legacy-text.ts";

/** Texts as they look when bytes of the old fonts are read as Latin-1. */
const rows: readonly (readonly [written: string, font: "TCVN3" | "VNI", says: string])[] = [
  ["§¶ng uû khèi häp th\u00adêng kú", "TCVN3", "Đảng uỷ khối họp thường kỳ"],
  ["Chi bé tæ chøc sinh ho¹t ®Þnh kú th¸ng 3", "TCVN3", "Chi bộ tổ chức sinh hoạt định kỳ tháng 3"],
  ["KÕt n¹p ®¶ng viªn míi", "TCVN3", "Kết nạp đảng viên mới"],
  ["Ñaûng uûy Khoái hoïp thöôøng kyø", "VNI", "Đảng ủy Khối họp thường kỳ"],
  ["Chi boä toå chöùc sinh hoaït ñònh kyø", "VNI", "Chi bộ tổ chức sinh hoạt định kỳ"],
  ["ÑAÛNG BOÄ COÄNG SAÛN", "VNI", "ĐẢNG BỘ CỘNG SẢN"],
  ["Aûnh buoåi hoïp cuûa ñaûng boä", "VNI", "Ảnh buổi họp của đảng bộ"],
];

const others = [
  "",
  "Đảng ủy Khối họp thường kỳ, có 47 đồng chí.",
  "là có thì hoà toán quý mà nói ra",
  "François Müller, Noël, Zürich",
  "Der Bürgermeister von Köln grüßt die Gäste über die Brücke",
  "El niño de España come una piña mañana",
  "Le maître à côté de la forêt où l'été s'achève",
  "Søren på Østerbro og Åse fra Tromsø",
  "© 2024, 5 m², 20 °C, ½ giờ, a·b·c, § 5, ®",
  "Ðường",
];

/** Words of Vietnamese sentences. */
const sentences = fc
  .array(
    fc.constantFrom(
      ..."Đảng ủy khối họp thường kỳ bàn kế hoạch quý tới và kết nạp những đảng viên mới ở cơ sở trước Đại hội nhiệm kỳ; biểu dương tập thể giỏi, cử người đi học lý luận ngắn hạn mỗi đợt".split(
        " ",
      ),
    ),
    { minLength: 5, maxLength: 20 },
  )
  .map((words) => words.join(" "));

/** What each letter was in TCVN3. */
const tcvn3 = new Map(
  Object.entries({
    Đ: "§",
    đ: "®",
    ă: "¨",
    â: "©",
    ê: "ª",
    ô: "«",
    ơ: "¬",
    ư: "\u00ad",
    à: "µ",
    ả: "¶",
    ã: "·",
    á: "¸",
    ạ: "¹",
    ằ: "»",
    ẳ: "¼",
    ẵ: "½",
    ắ: "¾",
    ặ: "Æ",
    ầ: "Ç",
    ẩ: "È",
    ẫ: "É",
    ấ: "Ê",
    ậ: "Ë",
    è: "Ì",
    ẻ: "Î",
    ẽ: "Ï",
    é: "Ð",
    ẹ: "Ñ",
    ề: "Ò",
    ể: "Ó",
    ễ: "Ô",
    ế: "Õ",
    ệ: "Ö",
    ì: "×",
    ỉ: "Ø",
    ĩ: "Ü",
    í: "Ý",
    ị: "Þ",
    ò: "ß",
    ỏ: "á",
    õ: "â",
    ó: "ã",
    ọ: "ä",
    ồ: "å",
    ổ: "æ",
    ỗ: "ç",
    ố: "è",
    ộ: "é",
    ờ: "ê",
    ở: "ë",
    ỡ: "ì",
    ớ: "í",
    ợ: "î",
    ù: "ï",
    ủ: "ñ",
    ũ: "ò",
    ú: "ó",
    ụ: "ô",
    ừ: "õ",
    ử: "ö",
    ữ: "÷",
    ứ: "ø",
    ự: "ù",
    ỳ: "ú",
    ỷ: "û",
    ỹ: "ü",
    ý: "ý",
    ỵ: "þ",
  }),
);

describe("text of old fonts", () => {
  it.each(rows)("%j", (written, font, says) => {
    expect(legacyText(written)).toEqual({ font, text: says });
  });

  it.each(others)("%j is none", (text) => {
    expect(legacyText(text)).toBeUndefined();
  });

  it("comes out as it went in, and is never seen in Unicode", () => {
    fc.assert(
      fc.property(sentences, (sentence) => {
        expect(legacyText(sentence)).toBeUndefined();
        const written = [...sentence].map((letter) => tcvn3.get(letter) ?? letter).join("");
        // A single letter of the old font in a line proves nothing.
        fc.pre((written.match(/[µ-¾¨-®§]/gu)?.length ?? 0) >= 2);
        expect(legacyText(written)).toEqual({ font: "TCVN3", text: sentence });
      }),
    );
  });
});
