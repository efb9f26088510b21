import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type HostApi, reviewOf } from "../../../scripts/sending/host-api.ts";
import { editorOf } from "./editor-of.ts";
import { firstFiles, newOffice, serveRepository } from "./git-office.ts";

/** A host that speaks as GitHub, GitLab and Gitea do, as far as they are asked. */

let answers: Readonly<Record<string, unknown>> = {};
const asked: { readonly path: string; readonly key: string | undefined }[] = [];
const host = createServer((request, response) => {
  asked.push({ path: request.url!, key: request.headers.authorization });
  const found = answers[request.url!];
  if (found === undefined) return void response.writeHead(404).end("{}");
  response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(found));
});
let root = "";

beforeAll(async () => {
  host.listen(0, "127.0.0.1");
  await once(host, "listening");
  root = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
});
afterAll(() => {
  host.closeAllConnections();
  host.close();
});
beforeEach(() => {
  asked.length = 0;
});

const branch = "bai/hop-chi-bo";
const api = (kind: HostApi["kind"], repo = "don-vi/ban-tin"): HostApi => ({
  kind,
  root,
  repo,
  token: "khoa-thu",
});

const github = `/repos/don-vi/ban-tin/pulls?head=don-vi%3Abai%2Fhop-chi-bo&state=all&sort=created&direction=desc`;
const pull = {
  number: 7,
  state: "open",
  html_url: "https://github.com/don-vi/ban-tin/pull/7",
  merged_at: null,
  head: { ref: branch },
};

describe("GitHub", () => {
  const said = {
    "/repos/don-vi/ban-tin/pulls/7/reviews": [
      {
        user: { login: "bien-tap" },
        body: "Xin sửa tiêu đề.",
        submitted_at: "2024-03-06T02:00:00Z",
      },
      { user: { login: "bien-tap" }, body: "", submitted_at: "2024-03-06T04:00:00Z" },
    ],
    "/repos/don-vi/ban-tin/issues/7/comments": [
      { user: { login: "lanh-dao" }, body: "Đồng ý.", created_at: "2024-03-06T03:00:00Z" },
    ],
    "/repos/don-vi/ban-tin/pulls/7/comments": [
      { user: null, body: "Thiếu dấu.", created_at: "2024-03-06T01:00:00Z" },
    ],
  };

  it("tells what was said, the oldest first", async () => {
    answers = { [github]: [pull], ...said };
    expect(await reviewOf(api("github"), branch)).toEqual({
      state: "open",
      url: "https://github.com/don-vi/ban-tin/pull/7",
      remarks: [
        { by: "", words: "Thiếu dấu." },
        { by: "bien-tap", words: "Xin sửa tiêu đề." },
        { by: "lanh-dao", words: "Đồng ý." },
      ],
    });
    expect(new Set(asked.map(({ key }) => key))).toEqual(new Set(["Bearer khoa-thu"]));
  });

  it.each([
    [{ ...pull, state: "closed" }, "closed"],
    [{ ...pull, state: "closed", merged_at: "2024-03-07T00:00:00Z" }, "merged"],
  ])("tells a request that was closed from one that was taken", async (one, state) => {
    answers = { [github]: [one], ...said };
    expect((await reviewOf(api("github"), branch))?.state).toBe(state);
  });

  it("knows when nobody has asked yet, and never links where a script could run", async () => {
    answers = { [github]: [] };
    expect(await reviewOf(api("github"), branch)).toBeUndefined();
    answers = { [github]: [{ ...pull, html_url: "javascript:alert(1)" }], ...said };
    expect((await reviewOf(api("github"), branch))?.url).toBe("");
  });
});

it("reads what GitLab says, in sub-groups too, without what the system notes", async () => {
  const project = "/projects/nhom%2Fcon%2Fban-tin/merge_requests";
  answers = {
    [`${project}?source_branch=bai%2Fhop-chi-bo&order_by=created_at&sort=desc`]: [
      {
        iid: 3,
        state: "opened",
        web_url: "https://gitlab.com/nhom/con/ban-tin/-/merge_requests/3",
      },
      { iid: 2, state: "closed", web_url: "https://gitlab.com/x" },
    ],
    [`${project}/3/notes?sort=asc`]: [
      { body: "đã gán cho", system: true, author: { name: "Máy" } },
      { body: "Xin thêm ảnh.", system: false, author: { name: "Biên Tập Mẫu", username: "bt" } },
    ],
  };
  expect(await reviewOf(api("gitlab", "nhom/con/ban-tin"), branch)).toEqual({
    state: "open",
    url: "https://gitlab.com/nhom/con/ban-tin/-/merge_requests/3",
    remarks: [{ by: "Biên Tập Mẫu", words: "Xin thêm ảnh." }],
  });
});

it("reads what Gitea and Forgejo say", async () => {
  answers = {
    "/repos/don-vi/ban-tin/pulls?state=all&sort=newest&limit=50": [
      { ...pull, number: 8, head: { ref: "bai/khac" } },
      { ...pull, state: "closed", merged: true },
    ],
    "/repos/don-vi/ban-tin/pulls/7/reviews": [],
    "/repos/don-vi/ban-tin/issues/7/comments": [
      { user: { login: "bt", full_name: "Biên Tập Mẫu" }, body: "Tốt.", created_at: "2024-03-06" },
    ],
  };
  expect(await reviewOf(api("gitea"), branch)).toMatchObject({
    state: "merged",
    remarks: [{ by: "Biên Tập Mẫu", words: "Tốt." }],
  });
});

it("throws when the host does not answer as it should", async () => {
  answers = { [github]: { message: "Bad credentials" } };
  await expect(reviewOf(api("github"), branch)).rejects.toThrow();
  answers = {};
  await expect(reviewOf(api("github"), branch)).rejects.toThrow("404");
});

it("shows the remarks of the host at the article, where it may ask", async () => {
  const review = "review: { host: gitea, url: https://git.thu.example/don-vi/ban-tin }\n";
  const site = `${firstFiles["site.yaml"]}${review}`;
  const office = newOffice({ ...firstFiles, "site.yaml": site });
  const writer = office.writer("Cây Bút Mẫu", await serveRepository(office.bare, {}));
  const khen = "2024/khen/index.md";
  writer.write({ [khen]: `${firstFiles[khen]}\nThêm.\n` });
  const editor = await editorOf(writer.content, root);
  await editor.send();
  answers = {
    "/repos/don-vi/ban-tin/pulls?state=all&sort=newest&limit=50": [
      { ...pull, head: { ref: "bai/khen-thuong-quy-mot" } },
    ],
    "/repos/don-vi/ban-tin/pulls/7/reviews": [
      { user: { login: "bt" }, body: "Xin xem lại số liệu." },
    ],
    "/repos/don-vi/ban-tin/issues/7/comments": [],
  };
  const waits = [{ state: "waiting", remarks: [] }];
  expect((await editor.sent()).articles).toMatchObject(waits);
  process.env.BAN_TIN_TOKEN = "khoa-thu";
  try {
    // A host that only site.yaml names is asked nothing.
    expect((await editor.sent()).articles).toMatchObject(waits);
    process.env.BAN_TIN_TOKEN_HOST = "git.khac.example";
    expect((await editor.sent()).articles).toMatchObject(waits);
    expect(asked).toEqual([]);
    process.env.BAN_TIN_TOKEN_HOST = "git.thu.example";
    expect((await editor.sent()).articles).toMatchObject([
      {
        state: "remarks",
        link: pull.html_url,
        remarks: [{ by: "bt", words: "Xin xem lại số liệu." }],
      },
    ]);
  } finally {
    delete process.env.BAN_TIN_TOKEN;
    delete process.env.BAN_TIN_TOKEN_HOST;
  }
});
