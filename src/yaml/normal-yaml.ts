import { maxKeys } from "../limits.ts";
import type { YamlValue } from "./yaml-value.ts";

/*
 * YAML as nearly everybody writes it: keys and lists by indentation, values of one line, lists and
 * groups in brackets of one line. It is read in a twentieth of the time that a whole reader of YAML
 * takes. Anything else, and anything that may be a mistake, is left to that reader, which alone
 * knows what to say of it.
 */

/**
 * Returns the value of such a text; undefined for any other text.
 *
 * @param scalar returns what is to be in place of a text, which may be plain or in quotation marks
 */
export function readNormalYaml(
  text: string,
  scalar: Scalar = (value) => value,
): YamlValue | undefined {
  if (unusual.test(text)) return undefined;
  const lines: Line[] = [];
  for (const written of text.split("\n")) {
    const indent = written.search(/[^ ]/u);
    if (indent === -1 && written !== "") return undefined;
    // A comment in a line of its own says nothing.
    if (indent !== -1 && written[indent] !== "#")
      lines.push({ indent, text: written.slice(indent).trimEnd() });
  }
  const reading: Reading = { lines, at: 0, scalar };
  const [first] = lines;
  if (first?.indent !== 0) return undefined;
  const value = block(reading, 0, 1);
  return reading.at === lines.length ? value : undefined;
}

type Line = { readonly indent: number; readonly text: string };
type Scalar = (value: string, isPlain: boolean) => string;
type Reading = { readonly lines: Line[]; at: number; readonly scalar: Scalar };

/** Characters that are no letters, or that end a line elsewhere. */
const unusual = /[^\n\P{Cc}]|[\u00a0\u2028\u2029\u3000\ufeff\p{Cs}]/u;

/** Deeper than this the whole reader has to look whether it is too deep. */
const deepest = 5;

/** Reads the lines from here on that have this indent, or more. */
function block(reading: Reading, indent: number, depth: number): YamlValue | undefined {
  const { text } = reading.lines[reading.at]!;
  if (depth > deepest) return undefined;
  return isItem(text) ? items(reading, indent, depth) : group(reading, indent, depth);
}

function isItem(text: string): boolean {
  return text.startsWith("- ");
}

function items(reading: Reading, indent: number, depth: number): YamlValue | undefined {
  const { lines } = reading;
  const found: YamlValue[] = [];
  for (;;) {
    const line = lines[reading.at];
    if (line?.indent !== indent || !isItem(line.text)) return found;
    const text = line.text.slice(2);
    let value: YamlValue | undefined;
    if (keyed.test(text)) {
      // The rest of the line is the first of a group that goes on below it.
      lines[reading.at] = { indent: indent + 2, text };
      value = depth < deepest ? group(reading, indent + 2, depth + 1) : undefined;
    } else {
      value = whole(text, depth, reading.scalar);
      reading.at += 1;
    }
    if (value === undefined) return undefined;
    found.push(value);
  }
}

/** A key, and what follows in the line. */
const keyed = /^([\p{L}_][\p{L}\p{N}_-]{0,60}):(?: (.*))?$/u;

function group(reading: Reading, indent: number, depth: number): YamlValue | undefined {
  const { lines } = reading;
  const found: Record<string, YamlValue> = Object.create(null);
  let count = 0;
  for (;;) {
    const line = lines[reading.at];
    if (line?.indent !== indent || isItem(line.text)) return found;
    const [, key, rest] = keyed.exec(line.text) ?? [];
    if (key === undefined || key in found || count === maxKeys) return undefined;
    reading.at += 1;
    const value =
      rest === undefined ? below(reading, indent, depth) : whole(rest, depth, reading.scalar);
    if (value === undefined) return undefined;
    found[key] = value;
    count += 1;
  }
}

/** Reads what a key with nothing behind it has below it. */
function below(reading: Reading, indent: number, depth: number): YamlValue | undefined {
  const next = reading.lines[reading.at];
  const isBelow = next && (next.indent > indent || (next.indent === indent && isItem(next.text)));
  return isBelow ? block(reading, next.indent, depth + 1) : undefined;
}

/** Reads a value that takes up the rest of a line. */
function whole(text: string, depth: number, scalar: Scalar): YamlValue | undefined {
  if (/^["'[{]/u.test(text)) {
    const flow: Flow = { text, at: 0, scalar };
    const value = inBrackets(flow, depth);
    return flow.at === text.length ? value : undefined;
  }
  if (!/^[\p{L}\p{N}]/u.test(text) || /#|:(?: |$)/u.test(text)) return undefined;
  return scalar(text, true);
}

type Flow = { readonly text: string; at: number; readonly scalar: Scalar };

/** Reads a quoted text, or a list or group in brackets. */
function inBrackets(flow: Flow, depth: number): YamlValue | undefined {
  const first = flow.text[flow.at];
  if (first === '"' || first === "'") {
    const text = match(flow, quoted);
    return text && flow.scalar(text.slice(1, -1).trim(), false);
  }
  if (depth > deepest) return undefined;
  if (first === "[") return flowItems(flow, depth);
  if (first === "{") return flowGroup(flow, depth);
  const text = match(flow, plainInBrackets);
  return text && flow.scalar(text.trim(), true);
}

const quoted = /"[^"\\]*"|'[^']*'(?!')/uy;
const plainInBrackets = /[\p{L}\p{N}][^[\]{},:#"'&*!|>%@`?]*/uy;
const keyInBrackets = /(?:"[^"\\]{1,60}" *:|[\p{L}_][\p{L}\p{N}_-]{0,60}: ) */uy;
const blanks = / */uy;

/** Returns what is next, if it has this form, and goes on behind it. */
function match(flow: Flow, form: RegExp): string | undefined {
  form.lastIndex = flow.at;
  const found = form.exec(flow.text)?.[0];
  if (found !== undefined) flow.at = form.lastIndex;
  return found;
}

function flowItems(flow: Flow, depth: number): YamlValue | undefined {
  const found: YamlValue[] = [];
  let more: boolean | undefined = opens(flow, "]");
  for (; more; more = goesOn(flow, "]")) {
    const value = inBrackets(flow, depth + 1);
    if (value === undefined) return undefined;
    found.push(value);
  }
  return more === undefined ? undefined : found;
}

function flowGroup(flow: Flow, depth: number): YamlValue | undefined {
  const found: Record<string, YamlValue> = Object.create(null);
  let more: boolean | undefined = opens(flow, "}");
  for (let count = 0; more; more = goesOn(flow, "}"), count += 1) {
    const written = match(flow, keyInBrackets)?.trimEnd().slice(0, -1).trimEnd();
    if (written === undefined || count === maxKeys) return undefined;
    const key = written.startsWith('"') ? written.slice(1, -1) : written;
    const value = key in found ? undefined : inBrackets(flow, depth + 1);
    if (value === undefined) return undefined;
    found[key] = value;
  }
  return more === undefined ? undefined : found;
}

/** Goes behind the bracket that opens, and returns whether anything is inside. */
function opens(flow: Flow, end: string): boolean {
  flow.at += 1;
  return !closes(flow, end);
}

/** Goes behind a comma and returns true, or behind the end and returns false. */
function goesOn(flow: Flow, end: string): boolean | undefined {
  if (closes(flow, end)) return false;
  if (flow.text[flow.at] !== ",") return undefined;
  flow.at += 1;
  match(flow, blanks);
  return true;
}

function closes(flow: Flow, end: string): boolean {
  match(flow, blanks);
  if (flow.text[flow.at] !== end) return false;
  flow.at += 1;
  return true;
}
