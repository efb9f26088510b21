import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

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

type Program = {
  readonly name: string;
  /** Its possible names on the PATH. */
  readonly commands: readonly string[];
  /** Paths where it may be when it is not on the PATH. */
  readonly places: readonly string[];
  /** The environment variable with its path, which overrides everything else. */
  readonly variable: string;
  readonly debianPackage: string;
  /** What makes it tell its version; undefined when it has nothing for that. */
  readonly version?: string | undefined;
};

const browser: Program = {
  name: "Chrome or Chromium",
  commands: [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge",
  ],
  places: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) => {
      const folder = process.env[variable];
      return folder === undefined ? [] : [join(folder, "Google/Chrome/Application/chrome.exe")];
    }),
    "/snap/bin/chromium",
    "/opt/google/chrome/chrome",
  ],
  variable: "CHROME_PATH",
  debianPackage: "chromium",
  version: "--version",
};

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
  const found = find(program);
  if (found !== undefined) return found;
  const { name, variable, debianPackage } = program;
  if (isDebianAsRoot()) {
    console.error(`${name} is missing; installing the package ${debianPackage} …`);
    install(debianPackage);
    const installed = find(program);
    if (installed !== undefined) return installed;
  }
  throw new Error(
    `The tests need ${name}: install it (on Debian and Ubuntu: sudo apt-get install ${debianPackage}) or set ${variable} to its path.`,
  );
}

function find({ name, commands, places, variable, version }: Program): string | undefined {
  const named = process.env[variable];
  if (named !== undefined && named !== "") {
    if (isProgram(named)) return named;
    throw new Error(`${variable} is set to ${named}, but no program is there: ${name} is needed.`);
  }
  const onPath = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const endings = process.platform === "win32" ? [".exe"] : [""];
  const candidates = commands.flatMap((command) =>
    onPath.flatMap((folder) => endings.map((ending) => join(folder, command + ending))),
  );
  return [...candidates, ...places].find((path) => worksHere(path, version));
}

/**
 * Returns whether a program runs, by asking for its version: macOS has a `java` that only says that
 * there is no Java, and Ubuntu has such a `chromium-browser`. On Windows asking would open a
 * window.
 */
function worksHere(path: string, version: string | undefined): boolean {
  if (!isProgram(path)) return false;
  if (process.platform === "win32" || version === undefined) return true;
  return spawnSync(path, [version], { timeout: 20_000 }).status === 0;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
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
