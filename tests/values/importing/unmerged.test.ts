import { join } from "node:path";
import { expect, it } from "vitest";
import { readDocument } from "../../../scripts/writing/importing.ts";
import { folderOf } from "../../content.ts";

it.each(["bai.md", "bai.txt"])("a text with a merge conflict is not imported: %s", async (name) => {
  const file = join(
    folderOf({ [name]: "Một.\r\n\r\n<<<<<<< HEAD\r\nHai.\r\n=======\r\nBa.\r\n>>>>>>> x\r\n" }),
    name,
  );
  await expect(readDocument(file)).rejects.toThrow("dấu của git ở dòng 3, 5, 7");
});
