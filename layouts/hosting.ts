import { backendOrigins } from "../src/backend.ts";
import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import {
  apachePathsUrl,
  apacheQueriesUrl,
  apacheUrl,
  headersUrl,
  nginxRedirectsUrl,
  redirectsUrl,
  searchUrl,
  webEditorUrl,
} from "../src/urls.ts";
import {
  editorPolicy,
  headerPolicy,
  lastingCache,
  lastingFolders,
  securityHeaders,
  withoutFrames,
} from "./parts/policy.ts";
import {
  apacheParts,
  apachePathsText,
  apacheQueriesText,
  apacheRules,
  nginxText,
  type Redirects,
  redirectsOf,
  redirectsText,
} from "./parts/redirect-rules.ts";

type Props = Redirects & {
  /** Hosts that the editor asks; undefined where there is no editor. */
  readonly editor: readonly string[] | undefined;
};

/**
 * Files that tell a host which headers to send, for Cloudflare Pages and Netlify and for Apache,
 * and where addresses of the past lead, for these and for nginx.
 */
export function hostingPages({
  settings: { basePath, webEditor },
  moved,
}: Pick<Site, "settings" | "moved">): Page[] {
  const redirects = redirectsOf(moved);
  const { queries, paths } = apacheParts(redirects);
  const moves: Redirects = { basePath, redirects };
  const props = { basePath, editor: webEditor && backendOrigins(webEditor) };
  return [
    page("headers", headersUrl, props, headersView),
    page("apache", apacheUrl, { ...props, redirects }, apacheView),
    ...(redirects.length > 0
      ? [
          page("redirects", redirectsUrl, moves, redirectsText),
          page("nginx redirects", nginxRedirectsUrl, moves, nginxText),
        ]
      : []),
    ...(queries.length > 0
      ? [page("apache queries", apacheQueriesUrl, moves, apacheQueriesText)]
      : []),
    ...(paths.length > 0 ? [page("apache paths", apachePathsUrl, moves, apachePathsText)] : []),
  ];
}

/**
 * Writes the rules for Cloudflare Pages and Netlify. Rules of this file add up, and two policies
 * both hold: so the one for all pages allows what the search page needs, and the stricter one in
 * every other page forbids it there. The editor needs more than that, so its rule takes the other
 * policy away first, in the syntax of Cloudflare; Netlify ignores the line that does so, and there
 * the rule of the longer path counts. On a host that does neither, the editor does not start, and
 * nothing else is weaker.
 */
function headersView({ basePath, editor }: Omit<Props, "redirects">): string {
  const policy = (text: string) => `Content-Security-Policy: ${text}`;
  const rules: readonly { readonly path: string; readonly lines: readonly string[] }[] = [
    {
      path: "/*",
      lines: [
        policy(headerPolicy(true)),
        ...securityHeaders.map(([name, value]) => `${name}: ${value}`),
      ],
    },
    ...lastingFolders.map((folder) => ({
      path: `/${folder}/*`,
      lines: [`Cache-Control: ${lastingCache}`],
    })),
    ...(editor
      ? [
          {
            path: `${webEditorUrl}*`,
            lines: ["! Content-Security-Policy", policy(withoutFrames(editorPolicy(editor)))],
          },
        ]
      : []),
  ];
  return rules
    .map(({ path, lines }) =>
      [`${basePath}${path}`, ...lines.map((line) => `  ${line}`), ""].join("\n"),
    )
    .join("\n");
}

function apacheView({ basePath, editor, redirects }: Props): string {
  const isSearch = `%{REQUEST_URI} =~ m#^${basePath}${searchUrl}(index\\.html)?$#`;
  const isLasting = `%{REQUEST_URI} =~ m#^${basePath}/(${lastingFolders.join("|")})/#`;
  return `DirectoryIndex index.html
ErrorDocument 404 ${basePath}/404.html
AddDefaultCharset utf-8
AddType image/avif .avif
AddType application/manifest+json .webmanifest
AddType text/x-opml .opml
AddType text/calendar .ics
${apacheRules({ basePath, redirects })}<IfModule mod_headers.c>
${securityHeaders.map(([name, value]) => `Header always set ${name} "${value}"`).join("\n")}
<If "${isSearch}">
Header always set Content-Security-Policy "${headerPolicy(true)}"
</If>
${
  editor
    ? `<ElseIf "%{REQUEST_URI} =~ m#^${basePath}${webEditorUrl}#">
Header always set Content-Security-Policy "${withoutFrames(editorPolicy(editor))}"
</ElseIf>
`
    : ""
}<Else>
Header always set Content-Security-Policy "${headerPolicy(false)}"
</Else>
<If "${isLasting}">
Header set Cache-Control "${lastingCache}"
</If>
</IfModule>
<IfModule mod_deflate.c>
AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json application/xml image/svg+xml text/csv text/calendar
</IfModule>
`;
}
