/** Who calls: the address behind a request, in one spelling, and only from whom it may be believed. */
import { BlockList, isIP, isIPv4 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Ground } from './context.ts';

/** What proxies put in front of each other; a longer list is somebody's game. */
const HOPS_MOST = 32;

/** Says of an address, in its one spelling, whether it is a proxy of ours. */
export type Trust = (address: string) => boolean;

/**
 * Makes `request.ip` the caller's address. Of what proxies say this is all that is believed here: never the host they
 * forward, since links are made from PUBLIC_URL alone, and the protocol in plain-http.ts only.
 */
export function nameCallers(app: FastifyInstance, ground: Ground): void {
  const { trust } = readRanges(ground.config.TRUST_PROXY);
  app.addHook('onRequest', async (request) => {
    Object.defineProperty(request, 'ip', { value: callerOf(request, trust) });
    await Promise.resolve();
  });
}

/**
 * Walks the list from its end, which the nearest proxy wrote, as long as the proxies are ours. What is no address ends
 * the walk at the one who passed it on, so that no spelling makes a caller new.
 */
function callerOf(request: FastifyRequest, trust: Trust): string {
  let caller = canonicalAddress(request.socket.remoteAddress ?? '') ?? '0.0.0.0';
  const header = request.headers['x-forwarded-for'];
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',');
  for (const hop of hops.reverse().slice(0, HOPS_MOST)) {
    const address = trust(caller) ? canonicalAddress(hop) : undefined;
    if (address === undefined) return caller;
    caller = address;
  }
  return caller;
}

/** One spelling for each address: no port, brackets or zone, IPv4 as IPv4, IPv6 short and small. */
export function canonicalAddress(text: string): string | undefined {
  const bare = withoutPort(text.trim()).replace(/%[\w.-]{1,64}$/, '');
  if (isIP(bare) === 0) return undefined;
  if (isIPv4(bare)) return bare;
  const short = new URL(`http://[${bare}]/`).hostname.slice(1, -1);
  const mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(short);
  if (!mapped) return short;
  const [high, low] = [Number.parseInt(mapped[1] ?? '', 16), Number.parseInt(mapped[2] ?? '', 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function withoutPort(text: string): string {
  const bracketed = /^\[([^\]]*)\](:\d{1,5})?$/.exec(text);
  if (bracketed) return bracketed[1] ?? '';
  return /^([\d.]+):\d{1,5}$/.exec(text)?.[1] ?? text;
}

/** The addresses and ranges of a setting, and a sentence with its cure for each entry that is none. */
export function readRanges(text: string): { trust: Trust; wrong: string[] } {
  const list = new BlockList();
  const wrong: string[] = [];
  for (const entry of text.split(',').map((part) => part.trim())) {
    const range = entry === '' ? undefined : rangeOf(entry);
    if (range) list.addSubnet(range.address, range.bits, range.family);
    else if (entry !== '')
      wrong.push(`"${entry}" is no address; name addresses or ranges, such as 10.0.0.5 or fd00::/8`);
  }
  const trust: Trust = (address) => list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
  return { trust, wrong };
}

export type Range = { readonly address: string; readonly bits: number; readonly family: 'ipv4' | 'ipv6' };

export function rangeOf(entry: string): Range | undefined {
  const [base = '', length, ...more] = entry.split('/');
  const address = canonicalAddress(base);
  if (address === undefined || isIP(base) === 0 || more.length > 0) return undefined;
  const family = isIPv4(address) ? 'ipv4' : 'ipv6';
  const widest = family === 'ipv4' ? 32 : 128;
  if (length === undefined) return { address, bits: widest, family };
  // A range of mapped addresses counts its bits from the front of the long form.
  const bits = /^\d{1,3}$/.test(length)
    ? Number(length) - (base.includes(':') && family === 'ipv4' ? 96 : 0)
    : -1;
  return bits >= 0 && bits <= widest ? { address, bits, family } : undefined;
}
