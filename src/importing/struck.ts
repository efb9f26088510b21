/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { leftOut, quoted } from "../text/left-out.ts";
import { squeezed } from "./html-tree.ts";

/** Names what was struck out: it must not come out as text that counts. */
export function nameStruck(root: Element): void {
  for (const struck of [...root.querySelectorAll("del,s,strike,[style*='line-through']")])
    if (struck.isConnected && isStruck(struck)) putStruck(struck);
}

/**
 * Puts marks in place of the words of an element. A list or a table that is struck out as a whole
 * stays one, of such marks.
 */
function putStruck(struck: Element): void {
  let run: ChildNode[] = [];
  const flush = () => {
    const [first] = run;
    const words = squeezed(run.map(({ textContent }) => textContent).join(""));
    if (first !== undefined && words !== "") {
      first.before(leftOut(`chữ bị gạch ngang ${quoted(words)}`));
      for (const node of run)
        if (node.nodeType === 1)
          node.replaceWith(...(node as unknown as Element).querySelectorAll("img"));
        else node.remove();
    }
    run = [];
  };
  const walk = (parent: Element) => {
    for (const node of [...parent.childNodes]) {
      const element = node.nodeType === 1 ? (node as unknown as Element) : undefined;
      const holdsLines = element?.matches(lineHolders) || element?.querySelector(lineHolders);
      if (!holdsLines) {
        if (element?.tagName !== "IMG") run.push(node);
        continue;
      }
      flush();
      walk(element!);
      flush();
    }
    flush();
  };
  walk(struck);
  if (/^(?:DEL|S|STRIKE|SPAN)$/u.test(struck.tagName)) struck.replaceWith(...struck.childNodes);
}

const lineHolders =
  "p,ul,ol,li,table,thead,tbody,tfoot,tr,td,th,h1,h2,h3,h4,h5,h6,figure,figcaption,blockquote,dl,dt,dd,cite,summary,pre,div";

function isStruck(element: Element): boolean {
  const style = element.getAttribute("style") ?? "";
  return (
    /^(?:DEL|S|STRIKE)$/u.test(element.tagName) ||
    /text-decoration(?:-line)?\s*:[^;]*line-through/iu.test(style)
  );
}
