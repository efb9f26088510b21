/*
 * Raised and lowered letters, as in 10⁵ and CO₂. Only digits and a few signs have such forms of
 * their own that everybody can search for; a number is never left on the line, where 10⁵ would be
 * 105.
 */

const high = new Map(pairs("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"));
const low = new Map(pairs("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"));

function pairs(plain: string, formed: string): [string, string][] {
  const forms = [...formed];
  return [...plain].map((letter, at) => [letter, forms[at]!]);
}

/** Returns a raised text: `⁻⁴`, or `^(a+1)` where its letters cannot be raised. */
export function raised(text: string): string {
  return formed(text, high) ?? marked(text, "^");
}

/** Returns a lowered text: `₂`, or `_(max)` where its letters cannot be lowered. */
export function lowered(text: string): string {
  return formed(text, low) ?? marked(text, "_");
}

/** What is raised by habit, and means the same on the line: 1st, 2e, 3ème; marks of notes. */
const byHabit = /^(?:(?:st|nd|rd|th|er|re|e|ème)?[*†‡§®©™ªº°'’”"]*|\[\d{1,3}\])$/u;
/** Letters that have raised forms of their own: 36ºC is no word, and 5ª no clause 5a. */
const highLetters = new Map(pairs("oa", "ºª"));

/**
 * Returns what a raised text of a document becomes behind another: the sign itself where that says
 * the same, otherwise as in a formula.
 */
export function raisedBehind(text: string): string {
  const plain = text.trim();
  if (plain === "" || byHabit.test(plain)) return text;
  if (plain === "TM") return "™";
  const letter = highLetters.get(plain);
  if (letter !== undefined) return text.replace(plain, letter);
  return text.replace(plain, () => raised(plain));
}

/** Returns what a lowered text becomes; letters behind letters, such as `x` in NOx, stay. */
export function loweredBehind(text: string): string {
  const plain = text.trim();
  return plain === "" || /^\p{L}+$/u.test(plain) ? text : text.replace(plain, () => lowered(plain));
}

function formed(text: string, forms: ReadonlyMap<string, string>): string | undefined {
  let result = "";
  for (const letter of text.replaceAll(/[−–‐‑]/gu, "-")) {
    const form = letter === " " ? "" : forms.get(letter);
    if (form === undefined) return undefined;
    result += form;
  }
  return result;
}

function marked(text: string, sign: string): string {
  return /^[\p{L}\d.,%]+$/u.test(text) && [...text].length === 1 ? sign + text : `${sign}(${text})`;
}
