import { escapeHtml } from "../text/escape-html.ts";
import { leftOut, quoted } from "../text/left-out.ts";

const shortcode = String.raw`\{\{[<%]([^{}]{0,500})[>%]\}\}|\{%([^{}%]{0,500})%\}`;

/**
 * Replaces the codes of generators: pictures and films are taken, what a program draws is named.
 * What only dresses a line, as `{: .center}` and `{#id}` do, is left out.
 */
export function withoutCodes(text: string): string {
  return text
    .replaceAll(/(?<=\S)[ \t]*\{[#.][^{}\n]{0,200}\}[ \t]*$/gmu, "")
    .replaceAll(/^[ \t]*\{:[^{}\n]{0,200}\}[ \t]*$/gmu, "")
    .replaceAll(/(?<=!\[[^\][\n]{0,300}\]\([^()\n]{0,500}\))\{[^{}\n]{0,200}\}/gu, "")
    .replaceAll(/\{% ?comment ?%\}([\s\S]{0,5000}?)\{% ?endcomment ?%\}/gu, (_, words: string) =>
      leftOut(`ghi chú ${quoted(words)}`),
    )
    .replaceAll(/\{\{[<%] ?figure\s([^{}]{0,500})[>%]\}\}/gu, (_, attributes: string) => {
      const of = (key: string) =>
        new RegExp(`(?:^|\\s)${key}\\s*=\\s*"([^"]*)"`, "u").exec(attributes)?.[1] ?? "";
      const words = [of("title"), of("caption"), of("attr")].filter((one) => one !== "");
      const caption =
        words.length === 0 ? "" : `<figcaption>${escapeHtml(words.join(" – "))}</figcaption>`;
      const picture = `<img src="${escapeHtml(of("src"))}" alt="${escapeHtml(of("alt"))}">`;
      const link = of("link");
      const shown = link === "" ? picture : `<a href="${escapeHtml(link)}">${picture}</a>`;
      return `\n\n<figure>${shown}${caption}</figure>\n\n`;
    })
    .replaceAll(
      new RegExp(String.raw`(?<!!)\[([^\][\n]{1,300})\]\((?:${shortcode})[^()\n]{0,100}\)`, "gu"),
      (_, words, hugo, liquid) =>
        `${words} ${leftOut(`liên kết ${quoted(String(hugo ?? liquid))}`)}`,
    )
    .replaceAll(new RegExp(shortcode, "gu"), (_, hugo, liquid) => {
      const words = String(hugo ?? liquid).trim();
      const film = filmOf(words);
      if (film !== undefined) return `\n\n<iframe src="${film}"></iframe>\n\n`;
      return /^\/|^(?:end\w+|raw|more)$/u.test(words) ? "" : leftOut(`mã ${quoted(words)}`);
    })
    .replaceAll(/\{\{([^{}<>%\n]{1,200})\}\}/gu, (_, words: string) =>
      leftOut(`mã ${quoted(words)}`),
    )
    .replaceAll(/<([A-Z]\w*)(?:\s[^<>]{0,500})?\/>/gu, (whole: string) =>
      leftOut(`mã ${quoted(whole.slice(1, -2))}`),
    );
}

/** Returns the address of a film of which a code has the number. */
function filmOf(code: string): string | undefined {
  const [, site = "", number = ""] =
    /^(youtube|vimeo)\s+(?:id\s*=\s*)?["']?([\w-]{5,20})["']?(?:\s|$)/iu.exec(code) ?? [];
  if (number === "") return undefined;
  return site.toLowerCase() === "vimeo"
    ? `https://vimeo.com/${number}`
    : `https://www.youtube.com/embed/${number}`;
}
