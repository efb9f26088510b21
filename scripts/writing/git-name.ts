import { gitIn } from "../../src/cache/git.ts";

/** The name under which somebody's changes go into git on this machine. */
export async function gitName(): Promise<string | undefined> {
  const answer = await gitIn(".", ["config", "user.name"]).catch(() => "");
  return answer.normalize("NFC").trim() || undefined;
}
