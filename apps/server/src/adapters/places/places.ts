/** City and country by address, from a list on disk in MaxMind's format, such as GeoLite2 City or DB-IP City Lite. */
import { readFileSync } from 'node:fs';
import { BlockList, isIPv4 } from 'node:net';
import { Reader } from 'mmdb-lib';
import { canonicalAddress } from '../../platform/caller.ts';
import { ConfigProblem } from '../../platform/config.ts';
import type { Config } from '../../platform/config.ts';
import type { Place, Places } from '../../platform/places.ts';

type Named = { readonly names?: Readonly<Record<string, string>> };
type Found = { readonly city?: Named; readonly country?: Named & { readonly iso_code?: string } };

/** Opens the list before anything listens: one that cannot be read is refused at the start, with what to do. */
export function openPlaces(config: Config): Places {
  const path = config.GEOIP_DATABASE;
  if (path === undefined || path === '') return { find: () => undefined };
  const reader = readerOf(path);
  return {
    find: (address) => {
      const known = address ? canonicalAddress(address) : undefined;
      if (known === undefined || PRIVATE.check(known, isIPv4(known) ? 'ipv4' : 'ipv6')) return undefined;
      return placeOf(reader.get(known));
    },
  };
}

function readerOf(path: string): { get(address: string): Found | null } {
  const cure =
    'name a file of cities or countries in MaxMind’s format (.mmdb) that this program may read, or leave the setting out';
  try {
    const reader = new Reader<never>(readFileSync(path));
    if (!/City|Country/i.test(reader.metadata.databaseType)) throw new Error(reader.metadata.databaseType);
    // A file that was cut off opens all the same, and fails at the first look.
    reader.get('1.1.1.1');
    return reader as { get(address: string): Found | null };
  } catch (error) {
    const code = (error as { code?: string }).code ?? 'no list of cities or countries';
    throw new ConfigProblem(`GEOIP_DATABASE: ${path} cannot be used (${code}); ${cure}`);
  }
}

function placeOf(record: Found | null): Place | undefined {
  const { city, country } = record ?? {};
  const place = {
    city: city?.names?.['en'] ?? null,
    country: country?.names?.['en'] ?? null,
    country_code: country?.iso_code ?? null,
  };
  return place.city === null && place.country === null && place.country_code === null ? undefined : place;
}

/** Addresses within a home or a machine are nowhere, whatever a list says of them. */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv6');
