import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { html } from "../../layouts/parts/html.ts";
import { browser, findProgram } from "./installed-program.ts";
import { type PagePictures, takePictures } from "./page-pictures.ts";
import { changesText, type SiteChanges, tellingPages } from "./site-changes.ts";

/** More pages than this are looked at by nobody. */
const mostPages = 6;

/**
 * Writes a page for the eye: what changes in words, and some pages before and after as pictures.
 * It is opened from the disk.
 *
 * @returns a sentence on it for the terminal
 */
export async function writeUpgradeReport(
  changes: SiteChanges,
  outputs: { readonly before: string; readonly after: string },
  folder: string,
): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const paths = tellingPages(changes.pages, mostPages).map(({ path }) => path);
  const program = installedBrowser();
  const pictures = program === undefined ? [] : await takePictures(program, outputs, paths, folder);
  const file = join(folder, "index.html");
  await writeFile(file, reportPage(changesText(changes), pictures));
  if (pictures.length > 0)
    return `Xem ${pictures.length} trang trước và sau, cạnh nhau: ${file} (mở bằng trình duyệt).`;
  if (paths.length === 0) return `Bản tóm tắt này cũng có ở ${file}.`;
  return `Chưa chụp được ảnh trang để so, vì máy không có Chrome hay Chromium chạy được. Muốn có ảnh thì cài một trong hai (hoặc ghi đường dẫn vào biến CHROME_PATH), trở lại bản cũ như dưới đây rồi nâng cấp lại. Bản tóm tắt có ở ${file}.`;
}

function installedBrowser(): string | undefined {
  try {
    return findProgram(browser);
  } catch {
    // A variable that leads nowhere is no reason to stop an upgrade that is done.
    return undefined;
  }
}

function reportPage(text: string, pictures: readonly PagePictures[]): string {
  return String(html`<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trang đổi thế nào khi nâng cấp</title>
<style>
body { margin: 2rem auto; max-width: 90rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
pre { white-space: pre-wrap; background: #f4f4f4; padding: 1rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
figure { margin: 0; }
img { width: 100%; border: 1px solid #bbb; }
</style>
<h1>Trang đổi thế nào khi nâng cấp</h1>
<pre>${text}</pre>
${pictures.map(
  ({ path, before, after }) => html`<h2>${path}</h2>
  <div class="pair">
  <figure><figcaption>Trước</figcaption><img src="${before}" alt="Trang trước khi nâng cấp"></figure>
  <figure><figcaption>Sau</figcaption><img src="${after}" alt="Trang sau khi nâng cấp"></figure>
  </div>
`,
)}`);
}
