/** What Word and people put before an item of a list. */
const bullet = String.raw`(?:[•●▪◦‣·*+–—-]|\d{1,2}[.)])`;
const atStart = new RegExp(String.raw`^\s*${bullet}\s+`, "u");
const signs = /(?:^|\s)[•●▪◦‣]\s*/u;

/** Returns the items of a list that was typed as a text; none for a text that holds no list. */
export function typedItems(text: string): readonly string[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const isByLine = lines.length > 1 && lines.filter((line) => atStart.test(line)).length > 1;
  if (isByLine) return lines.map((line) => line.replace(atStart, "").trim());
  const parts = signs.test(text) ? text.split(signs) : inOneLine(text);
  const items = parts.map((part) => part.trim()).filter((part) => part !== "");
  return items.length > 1 ? items : [];
}

/** Parts what YAML has put into one line: `+ A + B`, `1. A 2. B`. */
function inOneLine(text: string): readonly string[] {
  const [sign] = /^[+*–—](?=\s)/u.exec(text) ?? [];
  if (sign !== undefined) return ` ${text}`.split(` ${sign} `);
  const isNumbered = /^1[.)]\s/u.test(text) && /\s2[.)]\s/u.test(text);
  return isNumbered ? text.split(/(?:^|\s)\d{1,2}[.)]\s+/u) : [];
}
