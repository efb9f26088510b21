import type * as z from "zod";
import { compose, stackedMarks } from "../text/compose.ts";
import { shown } from "../text/deceptive/deception.ts";
import { deceptionsIn } from "../text/deceptive/deceptions.ts";

/* What can be wrong with a row that a stranger sent, and its cells in words. */

/** Brings the texts of a row into the one form that names are compared in. */
export function composed(row: unknown): unknown {
  if (typeof row === "string") return compose(row);
  if (Array.isArray(row)) return row.map(composed);
  if (typeof row !== "object" || row === null) return row;
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, composed(value)]));
}

export function firstIn<Found>(
  columns: readonly string[],
  find: (column: string) => Found | undefined,
): { readonly column: string; readonly found: Found } | undefined {
  for (const column of columns) {
    const found = find(column);
    if (found !== undefined) return { column, found };
  }
  return undefined;
}

export function textsOf(cell: unknown): readonly string[] {
  if (typeof cell === "string") return [cell];
  return Array.isArray(cell) ? cell.filter((item) => typeof item === "string") : [];
}

/**
 * Returns whether an address is one of a page of a site, written as browsers read it: nothing in it
 * leads out again.
 */
export function isIn(base: string, written: string): boolean {
  return written.startsWith(`${base}/`) && URL.parse(written)?.href === written;
}

const unseen: ReadonlySet<string> = new Set(["invisible-character", "control-character"]);

/** Returns what is in a text that no reader sees, or that is longer than any text may be. */
export function oddIn(text: string): { readonly value: string; readonly code: string } | undefined {
  if (text.length > longest || stackedMarks(text) !== -1)
    return { value: oneLine(text.slice(0, 40)), code: "…" };
  for (const { code, args } of deceptionsIn(text, "body"))
    if (unseen.has(code)) return { value: oneLine(shown(text)), code: args.code ?? "" };
  return undefined;
}

/** In UTF-16 units; a summary is the longest text of a row. */
const longest = 5_000;

/** Returns the numbers of a row as they should be: none below zero, and the parts are the whole. */
export function addsUp(row: Readonly<Record<string, unknown>>): boolean {
  if (!("given" in row)) return true;
  const { given, proposed, revoked, count } = row as Record<string, number | null>;
  const parts = [given, proposed, revoked].map(Number);
  if (parts.some((part) => part < 0)) return false;
  // A withdrawal of nobody knows how many leaves no sum.
  const isVague = (row.revocation_counts as readonly string[]).includes("");
  return count === null || isVague || parts.reduce((sum, part) => sum + part, 0) === count;
}

/** Returns the cell that was found instead, as JSON, cut where it is long. */
export function foundIn(row: unknown, path: readonly PropertyKey[]): string {
  let cell = row;
  for (const step of path) {
    if (typeof cell !== "object" || cell === null || !Object.hasOwn(cell, step)) return "";
    cell = (cell as Record<PropertyKey, unknown>)[step];
  }
  return oneLine((JSON.stringify(cell) ?? "").slice(0, 60));
}

export function wantedOf(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case "invalid_type":
      return issue.expected;
    case "invalid_value":
      return issue.values.map(String).join(", ");
    case "invalid_format":
      return issue.format;
    default:
      return issue?.code ?? "";
  }
}

/** Makes a stranger's text safe to print and to show. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
