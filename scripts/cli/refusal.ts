import type { OutputReason, OutputRefused } from "../../src/output/staging.ts";
import type { Language } from "../../src/problems/problem.ts";

const refusals: Readonly<
  Record<Language, Readonly<Record<OutputReason, (output: string) => string>>>
> = {
  vi: {
    "holds-sources": (output) =>
      `Không ghi vào “${output}”: thư mục này chứa nội dung hoặc mã nguồn. Xin chọn thư mục khác bằng --output.`,
    "not-a-site": (output) =>
      `Không ghi vào “${output}”: ở đó có thứ không phải do lệnh build tạo ra. Xin chọn thư mục trống bằng --output.`,
    busy: (output) =>
      `Một lệnh build khác đang ghi “${output}”. Xin chờ lệnh đó xong rồi chạy lại.`,
  },
  en: {
    "holds-sources": (output) =>
      `Nothing is written to “${output}”: it holds content or source code. Choose another folder with --output.`,
    "not-a-site": (output) =>
      `Nothing is written to “${output}”: it holds things that no build made. Choose an empty folder with --output.`,
    busy: (output) => `Another build is writing “${output}”. Wait for it, then try again.`,
  },
};

/** Says why an output folder may not be written to, and what to do. */
export function refusalText({ reason, output }: OutputRefused, lang: Language): string {
  return refusals[lang][reason](output);
}
