/**
 * What runs inside the browser. Each function is sent there as text, so it may use nothing from
 * outside itself. The few types of the browser that they need are declared here, because the
 * project's own code must not see them.
 */

type PageElement = {
  readonly localName: string;
  readonly namespaceURI: string | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly textContent: string;
  getAttribute(name: string): string | null;
};
declare const DOMParser: new () => {
  parseFromString(
    text: string,
    type: string,
  ): { querySelectorAll(selector: string): Iterable<PageElement> };
};
declare const window: Record<string, unknown> & { readonly location: { readonly origin: string } };

/** Reports every call that a vector makes, and keeps a dialog from holding the page up. */
export function reportCalls(mark: string): void {
  for (const name of ["alert", "confirm", "prompt", "print", "open"])
    window[name] = (...given: unknown[]) => console.info(`${mark} ${name}(${given.join(", ")})`);
}

/**
 * Reads texts as a browser reads pages and XML, each by itself, and looks for what none may have:
 * elements and attributes that run something or load from elsewhere, and elements that no view
 * draws. Returns lines of `number what`.
 *
 * @param allowed names of the elements that views draw
 */
export async function activeNodes({
  kinds,
  allowed,
}: {
  readonly kinds: readonly string[];
  readonly allowed: readonly string[];
}): Promise<string[]> {
  const known = new Set(allowed);
  const addresses = /^(?:href|src|action|formaction|data|poster|cite|background|ping|xlink:href)$/u;

  const isData = (script: PageElement) => {
    if (!script.getAttribute("type")?.endsWith("json")) return false;
    try {
      JSON.parse(script.textContent);
      return true;
    } catch {
      return false;
    }
  };
  const isForeign = (element: PageElement, value: string) => {
    const target = URL.parse(value, window.location.origin);
    // What a browser cannot read as an address leads nowhere.
    if (target === null || target.origin === window.location.origin) return false;
    const isLink = element.localName === "a" || element.getAttribute("rel") === "canonical";
    return !(isLink && /^(?:https?|mailto|tel):$/u.test(target.protocol));
  };
  const faultOf = (element: PageElement): string | undefined => {
    const { localName: name } = element;
    if (!known.has(name)) return `<${name}>`;
    const src = element.getAttribute("src");
    if (name === "script" && !(src === null ? isData(element) : src.startsWith("/")))
      return "<script>";
    for (const { name: attribute, value } of element.attributes) {
      if (/^(?:on.*|style|srcdoc|http-equiv)$/u.test(attribute)) return `<${name} ${attribute}>`;
      if (addresses.test(attribute) && isForeign(element, value))
        return `<${name} ${attribute}="${value.slice(0, 60)}">`;
    }
    return undefined;
  };
  const faultOfXml = ({ localName: name, namespaceURI: space }: PageElement) => {
    const isSvg = space?.endsWith("/svg") ?? false;
    const isActive =
      name === "parsererror" ||
      space?.endsWith("/xhtml") ||
      (isSvg && !/^(?:svg|g|rect|path|text)$/u.test(name));
    return isActive ? `<${name}> in XML` : undefined;
  };

  const found: string[] = [];
  for (const [at, kind] of kinds.entries()) {
    const text = await (await fetch(`/trang/${at}`)).text();
    const type = kind === "xml" ? "application/xml" : "text/html";
    for (const element of new DOMParser().parseFromString(text, type).querySelectorAll("*")) {
      const fault = kind === "xml" ? faultOfXml(element) : faultOf(element);
      if (fault !== undefined) found.push(`${at} has ${fault}`);
    }
  }
  return found;
}
