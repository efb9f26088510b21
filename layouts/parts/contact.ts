import type { Settings } from "../../src/settings.ts";
import { type Html, html } from "./html.ts";

type Contact = Settings["contact"];

/** A telephone number that a phone can call. */
export function phoneLink({ phone }: Contact): Html | undefined {
  if (phone === undefined) return undefined;
  return html`<a href="tel:${phone.replaceAll(/[^\d+]/gu, "")}">${phone}</a>`;
}

/** An address to write to. */
export function mailLink({ email }: Contact): Html | undefined {
  return email === undefined ? undefined : html`<a href="mailto:${email}">${email}</a>`;
}
