/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { leftOut, quoted } from "../text/left-out.ts";
import { squeezed } from "./html-tree.ts";
import { putMark } from "./marks.ts";

/**
 * Brings parts of a post that Markdown has no form for into some that it has, before its pictures
 * are looked for. What a program would draw is named in its place.
 */
export function tidyParts(body: Element): void {
  // One look at all elements: a selector for each kind would take as long as all the rest.
  for (const element of [...body.querySelectorAll("*")]) {
    switch (element.tagName.toLowerCase()) {
      case "script":
        putScript(element);
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
      case "object":
        putShownFile(element);
        break;
      default:
    }
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

function putForm(form: Element): void {
  for (const field of [...form.querySelectorAll("select,textarea,button,input")]) field.remove();
  const mark = form.ownerDocument.createElement("p");
  mark.textContent = leftOut("biểu mẫu");
  form.replaceWith(mark, ...form.childNodes);
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
