/**
 * Puts the path that a site is below (`https://example.vn/ban-tin`) before the root-relative
 * addresses that views write. Text cannot be mistaken for an attribute, because quotation marks are
 * escaped in it.
 */
export function withBasePath(text: string, basePath: string): string {
  if (basePath === "") return text;
  return text
    .replaceAll(
      / (href|src|action)="\/(?!\/)/gu,
      (_whole, name: string) => ` ${name}="${basePath}/`,
    )
    .replaceAll(/ content="0; url=\/(?!\/)/gu, () => ` content="0; url=${basePath}/`)
    .replaceAll(/ srcset="([^"]+)"/gu, (_whole, list: string) => {
      return ` srcset="${list.replaceAll(/(^|, )\//gu, (_start, comma: string) => `${comma}${basePath}/`)}"`;
    });
}
