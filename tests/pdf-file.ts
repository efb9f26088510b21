/** What a PDF of a test has besides an empty page. */
type PdfParts = {
  /** Written on its first page, a line each. */
  readonly lines?: readonly string[];
  /** Written on the pages behind the first, a line each. */
  readonly more?: readonly (readonly string[])[];
  /** More entries of the catalogue, as `/OpenAction 9 0 R`. */
  readonly catalogue?: string;
  /** More objects, each whole: `9 0 obj … endobj`. */
  readonly objects?: string | Buffer;
  /** More entries of the trailer. */
  readonly trailer?: string;
};

/** Makes a PDF, whose letters are found by their names as in those that Word saves. */
export function pdfFile({
  lines = ["Quyết định về việc khen thưởng tập thể, cá nhân"],
  more = [],
  catalogue = "",
  objects = "",
  trailer = "",
}: PdfParts = {}): Buffer {
  const letters = [...new Set([lines, ...more].flat().join(""))];
  const names = letters.map((letter) => {
    const code = letter.codePointAt(0)!.toString(16).toUpperCase();
    return `/uni${code.padStart(4, "0")}`;
  });
  const hexOf = (line: string) =>
    [...line].map((letter) => (letters.indexOf(letter) + 1).toString(16).padStart(2, "0")).join("");
  const shown = (page: readonly string[]) =>
    page.map((line, at) => `BT /F1 12 Tf 20 ${180 - 20 * at} Td <${hexOf(line)}> Tj ET`).join("\n");
  // From here on no test has objects of its own.
  const pages = [lines, ...more].map((page, at) => {
    const [own, content] = at === 0 ? [3, 4] : [1_000 + 2 * at, 1_001 + 2 * at];
    const text = shown(page);
    return {
      own,
      objects: `${own} 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200]
/Contents ${content} 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj
${content} 0 obj << /Length ${text.length} >> stream
${text}
endstream endobj`,
    };
  });
  return Buffer.concat([
    Buffer.from(`%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R ${catalogue} >> endobj
2 0 obj << /Type /Pages /Kids [${pages.map(({ own }) => `${own} 0 R`).join(" ")}] /Count ${pages.length} >> endobj
${pages.map(({ objects: page }) => page).join("\n")}
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica
/FirstChar 1 /LastChar ${letters.length} /Widths [${"500 ".repeat(letters.length)}]
/Encoding << /Type /Encoding /Differences [1 ${names.join(" ")}] >> >> endobj
`),
    Buffer.from(objects),
    // There is no table of places, so that no test has to count bytes; every program makes its own.
    Buffer.from(`\ntrailer << /Root 1 0 R ${trailer} >>\n%%EOF\n`),
  ]);
}
