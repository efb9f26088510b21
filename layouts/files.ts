import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { iconUrl } from "../src/urls.ts";

/** The files that every page asks for: the stylesheet and the mark on the browser's tab. */
export function filePages(site: Site): Page[] {
  const { stylesheet, searchScript } = site.assets;
  return [
    page("stylesheet", stylesheet.url, { text: stylesheet.text }, textView),
    page("script", searchScript.url, { text: searchScript.text }, textView),
    page("icon", iconUrl, { text: icon }, textView),
  ];
}

function textView({ text }: { readonly text: string }): string {
  return text;
}

/** A red sheet with a headline and lines of text. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#9b1b1e"/><path d="M7 8h18v4.5H7zM7 16h18v2H7zM7 20h18v2H7zM7 24h11v2H7z" fill="#fbf8f2"/></svg>
`;
