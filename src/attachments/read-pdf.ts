import type { getDocumentProxy } from "unpdf";

/** What pdf.js tells of a PDF. */
export type PdfText = {
  readonly pages: number;
  /** The text of each page that was read, in their order. */
  readonly texts: readonly string[];
  /** Who made it and what with, as far as the file says. */
  readonly about: readonly string[];
};

/** Why a PDF cannot be read or should not be published. */
export type PdfFault = "locked" | "active" | "broken";

/**
 * Reads the text of a PDF, at most that of its first pages. pdf.js is as large as all else that a
 * check needs, so it is loaded only here.
 */
export async function readPdf(bytes: Uint8Array, mostPages: number): Promise<PdfText | PdfFault> {
  const { getDocumentProxy } = await import("unpdf");
  try {
    // Errors only. What pdf.js would warn of is for those who make PDFs.
    const document = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false });
    try {
      return (await doesAnything(document)) ? "active" : await textOf(document, mostPages);
    } finally {
      await document.loadingTask.destroy();
    }
  } catch (error) {
    return (error as Error).name === "PasswordException" ? "locked" : "broken";
  }
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Returns whether a document has code or files, as far as pdf.js finds them by their way. */
async function doesAnything(document: PdfDocument): Promise<boolean> {
  const [actions, files] = await Promise.all([document.getJSActions(), document.getAttachments()]);
  return actions !== null || (files !== null && Object.keys(files).length > 0);
}

async function textOf(document: PdfDocument, mostPages: number): Promise<PdfText> {
  const texts: string[] = [];
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const runs = items.filter((item) => "str" in item);
    texts.push(runs.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(""));
    page.cleanup();
  }
  const { info } = await document.getMetadata();
  const about = Object.values(info).filter((value) => typeof value === "string");
  return { pages: document.numPages, texts, about };
}
