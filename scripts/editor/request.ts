import type * as z from "zod";
import { EditRefused } from "./edit-refused.ts";

/** A request of the page. */
export type Wish = {
  readonly path: string;
  readonly name: string;
  /** Number of the build that the page knows of. */
  readonly after: number;
  /** Resolves when the connection is closed and nobody waits for the response any more. */
  readonly closed: Promise<void>;
  readonly bytes: () => Promise<Buffer>;
  readonly json: () => Promise<unknown>;
};

/** What the server does, by method and the last part of the address. */
export type Answers = Readonly<Record<string, (wish: Wish) => Promise<unknown>>>;

/** Returns a request's body as a schema reads it. Throws `EditRefused` for any other. */
export function understood<Wish>(schema: z.ZodType<Wish>, value: unknown): Wish {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new EditRefused(400, "Yêu cầu không đúng dạng.");
}
