/*
 * Emoji are made of parts that mean nothing, or deceive, anywhere else: joiners, variation
 * selectors, tag letters, regional indicators (UTS #51).
 */

/** Flags, tagged flags, keycaps, and pictures with colour of skin, joined to one another. */
const emoji =
  /\p{RGI_Emoji_Flag_Sequence}|\p{RGI_Emoji_Tag_Sequence}|[0-9#*]\ufe0f?\u20e3|(?<![\p{L}\p{N}])[\u2139\u24c2\u{1f170}\u{1f171}\u{1f17e}\u{1f17f}]\ufe0f?(?![\p{L}\p{N}\u24c2\u{1f170}-\u{1f189}])|[\p{Extended_Pictographic}--[\u2139\u24c2\u{1f170}\u{1f171}\u{1f17e}\u{1f17f}]](?:[\ufe0e\ufe0f]|\p{Emoji_Modifier})?(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?){0,9}/gv;

/** Returns a text of the same length with blanks in place of emoji. */
export function withoutEmoji(text: string): string {
  return text.replaceAll(emoji, (one) => " ".repeat(one.length));
}
