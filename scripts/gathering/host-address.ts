import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/*
 * A portal fetches what portal.yaml names, often on a machine inside a network. An address that
 * leads back into it would show to the public what only that network may see.
 */

const ofNetworks = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  ofNetworks.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  // Each of these may hold any address of IPv4, those inside too: the old form (with `::` and
  // `::1`), gateways of a network, Teredo and 6to4. No site is reached by them alone.
  ["::", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["2001::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const)
  ofNetworks.addSubnet(net, bits, "ipv6");

/** The error for a host whose name leads into a network of its own, not to the web. */
export class PrivateAddress extends Error {}

/** Returns whether an IP address is of a machine that the web does not reach. */
export function isPrivate(address: string): boolean {
  const kind = isIP(address);
  if (kind === 0) return true;
  const inside = /^::ffff:(?<old>\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.groups?.old;
  if (inside !== undefined) return isPrivate(inside);
  if (/^::ffff:/iu.test(address)) return true;
  return ofNetworks.check(address, kind === 4 ? "ipv4" : "ipv6");
}

/**
 * Looks the name of a host up for the connection itself, so that no second answer of its name
 * server can lead elsewhere. Fails where one of its addresses is private.
 */
export const publicLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const inside = found?.find(({ address }) => isPrivate(address));
    if (error) done(error, "", 0);
    else if (inside) done(new PrivateAddress(inside.address), "", 0);
    else if (options.all) done(null, found);
    else done(null, found[0]!.address, found[0]!.family);
  });
};
