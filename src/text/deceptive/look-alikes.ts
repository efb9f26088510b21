/*
 * Letters that readers take for Latin ones, in most fonts or in all. After the table of confusables
 * of UTS #39; only what is drawn alike is here, because a word is repaired by it.
 */

/** Foreign letter, Latin letter, and so on. */
const pairs = {
  Cyrillic: "АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXҮYԚQԜWЅSӀIаaеeіiјjоoрpсcуyхxѕsһhԁdԛqԝwѵvүyӏlкk",
  Greek: "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXϹCͿJαaιiκkνvοoρpυuϲcϳj",
  Armenian: "ՕOՍUԼLՏSօoսuհhյjոnցgզq",
  Latin:
    "ɑaɡgıiɩiɪiʟlᴀaʙbᴄcᴅdᴇeғfɢgʜhᴊjᴋkᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzſsĸkʋuƖlꞮIꞬGꞫEƦRƤPƊDƁBɓbɗdƙkɖđᶃgꬰaꬲeꬽoꭎuꭒu",
} as const;

const latinOf = new Map<string, string>();
for (const row of Object.values(pairs)) {
  const letters = [...row];
  for (let at = 0; at < letters.length; at += 2) latinOf.set(letters[at]!, letters[at + 1]!);
}

/** Letters that look like one Latin letter in some fonts, and like another in others. */
const unsure = /[ӏӀɩꞮι]/u;

/** Returns whether a letter of a word may stand for more than one Latin letter. */
export function isUnsure(word: string): boolean {
  return unsure.test(word);
}

/** Returns the Latin letter that a letter looks like, with its marks; undefined for none. */
export function latinLike(letter: string): string | undefined {
  const [base = "", ...marks] = letter.normalize("NFD");
  const known = latinOf.get(base);
  return known === undefined ? undefined : (known + marks.join("")).normalize("NFC");
}
