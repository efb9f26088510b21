import { formatCount } from "../../src/award.ts";
import { keyed } from "../../src/cache/key.ts";
import type { JoinedAward } from "../../src/portal/joined-award.ts";
import type { Portal } from "../../src/portal/portal.ts";
import { awardGiverUrl } from "../../src/urls.ts";
import { once, onceFor } from "../../src/work/once.ts";
import type { LedgerRow } from "../ledger/ledger.ts";
import { siteName } from "./portal-chrome.ts";

/** Makes the line of an award of a portal, once for all pages that show it. */
export const portalRows = onceFor((portal: Portal) =>
  once((entry: JoinedAward) => keyed(rowOf(entry, portal))),
);

function rowOf(entry: JoinedAward, portal: Portal): LedgerRow {
  const { award, giver, sources, counts, unclear } = entry;
  const { by: _, proposedBy: _proposer, presentedBy: _presenters, doubt, ...rest } = award;
  const doubts = [doubt, doubtText(entry, portal)].filter((one) => one !== undefined);
  return {
    ...rest,
    counts,
    unclear,
    giver: { name: giver.name, url: awardGiverUrl(giver.key) },
    ...(doubts.length > 0 ? { doubt: doubts.join("; ") } : {}),
    sources: sources.map(({ site, url, day }) => ({
      site: siteName(portal, site),
      url,
      day,
      title: portal.titleOf.get(url) ?? siteName(portal, site),
    })),
  };
}

/** Says in what the sites differ on an award, and whose number is counted. */
export function doubtText({ doubt, sources }: JoinedAward, portal: Portal): string | undefined {
  if (doubt === undefined) return undefined;
  const said = sources.map(
    ({ site, count }) => `${formatCount(count)} (${siteName(portal, site)})`,
  );
  const what =
    doubt.kind === "differs"
      ? `các trang nêu số khác nhau: ${said.join(", ")}`
      : "chưa rõ dòng nào của các trang là cùng một lượt";
  const how = doubt.isCounted
    ? `tính theo trang của đơn vị khen (${siteName(portal, sources[0]!.site)})`
    : "không cộng vào số nào";
  return `${what}; ${how}`;
}
