import type { GitError } from "../../src/cache/git.ts";
import type { SendFailure } from "../../src/front-matter/sending-api.ts";
import type { Settings } from "../../src/settings.ts";
import { failureWords } from "../sending/failure-words.ts";
import { gitFailed, withoutPassword } from "../sending/git-failure.ts";
import type { Repository } from "../sending/repository.ts";
import { readServerAddress, reviewLink, webRepository } from "../sending/review-link.ts";

/** Returns what a writer is told of something that git could not do. */
export function failureOf(error: unknown, address = ""): SendFailure {
  const found = gitFailed(error);
  if (found.code === "unknown") process.stderr.write(`${printedBy(found)}\n`);
  const asks = asked[found.code];
  const words = failureWords(found, readServerAddress(address)?.host);
  if (asks === "sign-in" && !/^https?:/u.test(address))
    // Nobody can sign in to a folder or with a key of ssh, so the usual advice leads nowhere.
    return {
      code: found.code,
      what: words.what,
      todo: "Xin xem mạng hoặc ổ đĩa chung có đang nối không, rồi thử lại; nếu vẫn không được, xin báo người phụ trách kỹ thuật.",
    };
  return { code: found.code, ...words, ...(asks === undefined ? {} : { asks }) };
}

/** Returns what the command window shows of a failure that we have no words for. */
function printedBy({ stack, cause }: Error): string {
  const printed = (cause as GitError | undefined)?.stderr?.toString().trim();
  return withoutPassword(printed || ((cause as Error | undefined)?.stack ?? stack ?? ""));
}

/** What a writer can give at once. A key of ssh is nothing that one types. */
const asked: Readonly<Record<string, NonNullable<SendFailure["asks"]>>> = {
  "not-signed-in": "sign-in",
  "not-allowed": "sign-in",
  "not-found": "sign-in",
  "name-missing": "name",
};

/** Returns why nothing was sent although git could. */
export function failed(code: keyof typeof own): SendFailure {
  return { code, ...own[code] };
}

const own = {
  errors: {
    what: "Bài còn lỗi nên chưa gửi.",
    todo: "Xin sửa những chỗ nêu dưới tên bài, rồi gửi lại.",
  },
  nothing: {
    what: "Không có gì mới để gửi.",
    todo: "Trên máy chủ đã có đúng những gì ở máy này.",
  },
  "changed-since": {
    what: "Bài vừa đổi sau khi hộp này mở ra, nên chưa gửi.",
    todo: "Xin xem lại bản mới ở dưới, rồi gửi.",
  },
} as const;

/** Returns the page at which an editor looks at a submission; undefined for an unknown host. */
export function linkOf(
  { address, branch: base }: Repository,
  { review, webEditor }: Settings,
  branch: string,
): string | undefined {
  const found = webRepository(address, review, webEditor);
  return found && reviewLink(found, base, branch);
}
