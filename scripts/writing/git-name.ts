import { gitIn } from "../../src/cache/git.ts";

/** Returns the name that git on this machine signs commits with (`user.name`). */
export async function gitName(): Promise<string | undefined> {
  const answer = await gitIn(".", ["config", "user.name"]).catch(() => "");
  return answer.normalize("NFC").trim() || undefined;
}
