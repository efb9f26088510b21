import { backendOrigins } from "../src/backend.ts";
import { headForm } from "../src/front-matter/form.ts";
import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { fold } from "../src/text/vietnamese.ts";
import { namesOf } from "../src/unit.ts";
import { iconUrl, webEditorConfigUrl, webEditorScripts, webEditorUrl } from "../src/urls.ts";
import { configText, type EditorSite, formatName } from "../src/web-editor/config.ts";
import type { FormFacts } from "../src/web-editor/format.ts";
import { type Html, html, jsonForScript, trustedHtml } from "./parts/html.ts";
import { editorPolicy } from "./parts/policy.ts";

type Props = {
  readonly name: string;
  readonly origins: readonly string[];
  readonly facts: FormFacts;
};

/** The editor for a browser and its settings, where the office has turned it on. */
export function webEditorPages(site: Site): Page[] {
  const { name, origin, basePath, webEditor: backend } = site.settings;
  if (backend === undefined) return [];
  const units = site.units.map(({ unit }) => ({ id: unit.id, name: unit.name }));
  const tags = site.tags
    .toSorted((a, b) => b.articles.length - a.articles.length)
    .map((tag) => tag.name);
  const settings: EditorSite = {
    name,
    origin,
    logo: `${basePath}${iconUrl}`,
    backend,
    units,
    tags,
    series: site.figures.series.flatMap(({ registered }) => registered?.name ?? []),
    hasLoose: site.articles.some(({ path }) => isLoose(path)),
  };
  const props = {
    name,
    origins: backendOrigins(backend),
    facts: { form: headForm, units: unitNames(site) },
  };
  return [
    page("web editor", webEditorUrl, props, editorView),
    page("web editor settings", webEditorConfigUrl, settings, configText),
  ];
}

/** Returns whether an article has no folder of its own: `2024/hop-chi-bo.md`. */
function isLoose(path: string): boolean {
  return /^[^/]+\/[^/]+\.md$/u.test(path) && !path.endsWith("/index.md");
}

/**
 * Returns the id of a unit by each of its names. A name that two units have says nothing of either;
 * the check warns of it.
 */
function unitNames({ units }: Site): Record<string, string> {
  const named = units.flatMap(({ unit }) =>
    [...new Set(namesOf(unit).map(fold))].map((one) => [one, unit.id] as const),
  );
  const ids = Map.groupBy(named, ([one]) => one);
  return Object.fromEntries(named.filter(([one]) => ids.get(one)!.length === 1));
}

function editorView({ name, origins, facts }: Props): Html {
  return html`<!doctype html>
    <html lang="vi">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${trustedHtml(editorPolicy(origins))}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Soạn bài – ${name}</title>
    <meta name="robots" content="noindex">
    <link rel="icon" href="${iconUrl}" type="image/svg+xml">
    <script type="module" src="${webEditorScripts.own}"></script>
    <script defer src="${webEditorScripts.program}"></script>
    </head>
    <body>
    <noscript><p>Trang soạn bài cần JavaScript. Xin bật JavaScript trong trình duyệt rồi tải lại.</p></noscript>
    <script type="application/json" id="bieu-mau" data-format="${formatName}">${jsonForScript(facts)}</script>
    </body>
    </html>
    `;
}
