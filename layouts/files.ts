import { ownAccent } from "../src/colour.ts";
import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { iconUrl } from "../src/urls.ts";
import { iconSvg } from "./cards/icons.ts";

/** The files that pages ask for. */
export function filePages(site: Site): Page[] {
  const { bookletStyle, searchStyle, searchScripts } = site.assets;
  return [
    ...sharedFilePages(site),
    page("stylesheet", bookletStyle.url, { text: bookletStyle.text }, textView),
    page("stylesheet", searchStyle.url, { text: searchStyle.text }, textView),
    ...searchScripts.map(({ url, text }) => page("script", url, { text }, textView)),
  ];
}

/** The files that every page asks for: the stylesheets, the logo, the mark on the browser's tab. */
export function sharedFilePages({
  logo,
  assets: { stylesheet, printStyle },
  settings,
}: Pick<Site, "logo" | "assets" | "settings">): Page[] {
  return [
    page("stylesheet", stylesheet.url, { text: stylesheet.text }, textView),
    page("stylesheet", printStyle.url, { text: printStyle.text }, textView),
    ...(logo && "svg" in logo.file
      ? [page("logo", logo.url, { text: logo.file.svg }, textView)]
      : []),
    page("icon", iconUrl, { text: iconSvg(settings.accent ?? ownAccent.light) }, textView),
  ];
}

function textView({ text }: { readonly text: string }): string {
  return text;
}
