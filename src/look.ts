import * as z from "zod";
import { linkTarget, type SiteLink } from "./body/links.ts";
import { accentFor, type Colour, contrastOn, readColour } from "./colour.ts";
import { maxLetters } from "./limits.ts";
import { fold } from "./text/vietnamese.ts";
import { addressFault } from "./text/web-address.ts";
import { type Context, listOf, oneOf, refuse, text, textUpTo } from "./yaml/schema.ts";
import type { YamlTree } from "./yaml/yaml.ts";

/*
 * What an office may say of the look of its site in site.yaml. What it does not say is as on every
 * site.
 */

/** The main parts of a site, in the order in which a menu has them that nobody has set. */
export const menuSections = [
  "Khen thưởng",
  "Số liệu",
  "Văn bản",
  "Hội nghị",
  "Cán bộ",
  "Đơn vị",
  "Chủ đề",
  "Lưu trữ",
] as const;
export type MenuSection = (typeof menuSections)[number];

/** What the home page has below the news, in the order in which it is when nobody has set one. */
export const homeBlocks = ["Mới trong các sổ", "Chủ đề", "Đơn vị", "Lưu trữ"] as const;
export type HomeBlock = (typeof homeBlocks)[number];

/** A link of the office's own: to another site, to an address of this one, or to an article. */
export type OwnLink = {
  readonly name: string;
  readonly written: string;
  /** Path of the article in content, and what is behind `#`, where it leads to one. */
  readonly article?: { readonly path: string; readonly fragment: string };
};

export type Look = {
  /** The path of the logo in content. */
  readonly logo?: string;
  /** Legible on every light page. */
  readonly accent?: Colour;
  readonly menu?: readonly (MenuSection | OwnLink)[];
  readonly footer?: { readonly lines: readonly string[]; readonly links: readonly OwnLink[] };
  readonly home?: readonly HomeBlock[];
};

/** More would not fit into the head of a page, nor be read at its foot. */
const most = { menu: 10, name: 40, lines: 8, links: 12 } as const;

const accent = z.string().transform((value, context): Colour => {
  const colour = readColour(value);
  if (colour === undefined) return refuse(context, "bad-colour", { value });
  const fixed = accentFor(colour).light;
  if (fixed === colour) return colour;
  // Rounded down, so that it never reads like enough.
  const contrast = (Math.floor(contrastOn("light", colour) * 10) / 10).toFixed(1);
  return refuse(context, "colour-faint", { value, contrast: contrast.replace(".", ","), fixed });
});

const name = textUpTo(most.name);
const address = textUpTo(maxLetters.address).transform((value, context): string => {
  const target = linkTarget(value, "site.yaml");
  if (target.kind === "nowhere") return refuse(context, target.code, target.args);
  const fault = addressFault(value);
  if (fault !== undefined) return refuse(context, fault.code, { value, ...fault.args });
  // A place in the same text, which a menu has not.
  return value.startsWith("#") ? refuse(context, "link-missing", { value }) : value;
});

const ownLink = z
  .strictObject({ name, url: address })
  .transform(({ name, url }) => linkOf(name, url));

const itemGroup = z.strictObject({ name, url: address.optional() });

/** A section by its name alone, or a link of the office's own. */
const menuItem = z
  .preprocess(
    (value) => (typeof value === "string" ? { name: value, url: undefined } : value),
    itemGroup,
  )
  .transform((item, context): MenuSection | OwnLink => {
    const { name, url } = item;
    if (url !== undefined) return linkOf(name, url);
    const { data, error } = oneOf(menuSections).safeParse(name);
    if (data !== undefined) return data;
    // Who wrote a group meant a link; only a name alone has the key that was put in above.
    const missing = { code: "invalid_type", expected: "string", path: ["url"], input: undefined };
    context.issues.push(...(("url" in item ? error!.issues : [missing]) as never[]));
    return z.NEVER as never;
  })
  .meta({ shortFor: "group", short: "name", whole: itemGroup });

/** The keys of site.yaml that the look is made from. */
export const lookKeys = {
  logo: text.optional(),
  accent: accent.optional(),
  menu: eachOnce(menuItem, nameOf, most.menu).optional(),
  footer: z
    .strictObject({
      lines: listOf(text, most.lines).optional(),
      links: listOf(ownLink, most.links).optional(),
    })
    .transform(({ lines = [], links = [] }) => ({ lines, links }))
    .optional(),
  home: eachOnce(oneOf(homeBlocks), String).optional(),
};

function nameOf(item: MenuSection | OwnLink): string {
  return typeof item === "string" ? item : item.name;
}

/** A list in which each item is once. */
function eachOnce<Item extends z.ZodType>(
  item: Item,
  nameOf: (item: z.output<Item>) => string,
  most?: number,
) {
  const list = listOf(item, most);
  return list.superRefine(refuseTwice(nameOf)).meta(list.meta()!);
}

/** Returns a check that no item of a list is there twice. */
function refuseTwice<Item>(nameOf: (item: Item) => string) {
  return (items: readonly Item[], context: Context): void => {
    const names = new Set<string>();
    for (const [at, item] of items.entries()) {
      const name = nameOf(item);
      if (names.has(fold(name)))
        context.issues.push({
          code: "custom",
          message: "listed-twice",
          params: { code: "listed-twice", args: { value: name } },
          path: [at],
          input: undefined,
        } as never);
      names.add(fold(name));
    }
  };
}

function linkOf(name: string, written: string): OwnLink {
  const target = linkTarget(written, "site.yaml");
  if (target.kind !== "article") return { name, written };
  return { name, written, article: { path: target.path, fragment: target.fragment } };
}

/** Lists the links of a look that lead into the site, to be checked when all pages are known. */
export function lookLinks({ menu = [], footer }: Look, tree: YamlTree): SiteLink[] {
  const inMenu = menu.map((link, at) => ({ link, at: ["menu", at, "url"] }));
  const inFooter = (footer?.links ?? []).map((link, at) => ({
    link,
    at: ["footer", "links", at, "url"],
  }));
  return [...inMenu, ...inFooter].flatMap(({ link, at }): SiteLink[] => {
    if (typeof link === "string") return [];
    const { written, article } = link;
    const target = article
      ? ({ kind: "article", path: article.path } as const)
      : ({ kind: "address", url: written } as const);
    return article || written.startsWith("/") ? [{ target, written, place: tree.placeOf(at) }] : [];
  });
}
