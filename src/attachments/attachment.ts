import { formatNumber } from "../text/vietnamese.ts";

/** A file that readers may fetch beside an article, as the pages use it. */
export type Attachment = {
  readonly url: string;
  /** In bytes. */
  readonly size: number;
  readonly pages: number;
  /** Whether its pages are pictures of text, which no program can read aloud or search. */
  readonly isScan: boolean;
};

/** Returns what readers should know of a file before they fetch it: "PDF, 3 trang, 1,2 MB". */
export function attachmentFacts({ size, pages, isScan }: Attachment): string {
  return [
    isScan ? "PDF bản chụp" : "PDF",
    `${formatNumber(pages)}\u00a0trang`,
    size < 1e6
      ? `${formatNumber(Math.ceil(size / 1e3))}\u00a0kB`
      : `${formatNumber(megabytes(size))}\u00a0MB`,
  ].join(", ");
}

/** Returns a size in megabytes with one decimal. */
function megabytes(size: number): number {
  return Math.round(size / 1e5) / 10;
}
