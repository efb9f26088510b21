import { ownAccent } from "../src/colour.ts";
import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { iconUrl } from "../src/urls.ts";
import { iconSvg } from "./cards/icons.ts";

/** The files that every page asks for: the stylesheet and the mark on the browser's tab. */
export function filePages(site: Site): Page[] {
  const { logo } = site;
  const { stylesheet, printStyle, bookletStyle, searchStyle, searchScripts } = site.assets;
  return [
    page("stylesheet", stylesheet.url, { text: stylesheet.text }, textView),
    page("stylesheet", printStyle.url, { text: printStyle.text }, textView),
    page("stylesheet", bookletStyle.url, { text: bookletStyle.text }, textView),
    page("stylesheet", searchStyle.url, { text: searchStyle.text }, textView),
    ...searchScripts.map(({ url, text }) => page("script", url, { text }, textView)),
    ...(logo && "svg" in logo.file
      ? [page("logo", logo.url, { text: logo.file.svg }, textView)]
      : []),
    page("icon", iconUrl, { text: iconSvg(site.settings.accent ?? ownAccent.light) }, textView),
  ];
}

function textView({ text }: { readonly text: string }): string {
  return text;
}
