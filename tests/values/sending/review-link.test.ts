import { describe, expect, it } from "vitest";
import {
  apiOf,
  isOnServer,
  readServerAddress,
  reviewLink,
  webRepository,
} from "../../../scripts/sending/review-link.ts";
import type { Backend, ReviewPlace } from "../../../src/backend.ts";

const backend = (name: Backend["name"], repo: string, baseUrl?: string): Backend => ({
  name,
  repo,
  branch: "main",
  ...(baseUrl === undefined ? {} : { baseUrl }),
});

type Row = readonly [
  address: string,
  link: string | undefined,
  given?: { review?: ReviewPlace; backend?: Backend; base?: string; branch?: string },
];

const github = (repo: string, web = "https://github.com") =>
  `${web}/${repo}/compare/main...bai/hop-chi-bo?expand=1`;
const gitea = (repo: string, web = "https://codeberg.org") =>
  `${web}/${repo}/compare/main...bai/hop-chi-bo`;
const gitlab = (repo: string, web = "https://gitlab.com") =>
  `${web}/${repo}/-/merge_requests/new?merge_request%5Bsource_branch%5D=bai%2Fhop-chi-bo&merge_request%5Btarget_branch%5D=main`;

const rows: readonly Row[] = [
  ["https://github.com/don-vi/ban-tin.git", github("don-vi/ban-tin")],
  ["https://github.com/don-vi/ban-tin", github("don-vi/ban-tin")],
  ["https://github.com/don-vi/ban-tin/", github("don-vi/ban-tin")],
  ["https://GitHub.com/Don-Vi/Ban-Tin.git", github("Don-Vi/Ban-Tin")],
  ["https://nguoi:ghp_bimat@github.com/don-vi/ban-tin.git", github("don-vi/ban-tin")],
  ["git@github.com:don-vi/ban-tin.git", github("don-vi/ban-tin")],
  ["git@github.com:/don-vi/ban-tin.git", github("don-vi/ban-tin")],
  ["github.com:don-vi/ban-tin", github("don-vi/ban-tin")],
  ["ssh://git@github.com/don-vi/ban-tin.git", github("don-vi/ban-tin")],
  ["ssh://git@ssh.github.com:443/don-vi/ban-tin.git", github("don-vi/ban-tin")],
  ["git@github.coquan.example:a/b.git", github("a/b", "https://github.coquan.example")],
  ["https://gitlab.com/nhom/nhom-con/ban-tin.git", gitlab("nhom/nhom-con/ban-tin")],
  ["git@gitlab.com:nhom/nhom-con/sau-hon/ban-tin.git", gitlab("nhom/nhom-con/sau-hon/ban-tin")],
  ["ssh://git@altssh.gitlab.com:443/nhom/ban-tin.git", gitlab("nhom/ban-tin")],
  ["ssh://git@gitlab.coquan.example:2222/a/b.git", gitlab("a/b", "https://gitlab.coquan.example")],
  [
    "https://gitlab.coquan.example:8443/a/b.git",
    gitlab("a/b", "https://gitlab.coquan.example:8443"),
  ],
  ["http://gitlab.noi-bo:8080/a/b", gitlab("a/b", "http://gitlab.noi-bo:8080")],
  ["https://codeberg.org/don-vi/ban-tin.git", gitea("don-vi/ban-tin")],
  ["git@codeberg.org:don-vi/ban-tin.git", gitea("don-vi/ban-tin")],
  ["https://gitea.com/a/b.git", gitea("a/b", "https://gitea.com")],
  ["https://forgejo.coquan.example/a/b.git", gitea("a/b", "https://forgejo.coquan.example")],
  ["git+ssh://git@gitea.coquan.example:22/a/b.git", gitea("a/b", "https://gitea.coquan.example")],
  ["https://git.coquan.example/a/b.git", undefined],
  ["git@git.coquan.example:a/b.git", undefined],
  ["https://github.com.ke-xau.example/a/b.git", github("a/b", "https://github.com.ke-xau.example")],
  ["https://khong-phai-github.example/a/b.git", undefined],
  ["/srv/git/ban-tin.git", undefined],
  ["../ban-tin.git", undefined],
  ["file:///srv/git/ban-tin.git", undefined],
  ["C:\\kho\\ban-tin.git", undefined],
  ["C:/kho/ban-tin.git", undefined],
  ["", undefined],
  [
    "git@git.coquan.example:a/b.git",
    gitlab("a/b", "https://git.coquan.example"),
    { review: { host: "gitlab", url: "https://git.coquan.example/a/b" } },
  ],
  [
    "/srv/git/ban-tin.git",
    gitea("a/b", "https://git.coquan.example"),
    { review: { host: "gitea", url: "https://git.coquan.example/a/b" } },
  ],
  [
    "git@git.coquan.example:A/b.git",
    gitlab("A/b", "https://git.coquan.example:8443"),
    { backend: backend("gitlab", "a/b", "https://git.coquan.example:8443") },
  ],
  [
    "git@git.coquan.example:a/khac.git",
    undefined,
    { backend: backend("gitlab", "a/b", "https://git.coquan.example") },
  ],
  [
    "git@ma.example:a/b.git",
    github("a/b", "https://ma.example"),
    { backend: backend("github", "a/b", "https://dang-nhap.example") },
  ],
  [
    "https://github.com/a/b.git",
    "https://github.com/a/b/compare/ban-chinh/2024...bai/c%23?expand=1",
    { base: "ban-chinh/2024", branch: "bai/c#" },
  ],
];

describe("the link at which an editor reviews", () => {
  const all = rows.map(([address, link, given = {}]) => ({ address, link, given }));
  it.each(all)("$address → $link", ({ address, link, given }) => {
    const { base = "main", branch = "bai/hop-chi-bo" } = given;
    const found = webRepository(address, given.review, given.backend);
    expect(found && reviewLink(found, base, branch)).toBe(link);
    expect(link ?? "").not.toContain("bimat");
  });
});

it("reads what an address says of its host", () => {
  expect(readServerAddress("ssh://git@[::1]:2222/a/b.git")?.repo).toBe("a/b");
  expect(readServerAddress("git@may-chu:~nguoi/b.git")?.host).toBe("may-chu");
});

it.each([
  ["https://github.com/a/b", "github", "https://api.github.com", "a/b"],
  ["https://github.coquan.example/a/b", "github", "https://github.coquan.example/api/v3", "a/b"],
  ["https://gitlab.com/a/c/b", "gitlab", "https://gitlab.com/api/v4", "a/c/b"],
  ["https://codeberg.org/a/b", "gitea", "https://codeberg.org/api/v1", "a/b"],
] as const)("asks the API of %s", (url, kind, root, repo) => {
  expect(apiOf({ kind, url })).toEqual({ root, repo });
});

it.each([
  ["https://github.com/don-vi/ban-tin.git", "https://github.com/don-vi/ban-tin", true],
  ["git@github.com:don-vi/ban-tin.git", "https://github.com/don-vi/ban-tin", true],
  ["https://git.coquan.example:8443/a/b.git", "https://git.coquan.example:8443/a/b", true],
  ["https://git.coquan.example/a/b.git", "https://git.ke-xau.example/a/b", false],
  ["https://git.coquan.example/a/b.git", "https://git.coquan.example:8443/a/b", false],
  ["https://git.coquan.example/a/b.git", "http://git.coquan.example/a/b", false],
  ["/srv/git/ban-tin.git", "https://git.coquan.example/a/b", false],
] as const)("lets a password of %s go to %s: %s", (address, url, isAllowed) => {
  expect(isOnServer({ kind: "gitea", url }, address)).toBe(isAllowed);
});
