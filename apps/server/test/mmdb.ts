/** Writes a small list of places in MaxMind's format, so that no list of somebody else's has to lie here. */
import { canonicalAddress } from '../src/platform/caller.ts';

type Value = string | number | readonly string[] | { readonly [name: string]: Value };
type Node = [Node | Leaf | undefined, Node | Leaf | undefined];
type Leaf = { readonly offset: number };

/** The bytes of a list: networks such as `203.0.113.0/24` or `2001:db8::/32`, and what is said of each. */
export function mmdbOf(
  networks: Readonly<Record<string, Value>>,
  { type = 'Test-City' }: { type?: string } = {},
): Buffer {
  const root: Node = [undefined, undefined];
  const data: Buffer[] = [];
  let size = 0;
  for (const [network, value] of Object.entries(networks)) {
    const bytes = encoded(value);
    put(root, bitsOf(network), { offset: size });
    data.push(bytes);
    size += bytes.length;
  }
  const nodes = flattened(root);
  const record = (to: Node | Leaf | undefined): Buffer => {
    const number =
      to === undefined ? nodes.length : Array.isArray(to) ? nodes.indexOf(to) : nodes.length + 16 + to.offset;
    return Buffer.from([number >> 16, (number >> 8) & 255, number & 255]);
  };
  const tree = nodes.flatMap((node) => node.map(record));
  const about = {
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_790_000_000,
    database_type: type,
    description: { en: 'Made up for a test' },
    ip_version: 6,
    languages: ['en'],
    node_count: nodes.length,
    record_size: 24,
  };
  const mark = Buffer.from([0xab, 0xcd, 0xef, ...Buffer.from('MaxMind.com')]);
  return Buffer.concat([...tree, Buffer.alloc(16), ...data, mark, encoded(about)]);
}

export const place = (city: string, country: string, iso_code: string): Value => ({
  city: { names: { en: city } },
  country: { iso_code, names: { en: country } },
});

function put(root: Node, bits: readonly (0 | 1)[], leaf: Leaf): void {
  let at = root;
  for (const bit of bits.slice(0, -1)) {
    const next = at[bit];
    const node: Node = Array.isArray(next) ? next : [undefined, undefined];
    at[bit] = node;
    at = node;
  }
  at[bits.at(-1) ?? 0] = leaf;
}

function flattened(node: Node): Node[] {
  return [node, ...node.flatMap((one) => (Array.isArray(one) ? flattened(one) : []))];
}

/** IPv4 lies in the first of the 2^32 parts of IPv6. */
function bitsOf(network: string): (0 | 1)[] {
  const [text = '', length = ''] = network.split('/');
  const address = canonicalAddress(text) ?? '';
  const bytes = address.includes(':')
    ? groupsOf(address).flatMap((group) => [group >> 8, group & 255])
    : [...Array<number>(12).fill(0), ...address.split('.').map(Number)];
  const bits = bytes.flatMap((byte) =>
    [...byte.toString(2).padStart(8, '0')].map((bit) => (bit === '1' ? 1 : 0)),
  );
  return bits.slice(0, Number(length) + (address.includes(':') ? 0 : 96));
}

function groupsOf(address: string): number[] {
  const [left = [], right = []] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16));
}

const TEXT = 2;
const NUMBER = 6;
const MAP = 7;
const ARRAY = 11;

function encoded(value: Value): Buffer {
  if (typeof value === 'string')
    return Buffer.concat([headed(TEXT, Buffer.byteLength(value)), Buffer.from(value)]);
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([headed(NUMBER, 4), bytes]);
  }
  if (Array.isArray(value)) return Buffer.concat([headed(ARRAY, value.length), ...value.map(encoded)]);
  const fields = Object.entries(value as { readonly [name: string]: Value });
  return Buffer.concat([
    headed(MAP, fields.length),
    ...fields.flatMap(([name, one]) => [encoded(name), encoded(one)]),
  ]);
}

/** The kind and the size; a kind above seven stands in a byte of its own. */
function headed(kind: number, size: number): Buffer {
  const short = size < 29 ? size : 29;
  const more = size < 29 ? [] : [size - 29];
  return Buffer.from(kind > 7 ? [short, kind - 7, ...more] : [(kind << 5) | short, ...more]);
}
