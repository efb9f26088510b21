import type { Review } from "../../src/front-matter/editor-api.ts";

/*
 * Small things that the browser keeps for the writer. Where it refuses to, nothing is lost that is
 * in a file.
 */

const plainName = "soan-dau";
const reviewsName = (path: string) => `soan-xem-lai:${path}`;

/** Keeps whether the writer wants to see the marks of the text. */
export function keepPlain(isPlain: boolean): void {
  write(plainName, isPlain ? "true" : undefined);
}

export function isPlainKept(): boolean {
  return read(plainName) === "true";
}

/** Keeps what is still to be looked at in an article that was imported. */
export function keepReviews(path: string, reviews: readonly Review[]): void {
  write(reviewsName(path), reviews.length === 0 ? undefined : JSON.stringify(reviews));
}

export function keptReviews(path: string): readonly Review[] {
  try {
    return JSON.parse(read(reviewsName(path)) ?? "[]") as readonly Review[];
  } catch {
    return [];
  }
}

function read(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // The browser keeps nothing, or is full.
  }
}
