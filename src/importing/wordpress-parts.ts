/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { leftOut, quoted } from "../text/left-out.ts";
import { squeezed } from "./html-tree.ts";
import { absolute } from "./page-pictures.ts";

/**
 * Brings parts of a post that Markdown has no form for into some that it has, before its pictures
 * are looked for. What a program would draw is named in its place.
 *
 * @param base the address of the post
 */
export function tidyParts(body: Element, base: string | undefined): void {
  // One look at all elements: a selector for each kind would take as long as all the rest.
  for (const element of [...body.querySelectorAll("*")]) {
    switch (element.tagName.toLowerCase()) {
      case "script":
        putScript(element);
        break;
      case "svg":
      case "canvas":
      case "math":
        putDrawing(element);
        break;
      case "form":
        putForm(element);
        break;
      case "button":
        putButton(element);
        break;
      case "nav":
        element.replaceWith(...element.childNodes);
        break;
      case "input":
        putInput(element);
        break;
      case "amp-img":
      case "amp-anim":
        putAs("img", element);
        break;
      case "amp-iframe":
      case "amp-video":
      case "amp-audio":
        putAs("iframe", element);
        break;
      case "map":
        putAreas(element);
        break;
      case "object":
        putShownFile(element);
        break;
      case "a":
        if (element.hasAttribute("href")) putPictureLink(element, base);
        break;
      default:
        putPlugin(element);
    }
    if (element.hasAttribute("style")) putBackground(element);
  }
}

/** Scripts that count readers, show advertisements, or only dress up what is there without them. */
const unmissed =
  /adsbygoogle|googlesyndication|googletag|gtag\(|google-analytics|_gaq|fbq\(|doubleclick|(?:twitter|x|instagram|tiktok|pinterest|reddit)\.com\/[^"']*(?:widgets|embed)|connect\.facebook\.net|wp-embed|wp-emoji|FB\.init|platform\.(?:twitter|instagram)/iu;

function putScript(script: Element): void {
  const type = script.getAttribute("type") ?? "";
  const address = script.getAttribute("src") ?? "";
  const code = script.textContent ?? "";
  const isProgram = type === "" || /javascript|module/iu.test(type);
  if (!isProgram || unmissed.test(`${address} ${code}`) || (address + code).trim() === "")
    script.remove();
  else putMark(script, `đoạn mã chạy trên trang${address === "" ? "" : ` ${quoted(address)}`}`);
}

function putDrawing(drawing: Element): void {
  const words = squeezed(drawing.textContent);
  if (drawing.tagName.toLowerCase() === "math")
    putMark(drawing, `công thức${words === "" ? "" : ` ${quoted(words)}`}`);
  // A drawing beside words is most often a sign, as an arrow.
  else if (words === "" && (drawing.closest("a,button,span") !== null || isHidden(drawing)))
    drawing.remove();
  else putMark(drawing, `hình vẽ${words === "" ? "" : ` ${quoted(words)}`}`);
}

function isHidden(element: Element): boolean {
  return element.getAttribute("aria-hidden") === "true";
}

/** Puts a link in the place of what a script of Facebook, or a short page of Google's, shows. */
function putPlugin(element: Element): void {
  if (!/^amp-/iu.test(element.tagName) && !element.hasAttribute("data-href")) return;
  const film = element.getAttribute("data-videoid");
  const address =
    film === null ? element.getAttribute("data-href") : `https://www.youtube.com/watch?v=${film}`;
  const isPlugin =
    /\bfb-(?:video|post)\b/u.test(element.getAttribute("class") ?? "") ||
    /^amp-/iu.test(element.tagName);
  if (address === null || !isPlugin) return;
  const frame = element.ownerDocument.createElement("iframe");
  frame.setAttribute("src", address);
  element.replaceWith(frame);
}

function putForm(form: Element): void {
  for (const field of [...form.querySelectorAll("select,textarea,button,input")]) field.remove();
  const mark = form.ownerDocument.createElement("p");
  mark.textContent = leftOut("biểu mẫu");
  form.replaceWith(mark, ...form.childNodes);
}

/** Keeps whether a box was ticked. */
function putInput(input: Element): void {
  const kind = input.getAttribute("type");
  if (kind === "checkbox" || kind === "radio")
    input.replaceWith(input.hasAttribute("checked") ? "☑ " : "☐ ");
}

/** Gives an element of Google's short pages the name that all pages have for it. */
function putAs(name: "img" | "iframe", element: Element): void {
  const plain = element.ownerDocument.createElement(name);
  for (const attribute of ["src", "srcset", "alt", "title"])
    if (element.hasAttribute(attribute))
      plain.setAttribute(attribute, element.getAttribute(attribute)!);
  element.replaceWith(plain);
}

function putButton(button: Element): void {
  const paragraph = button.ownerDocument.createElement("p");
  paragraph.append(...button.childNodes);
  if (squeezed(paragraph.textContent) === "" && paragraph.querySelector("img") === null)
    button.remove();
  else if (button.closest("p,a,h1,h2,h3,h4,h5,h6,li,td,th") === null) button.replaceWith(paragraph);
  else button.replaceWith(" ", ...paragraph.childNodes, " ");
}

/** Takes away what shows a document above the link to it. */
function putShownFile(shown: Element): void {
  const holder = shown.parentElement;
  const isFile = /\bwp-block-file\b/u.test(holder?.getAttribute("class") ?? "");
  if (isFile && hasLinkTo(holder!, shown.getAttribute("data") ?? "")) shown.remove();
}

function hasLinkTo(holder: Element, address: string): boolean {
  return [...holder.querySelectorAll("a[href]")].some(
    (link) => link.getAttribute("href") === address,
  );
}

/** Turns the parts of a picture that lead somewhere into a list of links. */
function putAreas(map: Element): void {
  const links = [...map.querySelectorAll("area[href]")].map((area) =>
    linkOf(area, area.getAttribute("href")!, squeezed(area.getAttribute("alt"))),
  );
  map.replaceWith(...links);
}

/** Takes a picture that is behind words as one before them. */
function putBackground(element: Element): void {
  const style = element.getAttribute("style") ?? "";
  const [, address = ""] =
    /background(?:-image)?\s*:[^;]*?url\(\s*["']?([^"')]+)["']?\s*\)/iu.exec(style) ?? [];
  if (address === "" || address.startsWith("data:")) return;
  const picture = element.ownerDocument.createElement("img");
  picture.setAttribute("src", address);
  picture.setAttribute("alt", element.getAttribute("aria-label") ?? "");
  element.prepend(picture);
}

/** Sets a link that is around nothing but a picture below it, unless it leads to the picture. */
function putPictureLink(link: Element, base: string | undefined): void {
  const href = link.getAttribute("href") ?? "";
  if (link.firstElementChild === null) return;
  const isBare = squeezed(link.textContent) === "" && link.querySelector("img") !== null;
  if (!isBare || !/^(?:https?:)?\/\/?[^/\s]/iu.test(href)) return;
  const toPicture = /\.(?:jpe?g|png|gif|webp|avif|bmp|svg|heic)(?:[?#].*)?$/iu.test(href);
  const toItsPage =
    /[?&]attachment_id=/u.test(href) || /\battachment\b/u.test(link.getAttribute("rel") ?? "");
  const isTold = isToldBeside(link, href);
  if (toPicture || toItsPage || isTold || (base !== undefined && absolute(href, base) === base))
    return;
  const holder = link.closest("figure") ?? link.closest("p") ?? link;
  if (holder.closest("li,td,th") === null) holder.after(linkOf(link, href, ""));
  else link.after(" ", ...linkOf(link, href, "").childNodes);
  link.replaceWith(...link.childNodes);
}

/** True when words next to a picture lead to the same place. */
function isToldBeside(link: Element, href: string): boolean {
  return [...link.parentElement!.querySelectorAll("a[href]")].some(
    (one) => one.getAttribute("href") === href && squeezed(one.textContent) !== "",
  );
}

function linkOf({ ownerDocument }: Element, href: string, words: string): Element {
  const paragraph = ownerDocument.createElement("p");
  const link = ownerDocument.createElement("a");
  link.setAttribute("href", href);
  link.textContent = words || href;
  paragraph.append("Liên kết ở ảnh: ", link);
  return paragraph;
}

function putMark(element: Element, what: string): void {
  const inLine = element.closest("p,li,td,th,h1,h2,h3,h4,h5,h6,figcaption,a");
  if (inLine !== null) {
    element.replaceWith(leftOut(what));
    return;
  }
  const mark = element.ownerDocument.createElement("p");
  mark.textContent = leftOut(what);
  element.replaceWith(mark);
}
