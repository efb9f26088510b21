/** Returns a text with its percent signs read, or as it is where they mean nothing. */
export function withoutPercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
