import { shortHash } from "./short-hash.ts";

/** Keys of values that stand in thousands of others, so that each is looked through once. */
const known = new WeakMap<object, string>();

/**
 * Names a value by all that is in it: two values with one key are alike. Values are plain data;
 * anything else is refused, because nobody could say when it has changed.
 */
export function keyOf(value: unknown): string {
  return shortHash(textOf(value));
}

/** Works out the key of a value once, because it is part of many. It must not be changed afterwards. */
export function keyed<Value extends object>(value: Value): Value {
  if (!known.has(value)) known.set(value, keyOf(value));
  return value;
}

/** No two different values have one text: strings go with their lengths, and lists and objects end. */
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
