import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureServer } from "../../../scripts/browser.ts";
import { freePort } from "../../running.ts";
import { until } from "../../waiting.ts";

/* Real servers on this machine, each in a folder of its own and on a free port. */

export type Server = { readonly port: number; readonly stop: () => Promise<void> };

/** An ssh server that lets us in, and the command that connects to it as `may-chu`. */
export async function startSsh(): Promise<Server & { readonly command: string }> {
  const folder = mkdtempSync(join(tmpdir(), "ban-tin-"));
  const at = (name: string) => join(folder, name);
  const port = await freePort();
  for (const name of ["host", "user"]) {
    const args = ["-q", "-t", "ed25519", "-N", "", "-f", at(name)];
    const { status, stderr } = spawnSync("ssh-keygen", args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`ssh-keygen: ${stderr}`);
  }
  copyFileSync(at("user.pub"), at("authorized_keys"));
  chmodSync(at("authorized_keys"), 0o600);
  writeFileSync(
    at("sshd_config"),
    `Port ${port}
ListenAddress 127.0.0.1
HostKey ${at("host")}
AuthorizedKeysFile ${at("authorized_keys")}
StrictModes no
PidFile none
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
MaxStartups 100
`,
  );
  writeFileSync(
    at("config"),
    `Host *
  HostName 127.0.0.1
  Port ${port}
  IdentityFile ${at("user")}
  IdentitiesOnly yes
  UserKnownHostsFile ${at("known_hosts")}
  StrictHostKeyChecking accept-new
  BatchMode yes
`,
  );
  // Where Debian's server gives up its rights; its service makes it, and no service runs here.
  if (process.getuid?.() === 0) mkdirSync("/run/sshd", { recursive: true });
  const args = ["-D", "-e", "-f", at("sshd_config")];
  const server = await startServer(ensureServer("sshd"), args, port, folder);
  return { ...server, command: `${ensureServer("ssh")} -F ${at("config")}` };
}

/**
 * Starts nginx with our own configuration for hosts, on a folder.
 *
 * @param site the folder of the site, when it is one below the root
 */
export async function startNginx(root: string, more = "", site = root): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "ban-tin-"));
  const port = await freePort();
  const sample = readFileSync("docs/may-chu/nginx.conf", "utf8");
  const server = sample
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace(/(?<=^ {2})root [^;]+;/mu, `root "${root}";${more}`)
    .replace(/root \/var[^;]+previous;/u, `root "${join(root, "../previous")}";`)
    .replace(/(?<=^include )\/var\/[^;]+/mu, `"${join(site, "_nginx-redirects.conf")}*"`)
    .replace("include mime.types;", "include /etc/nginx/mime.types;");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${join(folder, name)};`)
    .join("\n");
  writeFileSync(
    join(folder, "nginx.conf"),
    `${process.getuid?.() === 0 ? "user root;" : ""}
daemon off;
worker_processes 1;
pid ${join(folder, "pid")};
error_log stderr;
events {}
http {
access_log off;
${temporary}
${server}
}
`,
  );
  const args = ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"];
  return startServer(ensureServer("nginx"), args, port, folder);
}

/** Starts Apache on a folder, as a host that lets `.htaccess` say everything. */
export async function startApache(root: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "ban-tin-"));
  const port = await freePort();
  const modules = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/libexec/apache2"];
  const from = modules.find((one) => existsSync(one)) ?? "modules";
  // A server may have some of them built in, or none for the processes of this machine.
  const load = ["mpm_event", "unixd", "authz_core", "dir", "mime", "headers", "rewrite"].filter(
    (name) => existsSync(join(from, `mod_${name}.so`)),
  );
  writeFileSync(join(folder, "mime.types"), "text/html html\ntext/css css\n");
  writeFileSync(
    join(folder, "httpd.conf"),
    `ServerRoot "${folder}"
ServerName localhost
Listen 127.0.0.1:${port}
PidFile "${join(folder, "pid")}"
${process.getuid?.() === 0 ? "User #65534\nGroup #65534" : ""}
Mutex pthread
ErrorLog "${join(folder, "error.log")}"
${load.map((name) => `LoadModule ${name}_module ${join(from, `mod_${name}.so`)}`).join("\n")}
TypesConfig "${join(folder, "mime.types")}"
DocumentRoot "${root}"
<Directory "${root}">
AllowOverride All
Options FollowSymLinks
Require all granted
</Directory>
`,
  );
  // It gives up the rights of root, and temporary folders are for their owner alone.
  chmodSync(folder, 0o755);
  const args = ["-D", "FOREGROUND", "-f", join(folder, "httpd.conf")];
  return startServer(ensureServer("apache"), args, port, folder);
}

/** Serves a folder as `python3 -m http.server` does. */
export async function startPython(folder: string): Promise<Server> {
  const port = await freePort();
  const args = ["-m", "http.server", String(port), "--bind", "127.0.0.1", "--directory", folder];
  return startServer(ensureServer("python3"), args, port);
}

async function startServer(
  program: string,
  args: readonly string[],
  port: number,
  folder?: string,
): Promise<Server> {
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = once(child, "close");
  const kill = () => child.kill();
  process.once("exit", kill);
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`${program} has ended: ${said}`);
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect").finally(() => socket.destroy());
  });
  return {
    port,
    async stop() {
      process.off("exit", kill);
      child.kill();
      await ended;
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
