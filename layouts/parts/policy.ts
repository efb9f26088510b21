/**
 * What a page may load: from its own host only, and no program at all but on the search page. Every
 * page says so itself, because many hosts send no headers of ours.
 */
export function contentPolicy(hasScript: boolean): string {
  const scripts = hasScript ? "'self'" : "'none'";
  return `default-src 'self'; script-src ${scripts}; object-src 'none'; base-uri 'none'; form-action 'self'`;
}

/**
 * What the editor in `/admin/` may load: it runs its own program and asks the repository that the
 * office has named, nobody else. It puts its style into the page by itself, and shows pictures that
 * it holds in memory.
 *
 * @param origins hosts of the repository
 */
export function editorPolicy(origins: readonly string[]): string {
  const own = "script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'";
  const pictures = "img-src 'self' blob: data:; media-src blob:";
  const asked = `connect-src ${["'self'", "blob:", "data:", ...origins].join(" ")}`;
  return `default-src 'none'; ${own}; ${pictures}; ${asked}; base-uri 'none'; form-action 'self'`;
}

/**
 * Adds the script of the preview to a page, which tells it when there is a newer one, and what is
 * wrong with the content.
 */
export function forPreview(text: string): string {
  return text
    .replace("script-src 'none'", "script-src 'self'")
    .replace("</head>", `${previewTags}</head>`);
}

/** Where the preview serves what it lays over a page. */
export const previewFolder = "/_xem-thu/";
export const previewTags = `<link rel="stylesheet" href="${previewFolder}preview.css"><script type="module" src="${previewFolder}preview.js"></script>`;

/**
 * The policy of a page for hosts that can send headers: there it also keeps other sites from
 * showing the page inside their own, which a page cannot ask for by itself. Where header and page
 * differ, both hold.
 */
export function headerPolicy(hasScript: boolean): string {
  return withoutFrames(contentPolicy(hasScript));
}

/** Returns a policy of a page as a host should send it. */
export function withoutFrames(policy: string): string {
  return `${policy}; frame-ancestors 'none'`;
}

/** The headers that every response of a host should have besides. */
export const securityHeaders = [
  ["X-Content-Type-Options", "nosniff"],
  ["X-Frame-Options", "DENY"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=()"],
] as const;

/**
 * Folders whose files have a hash of their content in their address: a browser may keep them for
 * ever.
 */
export const lastingFolders = ["anh", "giao-dien", "tep", "the", "tim-kiem/muc-luc"] as const;
export const lastingCache = "public, max-age=31536000, immutable";
