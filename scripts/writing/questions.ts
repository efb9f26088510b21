import { createInterface } from "node:readline";
import { type Day, parseDay, shortDay } from "../../src/day.ts";
import { compose } from "../../src/text/compose.ts";
import { closest } from "../../src/text/nearest.ts";
import { saysSame } from "../../src/text/vietnamese.ts";
import type { Unit } from "../../src/unit.ts";
import { matchingUnits } from "./choices.ts";

/** Asks a question and returns the line that was typed; throws `NoAnswer` at the end of input. */
export type Ask = (question: string) => Promise<string>;

/** The input was closed instead of a reply: Ctrl+C or Ctrl+D. */
export class NoAnswer extends Error {}

/**
 * Asks on the terminal, line by line. Editing the line is left to the terminal itself, because the
 * input methods for Vietnamese do not work with programs that redraw the line at each key.
 */
export function terminalQuestions(): { readonly ask: Ask; readonly end: () => void } {
  const lines = createInterface({ input: process.stdin, terminal: false });
  const waiting = lines[Symbol.asyncIterator]();
  return {
    async ask(question) {
      process.stdout.write(question);
      const { value, done } = await waiting.next();
      if (done) throw new NoAnswer();
      return compose(String(value)).trim();
    },
    end: () => lines.close(),
  };
}

/** Asks until something is typed; an empty line takes the default, if there is one. */
export async function askText(ask: Ask, question: string, usual = ""): Promise<string> {
  for (;;) {
    const answer = await ask(usual === "" ? `${question}: ` : `${question} [${usual}]: `);
    if (answer !== "" || usual !== "") return answer || usual;
  }
}

/** Asks until a day is understood; an empty line takes the default. */
export async function askDay(ask: Ask, question: string, usual: Day): Promise<Day> {
  for (;;) {
    const answer = await ask(`${question} [${shortDay(usual)}]: `);
    if (answer === "") return usual;
    const day = parseDay(answer);
    if (day !== undefined) return day;
    await say(`Không hiểu ngày “${answer}”. Ví dụ: 14/1/2024.`);
  }
}

/** At most this many units are offered at once, because nobody can compare more. */
const shown = 9;

/** Asks for a unit, which is found by a few words of its name. */
export async function askUnit(ask: Ask, units: readonly Unit[], day: Day): Promise<Unit> {
  let offered: readonly Unit[] = [];
  for (;;) {
    const answer = await ask(
      offered.length === 0
        ? "Đơn vị (gõ vài chữ của tên, không cần dấu): "
        : "Gõ số để chọn, hoặc gõ chữ khác để tìm lại: ",
    );
    const chosen = /^\d+$/u.test(answer) ? offered[Number(answer) - 1] : undefined;
    if (chosen !== undefined) {
      await say(`→ ${chosen.name}`);
      return chosen;
    }
    if (answer === "") {
      await say(
        offered.length === 0
          ? "Bài nào cũng thuộc một đơn vị. Gõ vài chữ của tên, ví dụ “chi bo”; các đơn vị có trong tệp units.yaml."
          : "Gõ số trong ngoặc vuông ở trên, ví dụ 1, hoặc gõ vài chữ khác của tên đơn vị.",
      );
      continue;
    }
    const found = matchingUnits(units, answer, day);
    if (found.length === 0) {
      await say(`Không có đơn vị nào khớp với “${answer}” trong units.yaml.`);
      continue;
    }
    offered = found.slice(0, shown);
    for (const [at, { name, kind }] of offered.entries())
      await say(`  ${numbered(at, name)}${kind === undefined ? "" : ` (${kind})`}`);
    if (found.length > shown)
      await say(`  … và ${found.length - shown} đơn vị khác; gõ thêm chữ để thu hẹp.`);
  }
}

/** Asks for topics: known ones by number or name, or new ones; none is fine. */
export async function askTags(ask: Ask, known: readonly string[]): Promise<string[]> {
  const offered = known.slice(0, 20);
  if (offered.length > 0) await say(offered.map((tag, at) => `  ${numbered(at, tag)}`).join("\n"));
  const answer = await ask("Chủ đề (gõ số hoặc tên, ngăn bằng dấu phẩy; Enter để bỏ qua): ");
  const typed = answer
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const tags: string[] = [];
  for (const part of typed)
    tags.push(
      /^\d+$/u.test(part) ? (offered[Number(part) - 1] ?? part) : await meantTag(ask, known, part),
    );
  const chosen = [...new Set(tags)];
  if (tags.some((tag, at) => tag !== typed[at])) await say(`→ ${chosen.join(", ")}`);
  return chosen;
}

/**
 * Returns the topic that was meant. If a known one is nearly the same, it asks back, because two
 * topics for one thing would separate its articles.
 */
async function meantTag(ask: Ask, known: readonly string[], typed: string): Promise<string> {
  const same = known.find((tag) => saysSame(tag, typed));
  if (same !== undefined) return same;
  const near = closest(typed, known);
  if (near === undefined) return typed;
  for (;;) {
    const answer = await ask(`Có phải “${near}”? Enter để lấy, gõ k để giữ “${typed}”: `);
    if (answer === "") return near;
    if (/^k(?:hông)?$/iu.test(answer)) return typed;
  }
}

/** Adds a number, in brackets because names have numbers too: `[1] Chi bộ mẫu số 3`. */
function numbered(at: number, name: string): string {
  return `[${at + 1}] ${name}`;
}

async function say(text: string): Promise<void> {
  process.stdout.write(`${text}\n`);
}
