import { keyed } from "../../src/cache/key.ts";
import { shortDay } from "../../src/day.ts";
import { sessionTitle } from "../../src/registers/session-name.ts";
import type { Session } from "../../src/registers/sessions.ts";
import { type Site, shortUnitName } from "../../src/site.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { sessionUrl } from "../../src/urls.ts";
import { once, onceFor } from "../../src/work/once.ts";
import type { Teaser } from "./teaser.ts";

/** A year that no line has, so that each says its own: sessions of many years stand together. */
export const eachYear = 0;

/** Returns sessions as lines of lists, each made once for all pages that show it. */
export const sessionLines = onceFor((site: Site) => ({
  withUnit: once((session: Session) => keyed(lineOf(session, site, true))),
  /** For the lists of one unit, whose name need not come again. */
  withoutUnit: once((session: Session) => keyed(lineOf(session, site, false))),
}));

function lineOf(session: Session, site: Site, withUnit: boolean): Teaser {
  const { address, from, to, unit, articles } = session;
  const notes = [
    ...(to === undefined ? [] : [`đến ${shortDay(to)}`]),
    ...(articles.length > 1 ? [`${formatNumber(articles.length)} bài`] : []),
  ];
  return {
    url: sessionUrl(address),
    title: sessionTitle(session),
    day: from,
    ...(withUnit ? { unit: shortUnitName(unit, site, from) } : {}),
    ...(notes.length > 0 ? { why: notes.join(", ") } : {}),
  };
}
