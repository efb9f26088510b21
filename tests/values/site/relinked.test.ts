import { expect, it } from "vitest";
import { relinked } from "../../../src/body/relinked.ts";

/** Links follow what moves. */

const from = "2024/hop/index.md";
const moves = {
  path: (path: string) => (path === "2024/cu/index.md" ? "2025/moi/index.md" : path),
  address: (address: string) => (address === "/2024/03/05/cu/" ? "/2024/03/05/moi/" : address),
};

it.each([
  ["[a](../cu/index.md)", "[a](../../2025/moi/index.md)"],
  [
    "[a](../cu/index.md#ket-qua) và [b](../khac/index.md)",
    "[a](../../2025/moi/index.md#ket-qua) và [b](../khac/index.md)",
  ],
  ["[a](<../cu/index.md>)", "[a](<../../2025/moi/index.md>)"],
  ['[a](../cu/index.md "Tên")', '[a](../../2025/moi/index.md "Tên")'],
  ["[a]: ../cu/index.md", "[a]: ../../2025/moi/index.md"],
  ["[a](/2024/03/05/cu/#b)", "[a](/2024/03/05/moi/#b)"],
  ["[a](https://thu.example/2024/03/05/cu/)", "[a](https://thu.example/2024/03/05/cu/)"],
  ["src: ../cu/index.md", "src: ../cu/index.md"],
  ["![](anh.jpg)", "![](anh.jpg)"],
])("%s becomes %s", (text, expected) => {
  expect(relinked(`---\n---\n${text}`, from, from, moves)).toBe(`---\n---\n${expected}`);
});

it("takes the article's own links and pictures along when it moves itself", () => {
  const text =
    "---\nimages:\n  - src: ../chung/a.jpg\nwithdrawn:\n  replaced_by: ../cu/index.md\n---\n![](../chung/b.jpg) [a](../khac/index.md) ![](anh.jpg)\n";
  const copied = (path: string) =>
    path === "2024/hop/anh.jpg" ? "2025/hop/anh.jpg" : moves.path(path);
  expect(relinked(text, from, "2025/hop/index.md", { ...moves, path: copied })).toBe(
    "---\nimages:\n  - src: ../../2024/chung/a.jpg\nwithdrawn:\n  replaced_by: ../moi/index.md\n---\n![](../../2024/chung/b.jpg) [a](../../2024/khac/index.md) ![](anh.jpg)\n",
  );
});
