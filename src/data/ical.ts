import { addDays, type Day } from "../day.ts";

/*
 * iCalendar (RFC 5545), written by hand: whole days need neither zones nor repetition, and a
 * package would bring a clock and random ids, which no page of ours may have.
 */

export type CalendarEvent = {
  /** The same for ever: programs know by it what they have. */
  readonly uid: string;
  /** The day on which what is known of it was told. */
  readonly told: Day;
  readonly from: Day;
  /** The last day, itself included. */
  readonly to: Day;
  readonly title: string;
  readonly place?: string;
  readonly description?: string;
  readonly url: string;
};

/** Returns a calendar of events that take whole days. */
export function calendarText(name: string, events: readonly CalendarEvent[]): string {
  return lines([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Ban tin//Hoi nghi//VI",
    "CALSCALE:GREGORIAN",
    property("NAME", name),
    property("X-WR-CALNAME", name),
    // A calendar must hold something, also while nothing is ahead.
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Ho_Chi_Minh",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "END:STANDARD",
    "END:VTIMEZONE",
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ]);
}

function eventLines({ uid, told, from, to, title, place, description, url }: CalendarEvent) {
  return [
    "BEGIN:VEVENT",
    property("UID", uid),
    // The moment at which that day begins in Viet Nam.
    `DTSTAMP:${dateOf(addDays(told, -1))}T170000Z`,
    `DTSTART;VALUE=DATE:${dateOf(from)}`,
    // The first day that is free again.
    `DTEND;VALUE=DATE:${dateOf(addDays(to, 1))}`,
    property("SUMMARY", title),
    ...(place === undefined ? [] : [property("LOCATION", place)]),
    ...(description === undefined ? [] : [property("DESCRIPTION", description)]),
    // An address is no text, so nothing in it is escaped.
    `URL:${url}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function dateOf(day: Day): string {
  return day.replaceAll("-", "");
}

function property(name: string, text: string): string {
  return `${name}:${escaped(text)}`;
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replaceAll(/\r\n?|\n/gu, "\\n")
    .replaceAll(/\p{Cc}/gu, " ");
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${folded(text)}\r\n`).join("");
}

/** In octets, without the line break. */
const longestLine = 75;

/**
 * Folds a line into several, each of which but the first begins with a space. A letter of several
 * octets is never cut.
 */
export function folded(line: string): string {
  let text = "";
  let room = longestLine;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (size > room) {
      text += "\r\n ";
      room = longestLine - 1;
    }
    text += letter;
    room -= size;
  }
  return text;
}
