/*
 * Small things that the browser keeps for the writer. Where it refuses to, nothing is lost that is
 * in a file.
 */

const plainName = "soan-dau";

/** Keeps whether the writer wants to see the marks of the text. */
export function keepPlain(isPlain: boolean): void {
  write(plainName, isPlain ? "true" : undefined);
}

export function isPlainKept(): boolean {
  return read(plainName) === "true";
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
