import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { browser, findProgram, type Program } from "./starting/installed-program.ts";

/*
 * The tests look at pages in a real browser, check HTML and books with programs in Java, and
 * publish to real servers. None of these programs comes from npm, so this finds what the machine
 * has and installs it where that is possible without asking (Debian as root, as in a container).
 * Otherwise it says in one sentence what to do.
 */

/**
 * Returns the path of Chrome or Chromium, and installs Chromium where none is found. Throws an
 * Error that says what to install where that is not possible.
 */
export function ensureBrowser(): string {
  return ensure(browser);
}

/** Returns the path of a Java runtime, with the same efforts as `ensureBrowser`. */
export function ensureJava(): string {
  return ensure(java);
}

/**
 * Returns the command that checks books for e-readers, with the same efforts. On Debian it is a
 * program of Java in a file that starts by itself only where the system knows such files.
 */
export function ensureEpubcheck(): readonly string[] {
  const found = ensure(epubcheck);
  const isJar = readFileSync(found).subarray(0, 2).toString("latin1") === "PK";
  return isJar ? [ensureJava(), "-XX:TieredStopAtLevel=1", "-jar", found] : [found];
}

/** Returns the path of one of the programs at the two ends of a publish, with the same efforts. */
export function ensureServer(name: keyof typeof servers): string {
  return ensure(servers[name]);
}

const java: Program = {
  name: "Java",
  commands: ["java"],
  places: process.env.JAVA_HOME ? [join(process.env.JAVA_HOME, "bin", "java")] : [],
  variable: "JAVA_PATH",
  debianPackage: "default-jre-headless",
  version: "-version",
};

const epubcheck: Program = {
  name: "EPUBCheck",
  commands: ["epubcheck"],
  places: [],
  variable: "EPUBCHECK_PATH",
  debianPackage: "epubcheck",
};

const servers = {
  ssh: {
    name: "ssh",
    commands: ["ssh"],
    places: [],
    variable: "SSH_PATH",
    debianPackage: "openssh-client",
    version: "-V",
  },
  sshd: {
    name: "sshd",
    commands: ["sshd"],
    places: ["/usr/sbin/sshd"],
    variable: "SSHD_PATH",
    debianPackage: "openssh-server",
  },
  rsync: {
    name: "rsync",
    commands: ["rsync"],
    places: [],
    variable: "RSYNC_PATH",
    debianPackage: "rsync",
    version: "--version",
  },
  nginx: {
    name: "nginx",
    commands: ["nginx"],
    places: ["/usr/sbin/nginx", "/usr/local/sbin/nginx"],
    variable: "NGINX_PATH",
    debianPackage: "nginx",
    version: "-v",
  },
  apache: {
    name: "Apache",
    commands: ["apache2", "httpd"],
    places: ["/usr/sbin/apache2", "/usr/sbin/httpd"],
    variable: "APACHE_PATH",
    debianPackage: "apache2-bin",
    version: "-v",
  },
  python3: {
    name: "Python 3",
    commands: ["python3"],
    places: [],
    variable: "PYTHON3_PATH",
    debianPackage: "python3",
    version: "--version",
  },
} as const satisfies Readonly<Record<string, Program>>;

function ensure(program: Program): string {
  const found = findProgram(program);
  if (found !== undefined) return found;
  const { name, variable, debianPackage } = program;
  if (isDebianAsRoot()) {
    console.error(`${name} is missing; installing the package ${debianPackage} …`);
    install(debianPackage);
    const installed = findProgram(program);
    if (installed !== undefined) return installed;
  }
  throw new Error(
    `The tests need ${name}: install it (on Debian and Ubuntu: sudo apt-get install ${debianPackage}) or set ${variable} to its path.`,
  );
}

function isDebianAsRoot(): boolean {
  return existsSync("/etc/debian_version") && process.getuid?.() === 0;
}

function install(debianPackage: string): void {
  const apt = (...args: string[]) =>
    spawnSync("apt-get", args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  apt("update");
  apt("install", "--yes", "--no-install-recommends", debianPackage);
}

if (import.meta.main) {
  try {
    console.log(`Browser: ${ensureBrowser()}`);
    console.log(`Java: ${ensureJava()}`);
    console.log(`EPUBCheck: ${ensureEpubcheck().at(-1)}`);
    for (const name of Object.keys(servers) as (keyof typeof servers)[])
      console.log(`${servers[name].name}: ${ensureServer(name)}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
