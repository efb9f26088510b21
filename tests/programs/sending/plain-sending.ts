import { failureOf } from "../../../scripts/editor/sending-words.ts";
import { openRepository, personOf } from "../../../scripts/sending/repository.ts";
import { lookAtFolder, lookAtServer, sendForReview } from "../../../scripts/sending/submission.ts";
import type { SendFailure } from "../../../src/front-matter/sending-api.ts";

/* Sends all that has changed in a folder, without the editor around it. */

export async function look(content: string) {
  return lookAtFolder(await lookAtServer(await openRepository(content)));
}

/** Sends, and returns the branch; or why nothing was sent. */
export async function sendAll(
  content: string,
  title = "Khen thưởng quý một",
): Promise<{ branch: string } | { failure: SendFailure }> {
  let address = "";
  try {
    const now = await look(content);
    address = now.repository.address;
    const waiting = now.submissions.findLast(({ outcome }) => outcome === "waiting");
    const parcel = { articles: [{ path: "2024/khen/index.md", title }], files: now.files, waiting };
    const by = (await personOf(now.repository))!;
    return { branch: (await sendForReview(now, parcel, { by, note: "" })).branch };
  } catch (error) {
    return { failure: failureOf(error, address) };
  }
}

/** Returns why nothing can be known of a folder; undefined when all is well. */
export async function failureOfLook(content: string): Promise<SendFailure | undefined> {
  const { address } = await openRepository(content).catch(() => ({ address: "" }));
  return look(content).then(
    () => undefined,
    (error: unknown) => failureOf(error, address),
  );
}
