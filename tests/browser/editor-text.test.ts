import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { article, base, temporaryFolder, writeFiles } from "../content.ts";
import { forgetUnsaved, openPreview, type PreviewServer } from "./preview-server.ts";

/** The text of an article in the form editor, as somebody writes it who knows Word. */

const content = temporaryFolder();
const cache = temporaryFolder();
let server: PreviewServer;
let page: Page;
let keyboard: CDPSession;

beforeAll(async () => {
  writeFiles(content, { ...base, "bai.md": article() });
  server = await openPreview(content, cache, "/_soan/");
  page = server.page;
  keyboard = await page.context().newCDPSession(page);
});

afterAll(() => server.stop());

beforeEach(async () => {
  await page.goto(server.address("/_soan/"));
  await forgetUnsaved(page, "bai.md");
});

const box = () => page.locator("#noi-dung");
const fileOf = (path: string) => readFileSync(join(content, path), "utf8");
const bodyOf = (path: string) => fileOf(path).replace(/^---\n.*?\n---\n\n/su, "");
const marksButton = () => page.getByRole("button", { name: "Xem dấu Markdown" });

/** Opens an article with a text, in which `‹` and `›` are the ends of the selection. */
async function open(marked: string): Promise<void> {
  const [before = "", chosen = "", after = ""] = marked.split(/[‹›]/u);
  writeFiles(content, { "bai.md": article("", before + chosen + after) });
  await page.goto(server.address("/_soan/#/"));
  await page.locator(".articles li").first().waitFor();
  await page.goto(server.address("/_soan/#/bai/bai.md"));
  await box().waitFor();
  // By the keyboard alone, as a writer would: from the end, over what is shown.
  await box().focus();
  await page.keyboard.press("Control+Home");
  // The empty line between paragraphs is no place for the caret.
  for (const _ of before.replaceAll("\n\n", "\n")) await page.keyboard.press("ArrowRight");
  for (const _ of chosen) await page.keyboard.press("Shift+ArrowRight");
}

async function saved(): Promise<string> {
  await page.keyboard.press("Control+s");
  await expect.poll(() => page.locator(".bar .saved").innerText()).toBe("Đã lưu");
  return bodyOf("bai.md");
}

describe("the toolbar", () => {
  const pressed = () =>
    page.locator(".tools button[aria-pressed=true]:not(.marks)").allInnerTexts();

  it("shows which buttons the place of the caret is made by, in both fields", async () => {
    await open("## Đề mục ‹›\n\n- một **đậm *cả hai*** mục");
    await expect.poll(pressed).toEqual(["Đề mục"]);
    await page.keyboard.press("Control+End");
    await expect.poll(pressed).toEqual(["Danh sách"]);
    await page.keyboard.press("Control+b");
    await expect.poll(pressed).toEqual(["Đậm", "Danh sách"]);
    await page.getByRole("button", { name: "Danh sách", exact: true }).click();
    // All of the line is selected, and only a part of it is bold.
    await expect.poll(pressed).toEqual([]);
    await marksButton().click();
    await box().press("Control+Home");
    await expect.poll(pressed).toEqual(["Đề mục"]);
    // Where the page may not choose colours, a pressed button still looks like none of the others.
    await page.emulateMedia({ forcedColors: "active" });
    const colours = await page
      .locator(".tools button:not(.marks)")
      .evaluateAll((all) => all.map((one) => getComputedStyle(one as never).backgroundColor));
    const [on, ...others] = [...colours.splice(2, 1), ...colours];
    expect(others).not.toContain(on);
    await page.emulateMedia({ forcedColors: "none" });
    await marksButton().click();
  });
});

describe("bold", () => {
  it("is bold on the page that one writes on, and no star is to be seen", async () => {
    await open("Một **chữ** đậm.");
    await page.getByLabel("Tiêu đề").focus();
    await expect.poll(() => box().innerText()).toBe("Một chữ đậm.");
    const weight = await page.evaluate(
      "getComputedStyle(document.querySelector('.is-strong')).fontWeight",
    );
    expect(Number(weight)).toBeGreaterThanOrEqual(600);
  });

  it("of a selection that ends in a blank, by key and by button, and back", async () => {
    await open("một ‹chữ ›hai");
    await page.keyboard.press("Control+b");
    expect(await saved()).toBe("một **chữ** hai\n");
    await page.getByRole("button", { name: "Đậm" }).click();
    expect(await saved()).toBe("một chữ hai\n");
    await page.keyboard.press("Control+z");
    expect(await saved()).toBe("một **chữ** hai\n");
  });

  it("goes over several paragraphs and is the same in the plain field", async () => {
    await open("‹Một.\n\nHai.›");
    await marksButton().click();
    await box().focus();
    await page.keyboard.press("Control+a");
    await page.getByRole("button", { name: "Đậm" }).click();
    expect(await box().inputValue()).toBe("**Một.**\n\n**Hai.**");
    await page.keyboard.press("Control+z");
    expect(await box().inputValue()).toBe("Một.\n\nHai.");
  });

  it("begins and ends what is typed", async () => {
    await open("Một ‹›.");
    await page.keyboard.press("Control+b");
    await page.keyboard.type("chữ ");
    await page.keyboard.press("Control+b");
    await page.keyboard.type("hai");
    expect(await saved()).toBe("Một **chữ** hai.\n");
  });

  it("says so where it cannot be", async () => {
    await open("a‹,›b");
    await page.keyboard.press("Control+b");
    await expect
      .poll(async () => (await page.getByRole("status").allInnerTexts()).join(" "))
      .toContain("không in đậm được");
  });
});

/** What keyboard programs send for two words: letters, or backspaces and letters. */
const words: Readonly<Record<string, readonly (string | readonly [number, string])[]>> = {
  tiếng: ["t", "i", "e", [1, "ê"], "n", "g", [3, "ếng"]],
  đường: ["d", [1, "đ"], "u", "o", [2, "ươ"], "n", "g", [3, "ờng"]],
};

/** Sends keys as UniKey does: all at once, and letters as no key of the keyboard (VK_PACKET). */
async function typeByBackspaces(word: string): Promise<void> {
  const key = (type: "keyDown" | "keyUp", code: number, name: string, text = "") =>
    keyboard.send("Input.dispatchKeyEvent", {
      type,
      windowsVirtualKeyCode: code,
      key: name,
      ...(text === "" ? {} : { text }),
    });
  const sent = words[word]!.flatMap((step) => {
    const [back, letters] = typeof step === "string" ? [0, step] : step;
    return [
      ...Array.from({ length: back }, () => [
        key("keyDown", 8, "Backspace"),
        key("keyUp", 8, "Backspace"),
      ]),
      ...[...letters].map((letter) => [
        key("keyDown", 231, letter, letter),
        key("keyUp", 231, letter),
      ]),
    ].flat();
  });
  await Promise.all(sent);
}

/** Composes a word as an input method of the system does. */
async function typeByComposition(word: string): Promise<void> {
  for (let length = 1; length <= word.length; length += 1)
    await keyboard.send("Input.imeSetComposition", {
      // While it is composed a word still lacks its marks.
      text: word.slice(0, length).normalize("NFD").replaceAll(/\p{M}/gu, ""),
      selectionStart: length,
      selectionEnd: length,
    });
  await keyboard.send("Input.insertText", { text: word });
}

describe.each([
  ["backspaces and letters", typeByBackspaces],
  ["composition", typeByComposition],
])("a keyboard program that works by %s", (_, type) => {
  const places: readonly [string, string][] = [
    ["a new text", "‹›"],
    ["bold words", "a **hai‹› ba** b"],
    ["the end of bold words", "a **hai ba‹›** b"],
    ["what is selected", "a **‹chữ›** b"],
    ["a heading", "## a‹›"],
    ["a list", "- a\n- ‹›b"],
    ["a link", "a [b‹›](https://thu.example) c"],
  ];
  it.each(places)("writes into %s", async (_place, marked) => {
    for (const word of Object.keys(words)) {
      await open(marked === "‹›" ? "x‹›" : marked);
      await type(word);
      const expected = (marked === "‹›" ? "x‹›" : marked).replace(/‹.*›/su, word);
      expect(await saved()).toBe(`${expected}\n`);
    }
  });
});

describe("keys that people know from Word", () => {
  it("Enter begins a paragraph, a list goes on, and Backspace joins", async () => {
    await open("Một.‹›");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Hai.");
    await page.getByRole("button", { name: "Danh sách", exact: true }).click();
    await page.keyboard.press("Enter");
    await page.keyboard.type("Ba.");
    expect(await saved()).toBe("Một.\n\n- Hai.\n- Ba.\n");
    await open("Một.\n\n‹›Hai.");
    await page.keyboard.press("Backspace");
    expect(await saved()).toBe("Một.Hai.\n");
  });

  it("the space between paragraphs is no place to type in, by keyboard or mouse", async () => {
    await open("Một.‹›\n\nHai.\n\nBa.");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.type("x");
    expect(await saved()).toBe("Một.\n\nxHai.\n\nBa.\n");
    await box().locator(".cm-line").nth(3).click();
    await page.keyboard.type("y");
    expect(await saved()).toBe("Một.\n\nxHai.y\n\nBa.\n");
    await page.keyboard.press("Delete");
    expect(await saved()).toBe("Một.\n\nxHai.yBa.\n");
    await page.keyboard.press("Enter");
    await page.keyboard.type("z");
    expect(await saved()).toBe("Một.\n\nxHai.y\n\nzBa.\n");
  });

  it("Tab leaves the text, as it leaves every field", async () => {
    await open("Một.‹›");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.id")).not.toBe("noi-dung");
    expect(await saved()).toBe("Một.\n");
  });
});

describe("the Markdown", () => {
  it("is one click away, and stays so when the page is loaded anew", async () => {
    await open("Một **chữ** đậm.\n\n- hai");
    await marksButton().click();
    expect(await box().inputValue()).toBe("Một **chữ** đậm.\n\n- hai");
    await page.reload();
    await expect.poll(() => box().inputValue()).toBe("Một **chữ** đậm.\n\n- hai");
    await marksButton().click();
    await expect.poll(() => box().innerText()).toContain("Một chữ đậm.");
  });

  it("stays byte for byte where nobody wrote", async () => {
    const odd = "Ha\u0323\u0302i  \nBa\t__bốn__ &amp; \\* <b>\n\n\n\n*  năm\n\u00a0sáu";
    writeFiles(content, { "le.md": article("", `Một.\n\n${odd}`).replaceAll("\n", "\r\n") });
    const before = fileOf("le.md");
    await page.goto(server.address("/_soan/#/bai/le.md"));
    await box().focus();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("Không ");
    expect(await saved()).toBeDefined();
    expect(fileOf("le.md")).toBe(before.replace("\r\nMột.", "\r\nKhông Một."));
  });

  it("is not what a screen reader reads out: the field has its name, lines and words", async () => {
    await open("Một **chữ** đậm.");
    await page.getByLabel("Tiêu đề").focus();
    const field = page.getByRole("textbox", { name: "Nội dung" });
    expect(await field.getAttribute("aria-multiline")).toBe("true");
    expect(await field.innerText()).toBe("Một chữ đậm.");
  });
});

it("breaks no rule of the page's content policy", () => {
  expect(server.errors).toEqual([]);
});
