import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { apacheUrl, headersUrl, searchUrl } from "../src/urls.ts";
import { headerPolicy, lastingCache, lastingFolders, securityHeaders } from "./policy.ts";

type Props = { readonly basePath: string };

/** Files that tell a host which headers to send: for Cloudflare Pages and Netlify, and for Apache. */
export function hostingPages({ settings: { basePath } }: Site): Page[] {
  return [
    page("headers", headersUrl, { basePath }, headersView),
    page("apache", apacheUrl, { basePath }, apacheView),
  ];
}

/**
 * Rules of this file add up, and two policies both hold: so the one for all pages allows what the
 * search page needs, and the stricter one in every other page forbids it there.
 */
function headersView({ basePath }: Props): string {
  const rules = [
    {
      path: "/*",
      headers: [["Content-Security-Policy", headerPolicy(true)], ...securityHeaders],
    },
    ...lastingFolders.map((folder) => ({
      path: `/${folder}/*`,
      headers: [["Cache-Control", lastingCache]],
    })),
  ];
  return rules
    .map(({ path, headers }) =>
      [`${basePath}${path}`, ...headers.map(([name, value]) => `  ${name}: ${value}`), ""].join(
        "\n",
      ),
    )
    .join("\n");
}

function apacheView({ basePath }: Props): string {
  const isSearch = `%{REQUEST_URI} =~ m#^${basePath}${searchUrl}(index\\.html)?$#`;
  const isLasting = `%{REQUEST_URI} =~ m#^${basePath}/(${lastingFolders.join("|")})/#`;
  return `DirectoryIndex index.html
ErrorDocument 404 ${basePath}/404.html
AddDefaultCharset utf-8
AddType image/avif .avif
AddType application/manifest+json .webmanifest
AddType text/x-opml .opml
<IfModule mod_headers.c>
${securityHeaders.map(([name, value]) => `Header always set ${name} "${value}"`).join("\n")}
<If "${isSearch}">
Header always set Content-Security-Policy "${headerPolicy(true)}"
</If>
<Else>
Header always set Content-Security-Policy "${headerPolicy(false)}"
</Else>
<If "${isLasting}">
Header set Cache-Control "${lastingCache}"
</If>
</IfModule>
<IfModule mod_deflate.c>
AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json application/xml image/svg+xml text/csv
</IfModule>
`;
}
