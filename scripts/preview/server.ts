import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { previewFolder } from "../../layouts/parts/policy.ts";
import { editorFolder } from "../../src/front-matter/editor-api.ts";
import { type Address, addressOf } from "./address.ts";
import { askingOf, guardHeaders, refusalOf } from "./guard.ts";
import { type Handler, send, type Visit } from "./visit.ts";

/*
 * The server of the preview and of the form editor, for the browsers of this machine. Drafts and
 * the files of a writer are behind it, and any page of the web can send it requests, so every
 * request goes one way: guard, address, handlers, with one net below them all.
 */

export type PreviewServer = {
  /** `http://localhost:8080/` */
  readonly url: string;
  readonly close: () => Promise<void>;
};

/**
 * Serves on this machine only. When the wanted port is taken it is the next one that is free.
 *
 * @param handlers are asked in this order, until one has answered
 */
export async function servePreview(
  wanted: number,
  handlers: readonly Handler[],
): Promise<PreviewServer> {
  const newServer = () => guarded((visit) => answer(visit, handlers));
  const { port, servers } = await listen(wanted, newServer);
  return {
    url: `http://localhost:${port}/`,
    async close() {
      await Promise.all(
        servers.map((server) => {
          const closed = once(server, "close");
          server.close();
          server.closeAllConnections();
          return closed;
        }),
      );
    },
  };
}

const reach = ["127.0.0.1", "::1"] as const;
/** Ports to try after the wanted one. */
const morePorts = 10;

/** Listens at both addresses of this machine, with one port. Old ones have no IPv6. */
async function listen(
  wanted: number,
  newServer: () => Server,
): Promise<{ port: number; servers: Server[] }> {
  for (let port = wanted; ; port += 1) {
    const servers: Server[] = [];
    try {
      for (const host of reach) {
        const server = newServer();
        // The system may have chosen the port of the first.
        const own = servers[0] ? portOf(servers[0]) : port;
        server.listen({ host, port: own, ...(host === "::1" ? { ipv6Only: true } : {}) });
        try {
          await once(server, "listening");
        } catch (error) {
          if (servers.length === 0 || !hasNoIpv6(error)) throw error;
          continue;
        }
        // Such as too many open files: what is open goes on.
        server.on("error", tell);
        servers.push(server);
      }
      return { port: portOf(servers[0]!), servers };
    } catch (error) {
      for (const server of servers) server.close();
      const isTaken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!isTaken || port >= Math.min(wanted + morePorts, 65_535)) throw error;
    }
  }
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function hasNoIpv6(error: unknown): boolean {
  const { code = "" } = error as NodeJS.ErrnoException;
  return code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT";
}

/**
 * Makes a server that no request can end. The limits are those of a browser with many tabs: they
 * keep a program that opens connections and says nothing from taking them all.
 */
function guarded(visited: (visit: Visit) => Promise<void>): Server {
  const limits = {
    headersTimeout: 10_000,
    // Concerns the receiving of a request; a response may wait for news as long as it likes.
    requestTimeout: 120_000,
    connectionsCheckingInterval: 5_000,
    keepAliveTimeout: 5_000,
    maxHeaderSize: 32_768,
  };
  const server = createServer(limits, (request, response) => {
    // A visitor who goes away in the middle is no fault.
    request.on("error", () => {});
    response.on("error", () => {});
    admit(request, response, visited).catch((error: unknown) => {
      tell(error);
      fail(response);
    });
  });
  server.maxConnections = 500;
  server.maxHeadersCount = 100;
  server.on("connection", (socket) => socket.on("error", () => {}));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const isLarge = error.code === "HPE_HEADER_OVERFLOW";
    close(socket as Socket, isLarge ? "431 Request Header Fields Too Large" : "400 Bad Request");
  });
  // No page of ours asks for another protocol, such as a WebSocket, or for a way through.
  for (const event of ["upgrade", "connect"] as const)
    server.on(event, (_request, socket) => close(socket as Socket, "403 Forbidden"));
  server.on("checkExpectation", (_request, response) => refuse(response, 417, words.malformed));
  return server;
}

function close(socket: Socket, status: string): void {
  const headers = Object.entries(guardHeaders).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.on("error", () => {});
  if (!socket.writable) socket.destroy();
  else
    socket.end(`HTTP/1.1 ${status}\r\n${headers.join("")}Connection: close\r\n\r\n`, () =>
      socket.destroy(),
    );
}

const words = {
  malformed: "Địa chỉ hoặc yêu cầu này không đúng dạng, xin xem lại.",
  method: "Địa chỉ này chỉ để xem.",
  missing: "Không có trang này.",
  fault: "Chương trình gặp lỗi. Xin xem cửa sổ lệnh, rồi thử lại.",
} as const;

async function admit(
  request: IncomingMessage,
  response: ServerResponse,
  visited: (visit: Visit) => Promise<void>,
): Promise<void> {
  for (const [name, value] of Object.entries(guardHeaders)) response.setHeader(name, value);
  const address = addressOf(request.url ?? "");
  const refusal = refusalOf(askingOf(request), address !== undefined && isPage(address));
  if (refusal !== undefined) return refuse(response, 403, refusal);
  if (address === undefined) return refuse(response, 400, words.malformed);
  const isEditors = isBelow(editorFolder, address);
  const methods = isEditors ? (["GET", "POST"] as const) : (["GET", "HEAD"] as const);
  const method = methods.find((one) => one === request.method);
  if (method === undefined) {
    response.setHeader("Allow", methods.join(", "));
    return refuse(response, 405, words.method);
  }
  await visited({ method, address, request, response });
}

/** True for the address of a page of the site, which a link from elsewhere may lead to. */
function isPage(address: Address): boolean {
  const isOurs = [editorFolder, previewFolder].some((folder) => isBelow(folder, address));
  return !isOurs && /(?:\/|\/[^./]+|\.html)$/u.test(address.path);
}

function isBelow(folder: string, { path }: Address): boolean {
  return `${path}/`.startsWith(folder);
}

async function answer(visit: Visit, handlers: readonly Handler[]): Promise<void> {
  for (const handler of handlers) if (await handler(visit)) return;
  refuse(visit.response, 404, words.missing);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  // What was not read of the body must not become the next request.
  response.setHeader("Connection", "close");
  send(response, status, "text/plain; charset=utf-8", `${message}\n`);
}

function fail(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else refuse(response, 500, words.fault);
}

/** Prints a fault where the writer can copy it from. The browser learns only that there is one. */
function tell(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}
