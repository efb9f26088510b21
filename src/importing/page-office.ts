/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { leftOut, quoted } from "../text/left-out.ts";
import { squeezed } from "./html-tree.ts";

/*
 * Web pages that Word, LibreOffice and Google Docs make of a document. All of such a page is the
 * document; what a page of a site says with elements is in its styles.
 */

const generator = /Microsoft (?:Word|Excel)|LibreOffice|OpenOffice|Google Docs/iu;

/** Returns whether a page is a document that an office program saved. */
export function isOfficeDocument(document: Document): boolean {
  const { body } = document;
  if (body === null) return false;
  const made = document.querySelector("meta[name='generator' i]")?.getAttribute("content") ?? "";
  if (generator.test(made)) return true;
  return [...body.children].some(
    (one) => one.matches("div[class^='WordSection'],[class*='lst-kix_']") || isRemark(one),
  );
}

/** Returns the title of such a document; undefined where its first line may be that. */
export function officeTitle(document: Document): string | undefined {
  const drawn = squeezed(document.querySelector("p.MsoTitle,p.title")?.textContent);
  if (drawn !== "") return drawn;
  const first = [...document.querySelectorAll("p,h1,h2,h3")]
    .map(({ textContent }) => squeezed(textContent))
    .find((text) => text !== "");
  const mayBeTitle = first !== undefined && first.length <= 250 && !/[.:;,…]$/u.test(first);
  return mayBeTitle ? undefined : squeezed(document.title) || undefined;
}

/** Gives what is only in the styles of such a document the elements that it has elsewhere. */
export function plainOffice(document: Document): void {
  const { body } = document;
  putStyles(document);
  nestLists(body);
  putRemarks(body);
}

const elementsOf: readonly (readonly [name: string, form: RegExp])[] = [
  ["strong", /font-weight:\s*(?:700|800|bold)/iu],
  ["em", /font-style:\s*italic/iu],
  ["s", /text-decoration:[^;]*line-through/iu],
  ["sup", /vertical-align:\s*super/iu],
  ["sub", /vertical-align:\s*sub(?!\w|er)/iu],
];

/** Google Docs writes bold letters as `<span class="c1">`, and `.c1{font-weight:700}`. */
function putStyles(document: Document): void {
  const styles = [...document.querySelectorAll("style")].map(
    ({ textContent }) => textContent ?? "",
  );
  const named = new Map<string, string>();
  for (const [, name = "", rules = ""] of styles.join("\n").matchAll(/\.(c\d+)\s*\{([^{}]*)\}/gu))
    named.set(name, `${named.get(name) ?? ""};${rules}`);
  if (named.size === 0) return;
  for (const span of [...document.querySelectorAll("span[class]")]) {
    const isInHeading = span.closest("h1,h2,h3,h4,h5,h6,p.title") !== null;
    const rules = (span.getAttribute("class") ?? "")
      .split(/\s+/u)
      .map((name) => named.get(name) ?? "")
      .join(";");
    for (const [name, form] of elementsOf) {
      if (!form.test(rules) || isInHeading || squeezed(span.textContent) === "") continue;
      const element = document.createElement(name);
      element.append(...span.childNodes);
      span.append(element);
    }
  }
}

/** Google Docs writes each level of a list as a list of its own, beside the one that it is in. */
function nestLists(body: Element): void {
  let root: Element | undefined;
  let open: { readonly level: number; readonly list: Element }[] = [];
  for (const list of [...body.querySelectorAll("ul[class*='lst-kix_'],ol[class*='lst-kix_']")]) {
    const level = Number(/lst-kix_\w+-(\d)/u.exec(list.getAttribute("class") ?? "")?.[1] ?? 0);
    if (root === undefined || list.previousElementSibling !== root) open = [];
    while (open.length > 0 && open.at(-1)!.level > level) open.pop();
    const top = open.at(-1);
    if (top === undefined) root = list;
    else if (top.level === level) {
      top.list.append(...list.children);
      list.remove();
      continue;
    } else (top.list.lastElementChild ?? top.list).append(list);
    open.push({ level, list });
  }
}

const remarkSign = "a[href^='#cmnt'],a[href^='#_msocom_']";

/** True for what holds remarks in the margin, below the text. */
function isRemark(element: Element): boolean {
  return element.querySelector("a[id^='cmnt']:not([id^='cmnt_ref']),a[name^='_msocom_']") !== null;
}

/** Names the remarks that somebody wrote into the margin: they are no notes of the text. */
function putRemarks(body: Element): void {
  const remarks = new Map<string, Element>();
  for (const target of body.querySelectorAll("a[id^='cmnt'],a[name^='_msocom_']")) {
    const name = target.getAttribute("id") ?? target.getAttribute("name") ?? "";
    const holder = target.closest("div");
    if (holder !== null && holder !== body && !name.startsWith("cmnt_ref"))
      remarks.set(name, holder);
  }
  for (const sign of [...body.querySelectorAll(remarkSign)]) {
    const name = (sign.getAttribute("href") ?? "").slice(1);
    const holder = remarks.get(name);
    if (holder?.contains(sign)) continue;
    const words = squeezed(holder?.textContent).replace(/^\[[\p{L}\d]{1,6}\]\s*/u, "");
    const mark = leftOut(words === "" ? "nhận xét bên lề" : `nhận xét bên lề ${quoted(words)}`);
    const raised = sign.closest("sup");
    const isAlone = raised !== null && squeezed(raised.textContent) === squeezed(sign.textContent);
    (isAlone ? raised : sign).replaceWith(` ${mark}`);
  }
  for (const holder of remarks.values()) holder.remove();
}
