import type { Place } from "../problems/problem.ts";
import type { PortalSite } from "./portal-file.ts";

/** The open data of a site, file by file, wherever it lies. */
export type SiteCopy = {
  /** Returns the text of a file by its name below `/du-lieu/`; undefined when there is none. */
  readonly text: (name: string) => string | undefined;
  /** When it was fetched, in ISO 8601; undefined for a folder. */
  readonly readAt?: string;
  /** Since when, and why, the site could not be read any more. */
  readonly failed?: { readonly at: string; readonly why: string };
  /** The program and the content that the site says it is made from. */
  readonly release?: { readonly program: string; readonly commit?: string };
};

/** In UTF-16 units. A year of a large site takes ten million. */
export const mostLetters = 50_000_000;
/** Reads a file of a copy as JSON; undefined where it is missing, too long, or none. */
export function parsed(text: string | undefined): unknown {
  if (text === undefined || text.length > mostLetters) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A file of a site has one row a line, after the line that begins the list. */
export function placeIn({ id, data }: PortalSite, file: string, row = -1): Place {
  return { path: `${data ?? id}/${file}`, line: row + 2, column: 1 };
}
