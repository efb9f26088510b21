import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { addressRecordText } from "../src/address-record.ts";
import { makeFile } from "../src/cache/move-into.ts";
import { addressRecordName } from "../src/content/content-folder.ts";
import { isError } from "../src/problems/problem.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { countText, reportText } from "./cli/report.ts";
import { paintFor, run } from "./cli/terminal.ts";
import { checkAddresses } from "./site/make-site.ts";
import { newRecord } from "./writing/new-record.ts";

await run("addresses", async (options) => {
  const { content } = options;
  const checked = await checkAddresses({ ...options, drafts: false });
  const errors = checked.problems.filter(isError);
  if (errors.length > 0) {
    const printing = { content, lang: "vi", paint: paintFor(process.stderr) } as const;
    process.stderr.write(reportText(errors, printing));
    process.stderr.write(
      `Chưa ghi sổ địa chỉ, vì nội dung có ${countText(errors, "vi")}. Sửa xong rồi chạy lại.\n`,
    );
    return 1;
  }
  const { addresses, added, dropped } = newRecord(checked);
  const path = join(content, addressRecordName);
  if (added.length + dropped.length > 0 || checked.record.length === 0)
    await makeFile(path, (beside) =>
      writeFile(beside, addressRecordText(addresses), { flag: "wx" }),
    );
  for (const address of dropped) process.stdout.write(`Bỏ ${address}: không còn bài nào.\n`);
  process.stdout.write(
    `Sổ địa chỉ ${path.replaceAll("\\", "/")} có ${formatNumber(addresses.size)} địa chỉ, thêm ${formatNumber(added.length)}. Nhớ commit tệp này.\n`,
  );
  return 0;
});
