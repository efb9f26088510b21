import { LayoutFault } from "../../src/layout-fault.ts";
import { html as drawn, type Html, type HtmlValue } from "../parts/html.ts";

export type { Html } from "../parts/html.ts";

const sound = new WeakSet<TemplateStringsArray>();

/**
 * The template tag for the HTML of an office: escapes what is put in, as ours does. Throws
 * `LayoutFault` for a template in which escaping would not be enough, and for what the content
 * policy of the pages would not let run.
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  if (!sound.has(strings)) {
    mustBeSound(strings);
    sound.add(strings);
  }
  return drawn(strings, ...values);
}

function mustBeSound(strings: TemplateStringsArray): void {
  for (const before of strings.slice(0, -1)) {
    // Without quotation marks a blank in the value would begin another attribute.
    const attribute = /([\w:-]+)=\s*$/u.exec(before)?.[1];
    if (attribute !== undefined) throw new LayoutFault("unquoted", `${attribute}=`);
    if (/<\/?$/u.test(before)) throw new LayoutFault("forbidden", "<…>");
  }
  const found =
    /<(?:script|style|iframe|object|embed|base|form)\b|<[^>]*\s(?:on[a-z]+|style)=/iu.exec(
      strings.join("…"),
    )?.[0];
  if (found !== undefined) throw new LayoutFault("forbidden", found);
}
