/**
 * Views write root-relative addresses. A site that lives below a path (`https://example.vn/ban-tin`)
 * gets that path put before them when a page has been drawn. Text cannot be mistaken for an
 * attribute: quotation marks are escaped in it.
 */
export function withBasePath(text: string, basePath: string): string {
  if (basePath === "") return text;
  return text
    .replaceAll(
      / (href|src|action)="\/(?!\/)/gu,
      (_whole, name: string) => ` ${name}="${basePath}/`,
    )
    .replaceAll(/ srcset="([^"]+)"/gu, (_whole, list: string) => {
      return ` srcset="${list.replaceAll(/(^|, )\//gu, (_start, comma: string) => `${comma}${basePath}/`)}"`;
    });
}
