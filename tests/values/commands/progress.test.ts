import { expect, it, onTestFinished, vi } from "vitest";
import { progressLine } from "../../../scripts/cli/terminal.ts";

it("a long build shows how far it has come, ten times a second at most", () => {
  const clock = vi.spyOn(performance, "now");
  onTestFinished(() => clock.mockRestore());
  const written: string[] = [];
  const stream = { isTTY: true, write: (text: string) => written.push(text) };
  const { progress, end } = progressLine("vi", stream as never);
  for (const [time, done] of [
    [500, 1_200],
    [599, 1_201],
    [600, 1_202],
  ] as const) {
    clock.mockReturnValueOnce(time);
    progress("read", done, 40_000);
  }
  end();
  expect(written).toEqual([
    "\r\u001b[KĐọc bài 1.200/40.000",
    "\r\u001b[KĐọc bài 1.202/40.000",
    "\r\u001b[K",
  ]);
});
