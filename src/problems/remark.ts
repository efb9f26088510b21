import type { MessageCode } from "./messages.ts";

/** Something in the text of a file that an editor would point out, where it begins, and what it says. */
export type Remark = {
  readonly code: MessageCode;
  /** Offset in the text of the file. */
  readonly offset: number;
  readonly args: Readonly<Record<string, string>>;
};
