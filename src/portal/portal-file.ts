import * as z from "zod";
import type { SourceFile } from "../content/source-file.ts";
import { maxLetters } from "../limits.ts";
import { type Look, lookKeys } from "../look.ts";
import { missingFile, type Place, type Problem, problem } from "../problems/problem.ts";
import { basePathOf, type Settings, siteAddress, unitsPath } from "../settings.ts";
import { check } from "../yaml/check.ts";
import { listOf, refuse, text, textUpTo, withoutUndefined } from "../yaml/schema.ts";
import { parseYaml, type YamlTree } from "../yaml/yaml.ts";

/** One of the sites that a portal brings together, as portal.yaml names it. */
export type PortalSite = {
  /** Names it in data and in the folder of its copy. */
  readonly id: string;
  readonly name: string;
  /** Where it is served, without the last slash. Left out where only a folder is named. */
  readonly url?: string;
  /** The folder of its open data, from the portal's own; then nothing is fetched. */
  readonly data?: string;
  /** Where portal.yaml names it. */
  readonly place: Place;
};

/** The portal's own facts, from portal.yaml. */
export type PortalSettings = Settings & { readonly sites: readonly PortalSite[] };

export const portalFileName = "portal.yaml";

/** A portal of more sites than this would be longer than anybody reads. */
const mostSites = 500;
const longestId = 40;

const siteId = z
  .string()
  .transform((value, context): string =>
    value.length <= longestId && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(value)
      ? value
      : refuse(context, "portal-site-id", { value }),
  );

/** A relative path: with another, a portal would be built on one machine alone. */
const dataFolder = textUpTo(maxLetters.address).transform((value, context): string =>
  /^(?:\/|\\|[a-z]:)|\\/iu.test(value) ? refuse(context, "portal-data-path", { value }) : value,
);

const schema = z.strictObject({
  name: text,
  description: text,
  url: siteAddress,
  owner: text,
  responsible: text,
  sites: listOf(
    z.strictObject({
      name: text,
      id: siteId,
      url: siteAddress.optional(),
      data: dataFolder.optional(),
    }),
    mostSites,
  ),
  units: unitsPath.optional(),
  contact: z
    .strictObject({ address: text.optional(), phone: text.optional(), email: text.optional() })
    .optional(),
  logo: lookKeys.logo,
  accent: lookKeys.accent,
  footer: lookKeys.footer,
});

/** Reads portal.yaml. */
export function readPortalFile(file: SourceFile | undefined): {
  readonly value: PortalSettings | undefined;
  readonly logoPlace?: Place;
  readonly problems: readonly Problem[];
} {
  if (file === undefined) return { value: undefined, problems: [missingFile(portalFileName)] };
  const tree = parseYaml(file.text, file);
  const { value, problems } = check(schema, tree);
  if (value === undefined) return { value: undefined, problems };
  const { url, units: _units, contact = {}, sites, ...rest } = value;
  const { logo, accent, footer, ...facts } = rest;
  const look = withoutUndefined({ logo, accent, footer }) as Look;
  const named = sites.map(
    ({ id, name, url: address, data }, at): PortalSite => ({
      id,
      name,
      ...(address === undefined ? {} : { url: originOf(address) }),
      ...(data === undefined ? {} : { data }),
      place: tree.placeOf(["sites", at]),
    }),
  );
  return {
    value: {
      ...facts,
      ...look,
      origin: originOf(url),
      basePath: basePathOf(url),
      contact: withoutUndefined(contact),
      sites: named,
    },
    ...(logo === undefined ? {} : { logoPlace: tree.placeOf(["logo"]) }),
    problems: [...problems, ...siteProblems(named, tree), ...footerProblems(look, tree)],
  };
}

function originOf(url: URL): string {
  return url.origin + basePathOf(url);
}

/** Finds sites without a place to read from, and those that are named twice. */
function siteProblems(sites: readonly PortalSite[], tree: YamlTree): Problem[] {
  const seen = new Set<string>();
  const again = (value: string | undefined, kind: string) => {
    if (value === undefined) return false;
    const key = `${kind} ${value}`;
    const isAgain = seen.has(key);
    seen.add(key);
    return isAgain;
  };
  if (sites.length === 0) return [problem("portal-no-site", tree.placeOf(["sites"]))];
  return sites.flatMap(({ id, name, url, data }, at) => {
    const twice = (["id", "url", "data"] as const).flatMap((key) => {
      const value = { id, url, data }[key];
      if (!again(value, key)) return [];
      return [problem("portal-site-twice", tree.placeOf(["sites", at, key]), { value: value! })];
    });
    const isNowhere = url === undefined && data === undefined;
    return [
      ...twice,
      ...(isNowhere ? [problem("portal-site-nowhere", tree.placeOf(["sites", at]), { name })] : []),
    ];
  });
}

/** Finds links at the foot that lead to an article's file, which a portal has none of. */
function footerProblems({ footer }: Look, tree: YamlTree): Problem[] {
  return (footer?.links ?? []).flatMap(({ written, article }, at) =>
    article === undefined
      ? []
      : [problem("link-missing", tree.placeOf(["footer", "links", at, "url"]), { value: written })],
  );
}
