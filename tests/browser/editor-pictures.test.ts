import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { article, base, temporaryFolder, writeFiles } from "../content.ts";
import { forgetUnsaved, openPreview, type PreviewServer } from "./preview-server.ts";

/** Pictures in the form editor: cut, pointed at and put together, by mouse, finger and keyboard. */

const content = temporaryFolder();
let server: PreviewServer;
let page: Page;

const images = `images:
  # ảnh bìa
  - src: san.jpg
    alt: "Ba người trên sân"
    caption:   "Sân trường"
tags: [Một,  Hai]`;

const photo = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();

beforeAll(async () => {
  writeFiles(content, {
    ...base,
    ...Object.fromEntries(
      ["phim", "keo", "diem", "giu", "nhin"].map((one) => [
        `2024/${one}/index.md`,
        article(images),
      ]),
    ),
    "2024/bo/index.md": article(),
    "2024/hoi/index.md": article(),
    "2024/may/index.md": article(),
  });
  for (const one of ["phim", "keo", "diem", "giu", "nhin"])
    writeFiles(content, { [`2024/${one}/san.jpg`]: await photo(1000, 600, "#9b1b1e") });
  server = await openPreview(content, temporaryFolder(), "/_soan/");
  page = server.page;
});

afterAll(() => server.stop());

const fileOf = (path: string) => readFileSync(join(content, path), "utf8");
const frame = () => page.frameLocator("iframe");
const slider = (name: string) => page.getByRole("slider", { name });
const cut = () => page.getByLabel("Khung cắt");
const point = () => page.getByLabel("Điểm chính", { exact: true }).and(page.locator("input"));

async function open(path: string): Promise<void> {
  await page.goto(server.address("/_soan/"));
  await forgetUnsaved(page, path);
  await page.goto(server.address(`/_soan/#/bai/${encodeURIComponent(path)}`));
  await page.locator(".write").waitFor();
}

/** Opens the tool for the picture of an article of its own, so that no test needs another. */
async function openTool(name: string): Promise<void> {
  await open(`2024/${name}/index.md`);
  await page.getByText("Cắt ảnh, chọn điểm chính").click();
  await page.locator(".samples img").first().waitFor();
}

async function save(): Promise<void> {
  await page.keyboard.press("Control+s");
  await expect.poll(() => page.locator(".bar .saved").innerText()).toBe("Đã lưu");
}

/** Returns a place of the picture, in pixels of the window. */
async function at(x: number, y: number): Promise<[number, number]> {
  // Its corners have to be in the window too.
  await page.locator(".framed").evaluate((element) => {
    (element as unknown as { scrollIntoView: (how: object) => void }).scrollIntoView({
      block: "center",
    });
  });
  const box = (await page.locator(".framed > img").boundingBox())!;
  return [box.x + (box.width * x) / 100, box.y + (box.height * y) / 100];
}

async function dragBy(from: [number, number], to: [number, number]): Promise<void> {
  await page.mouse.move(...(await at(...from)));
  await page.mouse.down();
  await page.mouse.move(...(await at((from[0] + to[0]) / 2, (from[1] + to[1]) / 2)));
  await page.mouse.move(...(await at(...to)));
  await page.mouse.up();
}

describe("a picture", () => {
  it("is cut by arrow keys, which say where they are, and the cut can be taken back", async () => {
    await openTool("phim");
    const before = fileOf("2024/phim/index.md");
    const left = slider("Mép trái");
    await left.focus();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft", "Shift+ArrowRight"])
      await left.press(key);
    expect(await left.getAttribute("aria-valuetext")).toBe("cắt bớt 11%");
    await slider("Mép dưới").press("Shift+ArrowUp");
    // A side never goes over the one that is opposite.
    await slider("Mép trên").press("End");
    await expect.poll(() => cut().inputValue()).toBe("11% 85% 89% 5%");
    await slider("Mép trên").press("Home");
    expect(await cut().inputValue()).toBe("11% 0% 89% 90%");
    await expect
      .poll(() => page.locator(".framing [role=status]").innerText())
      .toBe("Phần giữ lại: 890 × 540 điểm ảnh.");
    await expect
      .poll(() =>
        frame()
          .locator("article img")
          .evaluate((img) => {
            const { naturalWidth, naturalHeight } = img as unknown as Record<string, number>;
            return (naturalWidth! / naturalHeight!).toFixed(2);
          }),
      )
      .toBe((890 / 540).toFixed(2));
    await save();
    expect(fileOf("2024/phim/index.md")).toBe(
      before.replace('"Sân trường"\n', '"Sân trường"\n    crop: "11% 0% 89% 90%"\n'),
    );
    await page.getByRole("button", { name: "Bỏ cắt" }).click();
    await save();
    expect(fileOf("2024/phim/index.md")).toBe(before);
  });

  it("is cut by the corners, by mouse and by finger, and the cut is moved as a whole", async () => {
    await openTool("keo");
    await dragBy([0, 0], [20, 10]);
    expect(await cut().inputValue()).toBe("20% 10% 80% 90%");
    const touch = await page.context().newCDPSession(page);
    const send = async (type: string, place?: [number, number]) => {
      const [x = 0, y = 0] = place ? await at(...place) : [];
      const touchPoints = place ? [{ x, y }] : [];
      await touch.send("Input.dispatchTouchEvent", { type, touchPoints } as never);
    };
    await send("touchStart", [100, 100]);
    await send("touchMove", [90, 95]);
    await send("touchMove", [80, 90]);
    await send("touchEnd");
    await expect.poll(() => cut().inputValue()).toBe("20% 10% 60% 80%");
    await dragBy([50, 30], [85, 45]);
    expect(await cut().inputValue()).toBe("40% 20% 60% 80%");
    await page.getByRole("button", { name: "Bỏ cắt" }).click();
    expect(await cut().inputValue()).toBe("");
  });

  it("has a point that a click or arrow keys put where the people are", async () => {
    await openTool("diem");
    await page.mouse.click(...(await at(25, 40)));
    await expect.poll(() => point().inputValue()).toBe("25% 40%");
    const mark = slider("Điểm chính");
    await mark.press("ArrowRight");
    await mark.press("Shift+ArrowUp");
    expect(await point().inputValue()).toBe("26% 30%");
    expect(await mark.getAttribute("aria-valuetext")).toBe("cách trái 26%, cách trên 30%");
    // The samples follow: in an upright place the left part of the picture is shown.
    const shift = () =>
      page.locator(".samples .upright img").evaluate((img) => {
        const { style } = img as unknown as { style: { left: string } };
        return Number.parseFloat(style.left);
      });
    const shifted = await shift();
    await mark.press("Home");
    await expect.poll(shift).toBeGreaterThan(shifted);
    await save();
    expect(fileOf("2024/diem/index.md")).toContain('    focus: "0% 0%"\n');
    await mark.press("Delete");
    expect(await point().inputValue()).toBe("");
    await save();
  });

  it("keeps its point within the cut, and what is wrong in the field is said there", async () => {
    await openTool("giu");
    await cut().fill("0% 0% 50% 50%");
    await slider("Điểm chính").press("End");
    expect(await point().inputValue()).toBe("50% 50%");
    await expect
      .poll(() => page.locator(".framing [role=status]").innerText())
      .toContain("bị nhòe");
    await cut().fill("60% 0% 80% 50%");
    const field = page.locator(".field", { has: cut() });
    await expect.poll(() => field.innerText()).toContain('"60% 0% 40% 50%"');
    expect(await cut().getAttribute("aria-invalid")).toBe("true");
    await cut().fill("");
    await point().fill("");
  });

  it("and its tool are usable by everybody, on a phone too", async () => {
    const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await openTool("nhin");
      await page.evaluate(axe);
      const found = (await page.evaluate("axe.run({ exclude: [['iframe']] })")) as AxeResults;
      expect(found.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
      const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
});

/** Drops files on the pictures of the form, all at once. */
async function drop(files: readonly { name: string; bytes: Buffer }[]): Promise<void> {
  if ((await page.locator("#phan-images[open]").count()) === 0)
    await page.locator("#phan-images > summary").click();
  const plain = files.map(({ name, bytes }) => ({ name, bytes: [...bytes] }));
  await page.locator("#phan-images .drop").evaluate((target, all) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of all)
      transfer.items.add(new File([new Uint8Array(bytes)], name, { type: "image/jpeg" }));
    target.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true }));
  }, plain);
}

describe("several photos of a telephone", () => {
  const dialog = () => page.getByRole("dialog");
  const taken = async (hour: number, background: string) =>
    sharp(await photo(900, 600, background))
      .withExif({
        IFD2: { DateTimeOriginal: `2024:03:05 ${hour}:00:00` },
        IFD3: { GPSLatitude: "21/1 1/1 0/1", GPSLatitudeRef: "N" },
      })
      .jpeg()
      .toBuffer();

  it("are asked about in the order in which they were taken, and keep no place", async () => {
    await open("2024/may/index.md");
    await drop([
      { name: "IMG_2.jpg", bytes: await taken(15, "#9b1b1e") },
      { name: "IMG_10.jpg", bytes: await taken(11, "#123a8c") },
      { name: "IMG_9.jpg", bytes: Buffer.from("không phải ảnh") },
      { name: "IMG_1.jpg", bytes: await taken(13, "#1f6a3a") },
    ]);
    const heading = () => dialog().getByRole("heading").innerText();
    await expect.poll(heading).toBe("Ảnh 1/3 img-10.jpg");
    expect(await page.locator(".message").innerText()).toMatch(
      /Đã thêm 3 ảnh\.\s+“IMG_9\.jpg” không/u,
    );
    // By keyboard alone: the caption has the focus, Tab leads on, Enter goes to the next.
    const focused = () => page.evaluate("document.activeElement.id");
    for (const [at, words] of ["Sáng", "Trưa", "Chiều"].entries()) {
      await expect.poll(heading).toContain(`Ảnh ${at + 1}/3`);
      await expect.poll(focused).toBe("anh-moi-loi-duoi");
      await page.keyboard.type(`${words} trên sân`);
      await page.keyboard.press("Tab");
      await page.keyboard.type(`Sân buổi ${words.toLowerCase()}`);
      if (at < 2) await page.keyboard.press("Enter");
    }
    await dialog().getByText("Cắt ảnh, chọn điểm chính").click();
    await dialog().getByRole("slider", { name: "Mép trái" }).press("Shift+ArrowRight");
    await dialog().getByRole("button", { name: "Xong" }).click();
    await expect.poll(() => dialog().count()).toBe(0);
    await save();
    const lines = (name: string, words: string) =>
      `  - src: ${name}\n    alt: "Sân buổi ${words.toLowerCase()}"\n    caption: "${words} trên sân"\n`;
    const crop = '    crop: "10% 0% 90% 100%"\n';
    expect(fileOf("2024/may/index.md")).toContain(
      `images:\n${lines("img-10.jpg", "Sáng")}${lines("img-1.jpg", "Trưa")}${lines("img-2.jpg", "Chiều")}${crop}---`,
    );
    for (const name of ["img-10.jpg", "img-1.jpg", "img-2.jpg"]) {
      const { exif } = await sharp(join(content, "2024/may", name)).metadata();
      expect(exif).toBeUndefined();
    }
  });

  it("that are there already are not put into the list twice", async () => {
    await open("2024/may/index.md");
    await drop([{ name: "IMG_10.jpg", bytes: await taken(11, "#123a8c") }]);
    await expect.poll(() => page.locator(".message").innerText()).toContain("đã có trong bài");
    expect(await page.locator("#phan-images .row").count()).toBe(3);
  });

  it("are asked about in a way that everybody can use, on a phone too", async () => {
    const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
    const files = [
      { name: "a.jpg", bytes: await photo(600, 900, "#9b1b1e") },
      { name: "b.jpg", bytes: await photo(900, 600, "#123a8c") },
    ];
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await open("2024/hoi/index.md");
      await drop(files);
      await dialog().waitFor();
      await page.evaluate(axe);
      const found = (await page.evaluate("axe.run('dialog')")) as AxeResults;
      expect(found.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
      const box = (await dialog().boundingBox())!;
      expect(box.x >= 0 && box.x + box.width <= width).toBe(true);
      await page.keyboard.press("Escape");
      await expect.poll(() => dialog().count()).toBe(0);
      expect(await page.evaluate("document.activeElement.id")).toBe("o-images-0-alt");
    }
  });
});

describe("a gallery", () => {
  it("is put together of pictures that came at once, in an order, with a caption", async () => {
    await open("2024/bo/index.md");
    const colours = ["#9b1b1e", "#123a8c", "#1f6a3a"];
    const photos = await Promise.all(colours.map((one) => photo(900, 600, one)));
    await drop(photos.map((bytes, at) => ({ name: `Ảnh ${at + 1}.jpg`, bytes })));
    await page.getByRole("button", { name: "Để sau" }).click();
    const alts = page.getByLabel("Lời tả");
    await expect.poll(() => alts.count()).toBe(3);
    for (const [number, words] of ["Màu đỏ", "Màu xanh", "Màu lục"].entries())
      await alts.nth(number).fill(words);
    await page.locator("#noi-dung").click();
    await page.keyboard.press("Control+End");
    await page.getByRole("button", { name: "Bộ ảnh…" }).click();
    const put = page.getByRole("button", { name: "Chèn vào bài" });
    for (const name of ["Màu đỏ", "Màu lục"]) await page.getByRole("checkbox", { name }).check();
    for (const at of [3, 2])
      await page.getByRole("button", { name: `Lên trong bộ ảnh: ảnh ${at}` }).click();
    await page.getByLabel("Lời chung dưới bộ ảnh").fill("Ba màu của ngày hội");
    await put.click();
    await save();
    expect(fileOf("2024/bo/index.md")).toContain(
      "Nội dung bài thử.\n\n![Màu lục](anh-3.jpg)\n![Màu đỏ](anh-1.jpg)\nBa màu của ngày hội\n",
    );
    await expect.poll(() => frame().locator(".prose .gallery > .shot").count()).toBe(2);
    // What is left is shown by itself: it is the cover only when it is the first.
    expect(await frame().locator(".gallery > figcaption").innerText()).toBe("Ba màu của ngày hội");
  });

  it("is changed from within", async () => {
    await page.locator("#noi-dung").getByText("Ba màu của ngày hội").click();
    await page.getByRole("button", { name: "Bộ ảnh…" }).click();
    expect(await page.getByLabel("Lời chung dưới bộ ảnh").inputValue()).toBe("Ba màu của ngày hội");
    await page.getByRole("checkbox", { name: "Màu xanh" }).check();
    await page.getByRole("checkbox", { name: "Màu lục" }).uncheck();
    await page.getByLabel("Lời chung dưới bộ ảnh").fill("");
    await page.getByRole("button", { name: "Sửa trong bài" }).click();
    await save();
    expect(fileOf("2024/bo/index.md")).toMatch(
      /Nội dung bài thử\.\n\n!\[Màu đỏ\]\(anh-1\.jpg\)\n!\[Màu xanh\]\(anh-2\.jpg\)\n$/u,
    );
  });
});

it("nothing on the page broke its content policy", () => {
  expect(server.errors).toEqual([]);
});
