import type { SourceDocument } from "./source-document.ts";

/** Reads a text file: paragraphs with empty lines between them, or, without any, each line by itself. */
export function readPlainText(text: string): SourceDocument {
  const clean = text.replaceAll(/\r\n?/gu, "\n").replace(/^\ufeff/u, "");
  const hasGaps = /\n[ \t]*\n\s*\S/u.test(clean.trim());
  const paragraphs = clean
    .split(hasGaps ? /\n(?:[ \t]*\n)+/u : "\n")
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
  const html = paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join("\n");
  return { html, pictures: new Map(), notes: [] };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
