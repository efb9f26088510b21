import { onTestFinished } from "vitest";
import { editorServer } from "../../../scripts/editor/server.ts";
import { servePreview } from "../../../scripts/preview/server.ts";
import { editorFolder, tokenHeader } from "../../../src/front-matter/editor-api.ts";
import type {
  SendPlan,
  SendResult,
  SendWish,
  SentList,
  SignInResult,
  SignInWish,
} from "../../../src/front-matter/sending-api.ts";
import { temporaryFolder } from "../../content.ts";
import { freePort } from "../../running.ts";

const cache = temporaryFolder();

/** The server of a writer's form editor, asked as its page in the browser asks it. */
export async function editorOf(content: string, apiRoot?: string) {
  const options = {
    content,
    cache,
    now: "2024-06-30" as never,
    ...(apiRoot === undefined ? {} : { apiRoot }),
  };
  const server = await servePreview(await freePort(), [editorServer(options).handler]);
  onTestFinished(() => server.close());
  const at = (path: string) => new URL(`${editorFolder}${path}`, server.url);
  const [, token = ""] =
    /name="?khoa"? content="([^"]+)"/u.exec(await (await fetch(at(""))).text()) ?? [];
  async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(at(path), {
      headers: { [tokenHeader]: token },
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json() as Promise<Answer>;
  }
  const plan = async (path = "") => {
    const found = await ask<SendPlan>(`gui-gi?${new URLSearchParams({ path })}`);
    if ("failure" in found) throw new Error(JSON.stringify(found.failure));
    return found;
  };
  return {
    plan,
    tryPlan: () => ask<SendPlan>("gui-gi"),
    /** Sends articles as they are now; all that can be sent when none is named. */
    async send(paths?: readonly string[], more: Partial<SendWish> = {}): Promise<SendResult> {
      const { articles } = await plan();
      const chosen = articles.filter(({ path }) => paths?.includes(path) ?? true);
      return ask<SendResult>("gui", { ...wishFor(chosen), ...more });
    },
    post: (wish: SendWish) => ask<SendResult>("gui", wish),
    sent: () => ask<SentList>("da-gui"),
    /** Deletes an article by its path in content. */
    remove: (path: string) => ask(`xoa?${new URLSearchParams({ path })}`, {}),
    signIn: (wish: SignInWish) => ask<SignInResult>("dang-nhap", wish),
  };
}

function wishFor(chosen: readonly { path: string; version: string }[]): SendWish {
  const articles = chosen.map(({ path, version }) => ({ path, version }));
  return { articles, shared: [], ready: [], note: "", isDirect: false };
}
