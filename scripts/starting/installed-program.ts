import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** A program that does not come from npm, and how it is found on a machine. */
export type Program = {
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

/** Chrome or a browser that is built like it. */
export const browser: Program = {
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

/**
 * Finds a program; undefined when the machine has none. Throws when the variable for it leads
 * nowhere.
 */
export function findProgram({
  name,
  commands,
  places,
  variable,
  version,
}: Program): string | undefined {
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
