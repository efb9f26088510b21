import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import { contentType } from "../preview/content-type.ts";

/** What has to be known of a built site to serve it. */
type Served = {
  readonly directory: string;
  /** The path that it is served below: "" at the root of a host, else `/ban-tin`. */
  readonly basePath: string;
};

export type StaticServer = {
  /** `http://127.0.0.1:40123` */
  readonly origin: string;
  readonly close: () => Promise<void>;
};

type Rule = {
  readonly prefix: string;
  readonly headers: Record<string, string>;
  /** Headers of the rules above that do not hold here. */
  readonly without: string[];
};

/**
 * Reads the `_headers` file of the site, and returns a function from a path to the headers that a
 * host sends with it. As on Cloudflare, rules add up.
 */
function readHeaders({ directory, basePath }: Served): (path: string) => Record<string, string> {
  const rules: Rule[] = [];
  for (const line of readFileSync(join(directory, "_headers"), "utf8").split("\n")) {
    const [, name, value] = /^ {2}([^:]+): (.+)$/u.exec(line) ?? [];
    const [, without] = /^ {2}! (.+)$/u.exec(line) ?? [];
    if (name && value) rules.at(-1)!.headers[name] = value;
    else if (without) rules.at(-1)!.without.push(without);
    else if (line !== "") {
      const prefix = line.slice(basePath.length).replace(/\*$/u, "");
      rules.push({ prefix, headers: {}, without: [] });
    }
  }
  return (path) => {
    const sent: Record<string, string> = {};
    for (const { headers, without } of rules.filter(({ prefix }) => path.startsWith(prefix))) {
      for (const name of without) delete sent[name];
      for (const [name, value] of Object.entries(headers))
        sent[name] = name in sent ? `${sent[name]}, ${value}` : value;
    }
    return sent;
  };
}

/** Serves a built site below its base path and with its own headers, as a host of files would. */
export async function serve(site: Served): Promise<StaticServer> {
  const { directory, basePath } = site;
  const headersFor = readHeaders(site);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = normalize(decodeURIComponent(pathname)).replaceAll("\\", "/");
    const relative = path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : undefined;
    const file = relative && join(directory, relative, relative.endsWith("/") ? "index.html" : "");
    if (file === undefined || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { ...headersFor(relative!), "content-type": contentType(file) });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
