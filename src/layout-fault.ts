export type LayoutFaultKind =
  | "outside"
  | "broken"
  | "no-function"
  | "no-pages"
  | "bad-page"
  | "bad-address"
  | "taken"
  | "not-html"
  | "unquoted"
  | "forbidden"
  | "threw";

/** Something wrong with the code of an office: a fault of its engineer, not of a writer. */
export class LayoutFault extends Error {
  override readonly name = "LayoutFault";
  readonly kind: LayoutFaultKind;
  /** What was found, in words that are the same in every language. */
  readonly detail: string;
  /** File and line: `layouts/lich-truc.ts:12`. Empty until somebody knows the file. */
  readonly place: string;

  constructor(kind: LayoutFaultKind, detail = "", place = "", cause?: unknown) {
    super(`${kind} ${detail} ${place}`, { cause });
    this.kind = kind;
    this.detail = detail;
    this.place = place;
  }
}

/**
 * Returns an error of an office's code as a `LayoutFault` that says where it is: the first line of
 * the folder on the way to it, or else the file that was asked.
 */
export function placedFault(
  error: unknown,
  kind: LayoutFaultKind,
  path: string,
  folder: string,
): LayoutFault {
  if (error instanceof LayoutFault && error.place !== "") return error;
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const place = lineIn(stack, folder) ?? path;
  return error instanceof LayoutFault
    ? new LayoutFault(error.kind, error.detail, place, error)
    : new LayoutFault(kind, message.split("\n")[0], place, error);
}

/** Finds the first line of a file below a folder that a stack names. */
function lineIn(stack: string, folder: string): string | undefined {
  for (const line of stack.split("\n")) {
    const text = line.includes("file:") ? decoded(line) : line;
    const at = text.replaceAll("\\", "/").indexOf(`${folder.replaceAll("\\", "/")}/`);
    if (at === -1) continue;
    const found = /^(?<file>[^?:]+)(?:\?[^:]*)?:(?<line>\d+)/u.exec(
      text.slice(at + folder.length + 1),
    );
    if (found) return `layouts/${found.groups!.file}:${found.groups!.line}`;
  }
  return undefined;
}

/** Returns an address of a file as people read it. */
export function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
