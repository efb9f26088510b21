import type { Moved } from "../../src/alias.ts";
import { aliasParts, encodedAlias } from "../../src/text/old-address.ts";
import { withoutPercent } from "../../src/text/percent.ts";
import { apachePathsUrl, apacheQueriesUrl } from "../../src/urls.ts";

/*
 * Where addresses of the past lead, in the languages of hosts. Links come back with parameters that
 * were never in them (`fbclid`, `utm_source`), so parameters that an alias does not name are passed
 * over, in any order. Of two aliases that fit, the one with more parameters counts.
 */

/** What the rules of hosts are made from. */
export type Redirects = {
  readonly basePath: string;
  readonly redirects: readonly Redirect[];
};

type Redirect = {
  readonly from: string;
  readonly to: string;
  /** Whether a page of the site leads on, so that a host without a rule does too. */
  readonly hasPage: boolean;
};

export function redirectsOf(moved: readonly Moved[]): Redirect[] {
  return moved.map(({ alias, page, to }) => ({
    from: alias,
    to: to.url,
    hasPage: page !== undefined,
  }));
}

type Rule = {
  /** Decoded, as hosts compare it; ends with a slash unless it names a file. */
  readonly path: string;
  /** As browsers send them: in ASCII, with percent signs. */
  readonly parameters: readonly string[];
  readonly redirect: Redirect;
};

/** Returns the rules, those with the most parameters first. */
function rulesOf(redirects: readonly Redirect[]): Rule[] {
  return redirects
    .map((redirect) => {
      const { path, parameters } = aliasParts(redirect.from);
      return { path, parameters: parameters.map(encodedAlias), redirect };
    })
    .toSorted((a, b) => b.parameters.length - a.parameters.length);
}

/**
 * Writes the redirects for Cloudflare Pages and Netlify. Only Netlify knows queries, in a form that
 * Cloudflare passes over. The first line that fits counts for Netlify, and Cloudflare reads the
 * first 2,000: so queries come after all paths but those that would hide them. Netlify looks for a
 * file first, unless there is an exclamation mark, and the home page is one. A parameter without a
 * name cannot be written, nor one that begins with a digit or a slash: Netlify takes it for a
 * status or for the target.
 */
export function redirectsText({ basePath, redirects }: Redirects): string {
  const rules = rulesOf(redirects);
  const asked = new Set(rules.flatMap((rule) => (rule.parameters.length > 0 ? [rule.path] : [])));
  const rank = ({ path, parameters }: Rule) =>
    parameters.length > 0 ? 1 : asked.has(path) ? 2 : 0;
  return rules
    .filter(({ parameters }) => parameters.every((one) => /^[^\d/=][^=]*=/u.test(one)))
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ path, parameters, redirect: { to } }) => {
      const mark = parameters.length > 0 ? "!" : "";
      // Netlify decodes the values that it compares.
      const source = [`${basePath}${encodedAlias(path)}`, ...parameters.map(decoded)].join(" ");
      return `${source} ${basePath}${to} 301${mark}\n`;
    })
    .join("");
}

/** True for a parameter with a name: `p=1`, and not `1`. */
function isNamed(parameter: string): boolean {
  return parameter.indexOf("=") > 0;
}

function decoded(parameter: string): string {
  const text = withoutPercent(parameter);
  return /\s/u.test(text) ? parameter : text;
}

/** In letters: Apache serves nothing below a file with a line of more than 8,190 bytes. */
const longestPattern = 6_000;

/**
 * Writes what the `.htaccess` of the site has of redirects. Apache reads that file anew for each
 * request, and compiles all patterns in it: with 20,000 rules every page and picture took 107 ms
 * instead of 0.4. So there are two at most here, whatever the number of addresses. A request with
 * a parameter that some alias has, or for a file that is not there, is looked up in a folder of its
 * own, with rules that are read only then; what is not found there goes on as if nothing had
 * happened.
 */
export function apacheRules({ basePath, redirects }: Redirects): string {
  const { queries, paths } = apacheParts(redirects);
  const to = (folder: string) => `RewriteRule ^([^?]*)$ ${basePath}${folderOf(folder)}$1 [L,NS]`;
  // Empty for what a browser has asked for, and not for what a rule has led to.
  const isFirst = "RewriteCond %{ENV:REDIRECT_STATUS} ^$";
  const lines = [
    ...(queries.length > 0
      ? [isFirst, `RewriteCond %{QUERY_STRING} ${anyParameter(queries)} [NC]`, to(apacheQueriesUrl)]
      : []),
    ...(paths.length > 0
      ? [
          isFirst,
          "RewriteCond %{REQUEST_FILENAME} !-f",
          "RewriteCond %{REQUEST_FILENAME} !-d",
          to(apachePathsUrl),
        ]
      : []),
  ];
  return lines.length === 0 ? "" : rewriting(lines);
}

/** Writes the rules for addresses with queries that Apache looks up in a folder of their own. */
export function apacheQueriesText({ basePath, redirects }: Redirects): string {
  const { queries, paths } = apacheParts(redirects);
  const next = paths.length > 0 ? folderOf(apachePathsUrl) : "/";
  return rewriting([
    ...queries.flatMap((rule) => [
      ...rule.parameters.map(
        (one) => `RewriteCond %{QUERY_STRING} (?:^|&)${inPattern(one)}(?:&|$) [NC]`,
      ),
      apacheRule(rule, basePath),
    ]),
    `RewriteRule ^([^?]*)$ ${basePath}${next}$1 [L]`,
  ]);
}

/** Writes the rules for addresses without a page that Apache looks up where there is no file. */
export function apachePathsText({ basePath, redirects }: Redirects): string {
  const { paths } = apacheParts(redirects);
  return rewriting([
    ...paths.map((rule) => apacheRule(rule, basePath)),
    `RewriteRule ^([^?]*)$ ${basePath}/$1 [L]`,
  ]);
}

/** Parts the rules that Apache needs: an address with a page of its own needs none. */
export function apacheParts(redirects: readonly Redirect[]): {
  readonly queries: readonly Rule[];
  readonly paths: readonly Rule[];
} {
  const rules = rulesOf(redirects);
  return {
    queries: rules.filter(({ parameters }) => parameters.length > 0),
    paths: rules.filter(({ parameters, redirect }) => parameters.length === 0 && !redirect.hasPage),
  };
}

function apacheRule({ path, parameters, redirect: { to } }: Rule, basePath: string): string {
  const pattern = `^${inPattern(path.slice(1)).replace(/\/$/u, "/?")}$`;
  // The question mark takes the query away.
  return `RewriteRule ${pattern} ${basePath}${to}${parameters.length > 0 ? "?" : ""} [R=301,L,NC]`;
}

/** Returns a pattern that some parameter of each of these rules matches. */
function anyParameter(rules: readonly Rule[]): string {
  const all = rules.flatMap(({ parameters }) => parameters);
  const names = new Set(all.filter(isNamed).map((one) => inPattern(nameOf(one))));
  const forms = [
    ...(names.size > 0 ? [`(?:${[...names].join("|")})=`] : []),
    ...(all.every(isNamed) ? [] : ["(?:=|[^=&]+(?:&|$))"]),
  ];
  const pattern = `(?:^|&)(?:${forms.join("|")})`;
  return pattern.length <= longestPattern ? pattern : ".";
}

function rewriting(lines: readonly string[]): string {
  return `<IfModule mod_rewrite.c>\nRewriteEngine On\n${lines.join("\n")}\n</IfModule>\n`;
}

/** Returns the folder of a file: `/a/.htaccess` → `/a/`. */
function folderOf(url: string): string {
  return url.slice(0, url.lastIndexOf("/") + 1);
}

/** Escapes what a regular expression would obey. */
function inPattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}

/** nginx looks through the maps one after the other. */
const mostMaps = 50;

/**
 * Writes the redirects as maps of nginx, which find one of thousands at once. There is one for each
 * set of names of parameters, and it leads on to the next where it has no answer. The last one is
 * `$ban_tin_moved`, which the sample configuration knows.
 */
export function nginxText({ basePath, redirects }: Redirects): string {
  const { variableOf, text } = parameterVariables();
  const exact = { slots: undefined, lines: new Map<string, string>() };
  const groups = new Map<string, NginxMap>();
  for (const { path, parameters, redirect } of rulesOf(redirects)) {
    const sorted = parameters.toSorted((a, b) => (slotOf(a) < slotOf(b) ? -1 : 1));
    const slots = sorted.map(slotOf);
    const isPlain = new Set(slots).size === slots.length && !parameters.some(isNameless);
    const known = groups.get(slots.join("&"));
    const isExact =
      !isPlain || (known === undefined && groups.size >= mostMaps && slots.length > 0);
    const { lines } = isExact ? exact : (known ?? { lines: new Map<string, string>() });
    if (!isExact) groups.set(slots.join("&"), { slots, lines });
    const query = (isExact ? parameters : sorted).join("&");
    const start = `${basePath}${path}`.replace(/\/$/u, "");
    const key = query === "" ? start : `${start}?${query}`;
    // A map takes no notice of case, and one with a key twice keeps nginx from starting.
    const folded = asciiLower(key);
    if (!lines.has(folded)) lines.set(folded, `  "${key}" "${basePath}${redirect.to}";\n`);
  }
  // The more it asks for, the later it is, because the last one is looked at first.
  const maps: NginxMap[] = [
    ...[...groups.values()].toSorted((a, b) => a.slots!.length - b.slots!.length),
    ...(exact.lines.size > 0 ? [exact] : []),
  ];
  const nameOfMap = (at: number) => `$ban_tin_moved${at === maps.length - 1 ? "" : `_${at}`}`;
  const texts = maps.map(({ slots, lines }, at) => {
    const query = slots === undefined ? "$args" : slots.map(variableOf).join("&");
    const source = query === "" ? "$ban_tin_path" : `$ban_tin_path?${query}`;
    const otherwise = at === 0 ? '""' : nameOfMap(at - 1);
    return `map "${source}" ${nameOfMap(at)} {\n  default ${otherwise};\n${[...lines.values()].join("")}}\n`;
  });
  return `map $uri $ban_tin_path {
  default $uri;
  "~^(?<ban_tin_folder>.*)/$" $ban_tin_folder;
}
${text()}${texts.join("")}`;
}

type NginxMap = {
  /** What it has of a query; undefined for all of it, as it is. */
  readonly slots: readonly string[] | undefined;
  /** By key, without regard to case. */
  readonly lines: Map<string, string>;
};

/** Gives parameters of queries names as variables of nginx, and writes how to find their values. */
function parameterVariables(): { variableOf: (slot: string) => string; text: () => string } {
  const slots = new Map<string, number>();
  return {
    variableOf(slot) {
      const id = slots.get(slot) ?? slots.size + 1;
      slots.set(slot, id);
      return `$ban_tin_parameter_${id}`;
    },
    text: () =>
      [...slots]
        .map(([slot, id]) => {
          const pattern = slot === unnamed ? "[^=&]+(?![^&])" : `${inPattern(slot)}=[^&]*`;
          return `map $args $ban_tin_parameter_${id} {
  default "";
  "~*(?:^|&)(?<ban_tin_value_${id}>${pattern})" $ban_tin_value_${id};
}
`;
        })
        .join(""),
  };
}

/** True for `=1`, which is a value without a name. */
function isNameless(parameter: string): boolean {
  return parameter.startsWith("=");
}

/** Returns the part of a map's key for a parameter: its name, if it has one. */
function slotOf(parameter: string): string {
  return isNamed(parameter) ? asciiLower(nameOf(parameter)) : unnamed;
}

/** Is no name, because a question mark begins a query. */
const unnamed = "?";

function nameOf(parameter: string): string {
  return parameter.slice(0, parameter.indexOf("="));
}

function asciiLower(text: string): string {
  return text.replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase());
}
