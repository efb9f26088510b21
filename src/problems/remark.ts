import type { MessageCode } from "./messages.ts";

/** Something in the text of a file that an editor would point out, and where it begins. */
export type Remark = {
  readonly code: MessageCode;
  /** Offset in the text of the file, in UTF-16 units. */
  readonly offset: number;
  readonly args: Readonly<Record<string, string>>;
};
