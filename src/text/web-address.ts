import { domainToUnicode } from "node:url";
import type { MessageCode } from "../problems/messages.ts";
import { compose } from "./compose.ts";
import { deceptionsIn } from "./deceptive/deceptions.ts";
import { withoutPercent } from "./percent.ts";

/*
 * Web addresses that lead elsewhere than they seem to. What is judged is what can be decided from
 * the address alone: nobody can tell here that a name is much like another.
 */

export type AddressFault = {
  readonly code: Extract<
    MessageCode,
    "link-user-info" | "link-host-odd" | "link-host-imitates" | "link-host-borrows"
  >;
  /** What its message says: where the address really leads, and how it hides that. */
  readonly args: Readonly<Record<string, string>>;
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
  if (/@|%40|\uff20/u.test(authority)) return { code: "link-user-info", args: { host } };
  const name = compose(authority.replace(/:\d*$/u, "")).toLowerCase();
  const unicode = domainToUnicode(host);
  const isAsWritten = parsed !== null && (name === host || name === unicode);
  const odd = (args: AddressFault["args"]) => ({ code: "link-host-odd", args }) as const;
  if (isNumber(host)) return odd({ number: host });
  if (!isAsWritten || unicode === "") return odd({ hidden: host });
  if (rest.startsWith("\\")) return odd({ backslash: "\\" });
  if (host.endsWith(".")) return odd({ dot: "." });
  if (/[^\p{L}\p{M}\p{N}._-]|ı/u.test(unicode) || isMisread(unicode))
    return { code: "link-host-imitates", args: { unicode } };
  const like = wholeName.exec(host)?.[0];
  if (like !== undefined)
    return { code: "link-host-imitates", args: { like, owner: ownerOf(host) } };
  const borrowed = borrowedName(host);
  if (borrowed === undefined) return undefined;
  return { code: "link-host-borrows", args: { like: borrowed, owner: ownerOf(host) } };
}

/** Returns the end of a host that somebody has bought: `example.com` of `a.vn.example.com`. */
function ownerOf(host: string): string {
  const labels = host.split(".");
  const isOfCountry = /^(?:com|gov|org|net|edu|co|ac)$/u.test(labels.at(-2) ?? "");
  return labels.slice(isOfCountry ? -3 : -2).join(".");
}

function isMisread(host: string): boolean {
  return deceptionsIn(host, "name").next().done !== true;
}

function isNumber(host: string): boolean {
  return host.startsWith("[") || /^\d+(?:\.\d+){3}$/u.test(host);
}

/** The whole name of another host that a host begins with: `abc.gov.vn.example.com`. */
const wholeName = /(?<![^.])[^.]+\.(?:com|gov|org|net|edu)\.vn(?=\..)/u;

/**
 * Returns the name that a host may borrow from another, as `chinhphu.vn.example.com` does: an
 * ending of names is in its middle, behind more than `www`. An ending of a country may follow one
 * of `com` and the like (`abc.com.vn`, `abc.org.uk`). Honest hosts do the same (`asean.vn.un.org`).
 */
function borrowedName(host: string): string | undefined {
  const labels = host.replace(/^(?:www|m)\./u, "").split(".");
  const ending = labels.findIndex((label, at) => {
    if (at === 0 || at === labels.length - 1) return false;
    if (label === "vn" || /^(?:vn|com|gov|org|net|edu)-/u.test(label)) return true;
    return /^(?:com|gov|org|net|edu)$/u.test(label) && at < labels.length - 2;
  });
  if (ending === -1) return undefined;
  return `${labels[ending - 1]}.${labels[ending]!.replace(/-.*$/u, "")}`;
}

/** Finds the addresses in a text whose hosts are not what they seem to be. */
export function faultyAddresses(text: string): (AddressFault & { readonly value: string })[] {
  if (!text.includes("://")) return [];
  return (text.match(/https?:\/\/[^\s<>"”»]+/giu) ?? []).flatMap((value) => {
    // What ends a sentence is no part of an address.
    const fault = addressFault(value.replace(/(?<![.,;:!?)\]'’])[.,;:!?)\]'’]+$/u, ""));
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
  /(?<![\p{L}\p{M}\d@./_-])((?:https?:\/\/)?)((?:[\p{L}\p{M}\d_-]+\.)+\p{L}[\p{L}\d-]+)(?::(\d+))?(?:\/[^\s]*)?(?![\p{L}\d@])/giu;
/** Signs that are drawn like those that part an address. */
const slashes = /[\u2044\u2215\u29f8\u2571\u27cb]/gu;
const dots = /[\u3002\u2024]|\[\.\]|\(\.\)/gu;
/** Short hosts, and the sites that they belong to. */
const shortHosts: ReadonlyMap<string, string> = new Map([
  ["fb.com", "facebook.com"],
  ["fb.me", "facebook.com"],
  ["fb.watch", "facebook.com"],
  ["youtu.be", "youtube.com"],
  ["t.me", "telegram.org"],
]);

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
  if (/^tel:/iu.test(href)) return otherNumber(plain, href) ?? shownHosts(plain)[0]?.name;
  const mails = (plain.match(email) ?? []).map((one) => one.toLowerCase());
  const hosts = shownHosts(plain.replaceAll(email, " "));
  if (/^mailto:/iu.test(href)) {
    const target = withoutPercent(href.slice(7).replace(/\?.*$/su, "")).toLowerCase();
    return (
      mails.find((one) => one !== target) ?? hosts.find(({ name }) => !target.endsWith(name))?.name
    );
  }
  const { hostname = "", port = "" } = URL.parse(href) ?? {};
  const target = bareHost(hostname);
  const other = hosts.find(
    (one) => !belongsTo(bareHost(one.name), target) || (port !== "" && one.port !== port),
  );
  return mails[0] ?? other?.name;
}

/** A host that a text shows; the port is empty where there is none. */
type ShownHost = { readonly name: string; readonly port: string };

function shownHosts(text: string): ShownHost[] {
  return [...text.matchAll(address)]
    .filter(({ 1: scheme, 2: host = "" }) => {
      const ending = host.split(".").at(-1)!;
      if (scheme || /^www\./iu.test(host) || shortHosts.has(host)) return true;
      return endings.test(ending) || smallEndings.has(ending);
    })
    .map(({ 2: host = "", 3: port = "" }) => ({ name: host.toLowerCase(), port }));
}

function bareHost(host: string): string {
  const ascii = URL.parse(`http://${host}`)?.hostname ?? host;
  const bare = ascii.replace(/^(?:www|m)\./u, "");
  return shortHosts.get(bare) ?? bare;
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
