import type { Withdrawal } from "../../src/article.ts";
import type { Site } from "../../src/site.ts";
import { type Html, html } from "./html.ts";
import type { Link } from "./shared.ts";

/** What readers are told of a withdrawn article. */
export type WithdrawalProps = {
  readonly withdrawal: Withdrawal;
  /** The article to read in its place; left out where there is none, or it is not shown. */
  readonly replacement?: Link;
};

/** Finds the article that is to be read in place of a withdrawn one. */
export function replacementOf(
  { replacedBy = "" }: Withdrawal,
  { articleByPath }: Site,
): Pick<WithdrawalProps, "replacement"> {
  const article = articleByPath.get(replacedBy);
  return article ? { replacement: { name: article.title, url: article.url } } : {};
}

/** Why it was withdrawn, and what to read in its place. */
export function withdrawalText({ withdrawal, replacement }: WithdrawalProps): Html {
  return html`<p>Lý do: ${withdrawal.reason}</p>
    ${replacement && html`<p>Mời đọc bài thay thế: <a href="${replacement.url}">${replacement.name}</a></p>`}`;
}
