import * as z from "zod";
import type { SheetLook } from "./assets/assets.ts";
import { type Backend, backendSchema, type ReviewPlace, reviewSchema } from "./backend.ts";
import type { SiteLink } from "./body/links.ts";
import { accentFor, ownAccent } from "./colour.ts";
import { isSharedUnitsPath } from "./content/shared-units.ts";
import type { SourceFile } from "./content/source-file.ts";
import type { Day } from "./day.ts";
import type { Logo } from "./logo.ts";
import { homeBlocks, type Look, lookKeys, lookLinks } from "./look.ts";
import { missingFile, type Place, type Problem, problem } from "./problems/problem.ts";
import { check } from "./yaml/check.ts";
import { day, oneOf, refuse, text, withoutUndefined, yesOrNo } from "./yaml/schema.ts";
import { parseYaml, type YamlTree } from "./yaml/yaml.ts";

/** The site's own facts, from content/site.yaml. */
export type Settings = Look & {
  readonly name: string;
  /** One sentence under the name and in descriptions. */
  readonly description: string;
  /**
   * Where the site is served, without the last slash: `https://example.vn` or
   * `https://example.github.io/ban-tin`.
   */
  readonly origin: string;
  /** The path of that address: "" at the root of a host, otherwise `/ban-tin`. */
  readonly basePath: string;
  /** The organisation that owns the site. */
  readonly owner: string;
  /** The person responsible for the content. */
  readonly responsible: string;
  readonly contact: {
    readonly address?: string;
    readonly phone?: string;
    readonly email?: string;
  };
  /** These facts in English; what is missing is shown in Vietnamese. */
  readonly english?: {
    readonly name?: string;
    readonly description?: string;
    readonly owner?: string;
    readonly responsible?: string;
    readonly address?: string;
  };
  /** Articles of this day and later have to be approved by somebody before they are published. */
  readonly approvalFrom?: Day;
  /** Whether readers are told who approved an article. */
  readonly showApprover?: boolean;
  /** The repository that the editor in `/admin/` works in; without one there is no editor. */
  readonly webEditor?: Backend;
  /** Where editors look at what writers send from the form editor. */
  readonly review?: ReviewPlace;
  /** Writers may publish from the form editor without a review. */
  readonly publishDirectly?: boolean;
};

/** Used while site.yaml is missing or wrong, so that everything else can still be checked. */
export const emptySettings: Settings = {
  name: "",
  description: "",
  origin: "",
  basePath: "",
  owner: "",
  responsible: "",
  contact: {},
};

/** Where a site is served: no question mark and nothing behind it. */
export const siteAddress = z.string().transform((value, context): URL => {
  const address = URL.parse(value);
  if (
    address &&
    /^https?:$/u.test(address.protocol) &&
    address.search === "" &&
    address.hash === ""
  )
    return address;
  return refuse(context, "bad-web-address", { value });
});

/** Returns the path of the address of a site: "" at the root of a host, otherwise `/ban-tin`. */
export function basePathOf(url: URL): string {
  return url.pathname.replace(/\/+$/u, "");
}

/** The key `units`, which is read before all others: see `findSharedUnits`. */
export const unitsPath = z
  .string()
  .transform((value, context): string =>
    isSharedUnitsPath(value) ? value : refuse(context, "units-path", { value }),
  );

export const schema = z.strictObject({
  name: text,
  description: text,
  url: siteAddress,
  owner: text,
  responsible: text,
  units: unitsPath.optional(),
  contact: z
    .strictObject({ address: text.optional(), phone: text.optional(), email: text.optional() })
    .optional(),
  english: z
    .strictObject({
      name: text.optional(),
      description: text.optional(),
      owner: text.optional(),
      responsible: text.optional(),
      address: text.optional(),
    })
    .optional(),
  web_editor: backendSchema.optional(),
  review: reviewSchema.optional(),
  publish_directly: yesOrNo.optional(),
  approval: oneOf(["required"]).optional(),
  approval_from: day.optional(),
  show_approver: yesOrNo.optional(),
  ...lookKeys,
});

/** Returns the look that the stylesheet gets. */
export function lookOf(settings: Settings | undefined, logo?: Logo): SheetLook {
  const accent = settings?.accent;
  return {
    accent: accent ? accentFor(accent) : ownAccent,
    hasLogo: logo !== undefined,
    hasOwnHome: settings?.home !== undefined && settings.home.join() !== homeBlocks.join(),
  };
}

/**
 * Reads content/site.yaml. Without it no address in a feed could be right, so there is no default.
 */
export function readSettings(file: SourceFile | undefined): {
  value: Settings | undefined;
  /** The links of the look that lead into the site, to be checked when all pages are known. */
  links: readonly SiteLink[];
  /** Where the logo is named. */
  logoPlace?: Place;
  problems: readonly Problem[];
} {
  if (file === undefined)
    return { value: undefined, links: [], problems: [missingFile("site.yaml")] };
  const tree = parseYaml(file.text, file);
  const { value, problems } = check(schema, tree);
  if (value === undefined) return { value, links: [], problems };
  const { url, units: _units, contact = {}, english, web_editor: webEditor, ...others } = value;
  const { approval, approval_from: from, show_approver: showApprover, ...rest } = others;
  const { review, publish_directly: publishDirectly, ...shown } = rest;
  const { logo, accent, menu, footer, home, ...facts } = shown;
  const basePath = basePathOf(url);
  const look: Look = withoutUndefined({ logo, accent, menu, footer, home }) as Look;
  return {
    value: {
      ...facts,
      ...look,
      origin: `${url.origin}${basePath}`,
      basePath,
      contact: withoutUndefined(contact),
      ...(english ? { english: withoutUndefined(english) } : {}),
      ...(webEditor ? { webEditor } : {}),
      ...(review ? { review } : {}),
      ...(publishDirectly ? { publishDirectly } : {}),
      ...(approval && from ? { approvalFrom: from } : {}),
      ...(showApprover ? { showApprover } : {}),
    },
    links: lookLinks(look, tree),
    ...(logo === undefined ? {} : { logoPlace: tree.placeOf(["logo"]) }),
    problems: [...problems, ...approvalProblems(value, tree)],
  };
}

/** Finds a rule of approval without its day, which keeps older articles valid, or the reverse. */
function approvalProblems(
  { approval, approval_from: from }: z.output<typeof schema>,
  tree: YamlTree,
): Problem[] {
  if ((approval === undefined) === (from === undefined)) return [];
  const [key, other] = approval ? ["approval_from", "approval"] : ["approval", "approval_from"];
  return [problem("missing-key", tree.placeOf([other!]), { key: key! })];
}
