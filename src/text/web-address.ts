import { domainToUnicode } from "node:url";
import type { MessageCode } from "../problems/messages.ts";
import { compose } from "./compose.ts";
import { deceptionsIn } from "./deceptive/deceptions.ts";

/*
 * Web addresses that lead elsewhere than they seem to. What is judged is what can be decided from
 * the address alone: nobody can tell here that a name is much like another.
 */

export type AddressFault = {
  readonly code: Extract<
    MessageCode,
    "link-user-info" | "link-host-odd" | "link-host-imitates" | "link-host-borrows"
  >;
  /** Where the address really leads. */
  readonly host: string;
};

const web = /^\s*https?:\/\/([^/?#\\]*)(.*)$/isu;

/**
 * Returns what is wrong with a web address as it was written, before a browser puts it into normal
 * form; undefined for an honest one, and for anything that is no web address.
 */
export function addressFault(written: string): AddressFault | undefined {
  const [, authority, rest] = web.exec(written) ?? [];
  if (authority === undefined || rest === undefined) return undefined;
  const parsed = URL.parse(written.trim());
  const host = parsed?.hostname ?? authority;
  if (/@|%40|\uff20/u.test(authority)) return { code: "link-user-info", host };
  const name = compose(authority.replace(/:\d*$/u, "")).toLowerCase();
  const unicode = domainToUnicode(host);
  const isAsWritten = parsed !== null && (name === host || name === unicode);
  if (
    !isAsWritten ||
    unicode === "" ||
    rest.startsWith("\\") ||
    isNumber(host) ||
    host.endsWith(".")
  )
    return { code: "link-host-odd", host };
  if (/[^\p{L}\p{M}\p{N}._-]|ı/u.test(unicode) || holdsName(host) || isMisread(unicode))
    return { code: "link-host-imitates", host };
  if (borrowsName(host)) return { code: "link-host-borrows", host };
  return undefined;
}

function isMisread(host: string): boolean {
  return deceptionsIn(host, "name").next().done !== true;
}

function isNumber(host: string): boolean {
  return host.startsWith("[") || /^\d+(?:\.\d+){3}$/u.test(host);
}

/** Returns whether a host begins with the whole name of another: `abc.gov.vn.example.com`. */
function holdsName(host: string): boolean {
  return /[^.]\.(?:com|gov|org|net|edu)\.vn\../u.test(host);
}

/**
 * Returns whether a host may begin with the name of another, as `chinhphu.vn.example.com` does: an
 * ending of names is in its middle, behind more than `www`. An ending of a country may follow one
 * of `com` and the like (`abc.com.vn`, `abc.org.uk`). Honest hosts do the same (`asean.vn.un.org`).
 */
function borrowsName(host: string): boolean {
  const labels = host.replace(/^(?:www|m)\./u, "").split(".");
  return labels.some((label, at) => {
    if (at === 0 || at === labels.length - 1) return false;
    if (label === "vn" || /^(?:vn|com|gov|org|net|edu)-/u.test(label)) return true;
    return /^(?:com|gov|org|net|edu)$/u.test(label) && at < labels.length - 2;
  });
}

/** Finds the addresses in a text whose hosts are not what they seem to be. */
export function faultyAddresses(text: string): (AddressFault & { readonly value: string })[] {
  if (!text.includes("://")) return [];
  return (text.match(/https?:\/\/[^\s<>"”»]+/giu) ?? []).flatMap((value) => {
    // What ends a sentence is no part of an address.
    const fault = addressFault(value.replace(/(?<![.,;:!?)\]])[.,;:!?)\]]+$/u, ""));
    return fault === undefined ? [] : [{ ...fault, value }];
  });
}

/** Endings that people know as such, so that `TP.HCM` and `bao-cao.pdf` are no addresses. */
const endings = /^(?:vn|com|net|org|gov|edu|info)$/iu;
/**
 * Endings that are words or short forms too: a blank is missing in `họp.Ca trực`, and `05.CA/TW` is
 * the number of a document. So they count in small letters only.
 */
const smallEndings = new Set(
  (
    "asia io app dev xyz site online top shop club pro me cc tv co ly gl " +
    "ru cn jp kr us uk fr de eu la kh th sg my id in au ca ch example test invalid"
  ).split(" "),
);
// What is before an address is asked first, or a long word would be tried from each of its letters.
const email = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const address =
  /(?<![\p{L}\p{M}\d@./_-])((?:https?:\/\/)?)((?:[\p{L}\p{M}\d_-]+\.)+\p{L}[\p{L}\d-]+)(?::\d+)?(?:\/[^\s]*)?(?![\p{L}\d@])/giu;
/** Signs that are drawn like those that part an address. */
const slashes = /[\u2044\u2215\u29f8\u2571\u27cb]/gu;
const dots = /[\u3002\u2024]/gu;

/**
 * Returns the first address in a text that a link shows and does not lead to; undefined when there
 * is none. The pages of a site below the one that is shown belong to it.
 *
 * @param href the target of the link
 */
export function otherAddress(text: string, href: string): string | undefined {
  if (!/[.@\u3002\u2024\uff0e]|\d{3}/u.test(text) || !/^(?:https?|mailto|tel):/iu.test(href))
    return undefined;
  const plain = text
    .normalize("NFKC")
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replaceAll(slashes, "/")
    .replaceAll(dots, ".");
  if (/^tel:/iu.test(href)) return otherNumber(plain, href) ?? shownHosts(plain)[0];
  const mails = (plain.match(email) ?? []).map((one) => one.toLowerCase());
  const hosts = shownHosts(plain.replaceAll(email, " "));
  if (/^mailto:/iu.test(href)) {
    const target = decoded(href.slice(7).replace(/\?.*$/su, "")).toLowerCase();
    return mails.find((one) => one !== target) ?? hosts.find((one) => !target.endsWith(one));
  }
  const target = bareHost(URL.parse(href)?.hostname ?? "");
  return mails[0] ?? hosts.find((one) => !belongsTo(bareHost(one), target));
}

function shownHosts(text: string): string[] {
  return [...text.matchAll(address)]
    .filter(({ 1: scheme, 2: host = "" }) => {
      const ending = host.split(".").at(-1)!;
      return scheme || /^www\./iu.test(host) || endings.test(ending) || smallEndings.has(ending);
    })
    .map(({ 2: host = "" }) => host.toLowerCase());
}

function bareHost(host: string): string {
  const ascii = URL.parse(`http://${host}`)?.hostname ?? host;
  return ascii.replace(/^(?:www|m)\./u, "");
}

function belongsTo(shown: string, target: string): boolean {
  return shown === target || target.endsWith(`.${shown}`) || shown.endsWith(`.${target}`);
}

/** Returns the telephone number that a text shows when the link calls another. */
function otherNumber(text: string, href: string): string | undefined {
  const target = localNumber(href);
  return (text.match(/\+?\d[\d .()-]{6,}\d/gu) ?? []).find((one) => localNumber(one) !== target);
}

function localNumber(written: string): string {
  return written.replaceAll(/\D/gu, "").replace(/^(?:00)?84/u, "0");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
