import { shortHash } from "./short-hash.ts";

/** Keys of values that are part of thousands of others, so that each is walked through once. */
const known = new WeakMap<object, string>();

/**
 * Returns a key of a value: two values with one key are alike. Throws unless the value is plain
 * data, because nobody could say of anything else when it has changed.
 */
export function keyOf(value: unknown): string {
  return shortHash(textOf(value));
}

/**
 * Memoizes the key of a value that is part of many others, and returns the value. It must not be
 * changed afterwards.
 */
export function keyed<Value extends object>(value: Value): Value {
  if (!known.has(value)) known.set(value, keyOf(value));
  return value;
}

/**
 * Returns a text that no different value has: strings go with their lengths, and lists and objects
 * have an end.
 */
function textOf(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `${value.length}"${value}`;
    case "number":
    case "boolean":
    case "undefined":
      return `${value};`;
    case "object": {
      if (value === null) return "null;";
      const key = known.get(value);
      if (key !== undefined) return `#${key}`;
      if (Array.isArray(value)) {
        let text = "[";
        for (const item of value) text += textOf(item);
        return `${text}]`;
      }
      const prototype = Object.getPrototypeOf(value);
      if (prototype === Object.prototype || prototype === null) {
        let text = "{";
        for (const name in value) text += `${name}:${textOf((value as never)[name])}`;
        return `${text}}`;
      }
    }
  }
  throw new Error(
    `A page is made from ${Object.prototype.toString.call(value)}, which has no key.`,
  );
}
