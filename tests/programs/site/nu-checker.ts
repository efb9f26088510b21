import { createRequire } from "node:module";
import * as z from "zod";
import { ensureJava } from "../../../scripts/browser.ts";
import { runProgram } from "../../running.ts";

/*
 * The Nu HTML checker, and the RELAX NG validator (Jing) that it is built on. Both read any number
 * of files in one run, because to start Java takes longer than to read a file.
 */

const require = createRequire(import.meta.url);
const jar = require.resolve("vnu-jar/build/dist/vnu.jar");

const report = z.object({
  messages: z.array(
    z.object({
      url: z.string().optional(),
      lastLine: z.number().optional(),
      message: z.string(),
      extract: z.string().optional(),
    }),
  ),
});

/**
 * Returns all that the Nu checker says of files or addresses, warnings and remarks included, one
 * line each.
 *
 * A page must come from a host: the checker compares what it loads with its content policy, and for
 * a file `'self'` is nobody.
 */
export async function nuMessages(
  places: readonly string[],
  ...options: readonly string[]
): Promise<string[]> {
  // Otherwise it loads nothing from this machine.
  const ownHost = "-Dnu.validator.servlet.allow-forbidden-hosts=true";
  const args = [ownHost, "-jar", jar, ...options, "--format", "json", ...places];
  const { stderr } = await runProgram(ensureJava(), args);
  const { messages } = report.parse(JSON.parse(stderr));
  const lines = messages
    .filter((message) => !isDataTakenForScript(message) && !isTooSlow(message))
    .map(({ url = "", lastLine, message }) => `${url}:${lastLine}: ${message}`);
  const missed = new Set(messages.filter(isTooSlow).map(({ url = "" }) => url));
  const again = places.filter((place) => missed.has(place));
  if (again.length === 0) return lines;
  return [...lines, ...(await nuMessages(again, ...options))];
}

/**
 * The checker waits five seconds for a page, which nothing can change, and a busy machine may take
 * longer to serve it. Then it is asked again.
 */
function isTooSlow({ message }: z.output<typeof report>["messages"][0]): boolean {
  return message.includes("TimeoutException");
}

/**
 * The checker says of every inline script that the policy blocks it, also of JSON-LD. That is data:
 * a browser asks the policy only about what it would run (HTML, "prepare the script element").
 */
function isDataTakenForScript({ message, extract = "" }: z.output<typeof report>["messages"][0]) {
  return (
    message.startsWith("Inline script violates Content Security Policy") &&
    /<script type="application\/(?:ld\+)?json"[^>]*>/u.test(extract)
  );
}

/** Returns what a schema in RELAX NG finds wrong in XML files, one line each. */
export async function relaxNgFaults(schema: string, files: readonly string[]): Promise<string[]> {
  const driver = "nu.validator.vendor.thaiopensource.relaxng.util.Driver";
  const args = ["-cp", jar, driver, "-c", schema, ...files];
  const { status, stdout, stderr } = await runProgram(ensureJava(), args);
  const faults = (stdout + stderr).split("\n").filter((line) => line.trim() !== "");
  return status === 0 || faults.length > 0 ? faults : [`The validator ended with ${status}.`];
}
