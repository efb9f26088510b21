import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

/*
 * The control of the trial of the preview: a server as one writes it in a hurry. It trusts
 * addresses, answers everybody, takes WebSockets and explains its faults. For trials only.
 */

const [folder = "", page = ""] = process.argv.slice(2);
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const path = decodeURIComponent(pathname);
  try {
    response.end(readFileSync(join(folder, path === page ? "bai.md" : path)));
  } catch (error) {
    response.writeHead(404).end(String(error));
  }
});
server.on("upgrade", (_request, socket) => {
  socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n");
  socket.on("data", ([first = 0]) => {
    if ((first & 0x70) !== 0) throw new Error("reserved bits");
  });
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as { readonly port: number };
  process.stdout.write(`http://localhost:${port}/\n`);
});
