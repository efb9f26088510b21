import { type CalendarEvent, calendarText } from "../src/data/ical.ts";
import { type Page, page } from "../src/page.ts";
import { sessionTitle, withUnit } from "../src/registers/session-name.ts";
import { isAhead, type Session } from "../src/registers/sessions.ts";
import { type Site, unitName } from "../src/site.ts";
import { calendarUrl, sessionUrl } from "../src/urls.ts";

type Props = { readonly name: string; readonly events: readonly CalendarEvent[] };

/** The sessions ahead whose day is known, for calendar programs. */
export function calendarPages(site: Site): Page[] {
  const { settings, sessions, today } = site;
  const ahead = sessions.sessions.filter((one) => one.isDayStated && isAhead(one, today));
  const props: Props = {
    name: `Hội nghị – ${settings.name}`,
    events: ahead.map((session) => eventOf(session, site)),
  };
  return [page("calendar", calendarUrl, props, ({ name, events }) => calendarText(name, events))];
}

function eventOf(session: Session, site: Site): CalendarEvent {
  const { address, unit, from, to = from, place, agenda, articles } = session;
  const { origin } = site.settings;
  return {
    uid: `${address}@${new URL(origin).hostname}`,
    told: articles.at(-1)!.date,
    from,
    to,
    title: withUnit(sessionTitle(session), unitName(unit, site, from)),
    ...(place === undefined ? {} : { place }),
    ...(agenda.length > 0 ? { description: agenda.map((item) => `- ${item}`).join("\n") } : {}),
    url: origin + sessionUrl(address),
  };
}
