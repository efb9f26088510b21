import type { MessageCode } from "../problems/messages.ts";
import type { Place } from "../problems/problem.ts";
import { compose } from "../text/compose.ts";

/** A link to a page of the site, to be checked when all pages are known. */
export type SiteLink = {
  readonly target:
    | { readonly kind: "address"; readonly url: string }
    | { readonly kind: "article"; readonly path: string };
  readonly written: string;
  readonly place: Place;
};

/** Where a link leads, as far as its address says. */
export type LinkTarget =
  | { readonly kind: "outside" }
  | { readonly kind: "address"; readonly url: string }
  /** `fragment` with its `#`; empty when there is none. */
  | { readonly kind: "article"; readonly path: string; readonly fragment: string }
  | {
      readonly kind: "nowhere";
      readonly code: MessageCode;
      readonly args: Readonly<Record<string, string>>;
    };

/**
 * Returns where a link leads.
 *
 * @param href the address of the link, decoded
 * @param from the path of the article that has it
 */
export function linkTarget(href: string, from: string): LinkTarget {
  if (/^(?:https?:\/\/[^/]|mailto:[^/]|tel:\+?\d)/iu.test(href)) return { kind: "outside" };
  const isOnPage = href.startsWith("#") && href.length > 1;
  if (isOnPage || /^\/(?![/\\])/u.test(href)) return { kind: "address", url: href };
  if (/^[^:/\\?#][^:\\?#]*\.md(?:#.*)?$/iu.test(href)) {
    const [relative = "", fragment] = href.split("#");
    const path = resolvePath(from, compose(relative));
    if (path === undefined) return { kind: "nowhere", code: "link-missing", args: { value: href } };
    return { kind: "article", path, fragment: fragment === undefined ? "" : `#${fragment}` };
  }
  if (/\.(?:docx?|xlsx?|pptx?|pdf|zip|rar|mp4)$/iu.test(href))
    return { kind: "nowhere", code: "link-to-file", args: { value: lastStep(href) } };
  const scheme = /^\s*([^:/?#]+):/u.exec(href)?.[1] ?? (href.startsWith("//") ? "//" : "");
  if (/^(?:https?|mailto|tel)$/iu.test(scheme)) {
    const rest = /^\s*https?:[/\\]*(\S+)$/iu.exec(href)?.[1]?.replaceAll("\\", "/");
    const suggestion = rest === undefined ? "" : `${scheme.toLowerCase()}://${rest}`;
    const args = { value: href, known: `${scheme}:`, suggestion };
    return { kind: "nowhere", code: "link-scheme", args };
  }
  if (scheme) return { kind: "nowhere", code: "link-scheme", args: { value: href, scheme } };
  const suggestion = href.startsWith("www.") ? `https://${href}` : "";
  return { kind: "nowhere", code: "link-missing", args: { value: href || "()", suggestion } };
}

/** True for a link to a place in the same text. */
export function isAnchor(
  target: SiteLink["target"],
): target is Extract<SiteLink["target"], { kind: "address" }> {
  return target.kind === "address" && target.url.startsWith("#");
}

/**
 * Resolves a relative path: `a/b/index.md` + `../c/index.md` → `a/c/index.md`; undefined when it
 * leads out of content.
 */
export function resolvePath(from: string, relative: string): string | undefined {
  const steps = from.split("/").slice(0, -1);
  for (const step of relative.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join("/");
}

/** Returns the file name at the end of a web address or of a path on a writer's disk. */
export function lastStep(address: string): string {
  return address.split(/[/\\]/u).at(-1) ?? "";
}

/** Returns an address with its percent signs read, or as it is when they mean nothing. */
export function decodeAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
