import { parseArgs } from 'node:util';

/** The parts of the table that can be measured alone. */
export const PARTS = ['import', 'read', 'write', 'crowd', 'idle'] as const;
export type Part = (typeof PARTS)[number];

export type Options = {
  /** Transactions of each measured household, ascending. */
  readonly sizes: readonly number[];
  readonly parts: readonly Part[];
  /** Small households beside the large ones, and transactions in each. */
  readonly crowd: number;
  readonly crowdEntries: number;
  readonly json: boolean;
  readonly keep: boolean;
  readonly profile: boolean;
};

const USAGE = `npm run bench -- [--sizes 10k,100k] [--only ${PARTS.join(',')}] [--full] [--crowd 1000] [--json] [--keep] [--profile]
  --full     adds a household of 1 M transactions (some ten minutes)
  --keep     leaves the database where it is, and says where
  --profile  writes a profile of the server's processor time beside it (for chrome://inspect)
`;

/** Reads the words after the command; undefined, with the usage printed, when they make no sense. */
export function readOptions(words: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        sizes: { type: 'string' },
        only: { type: 'string', default: PARTS.join(',') },
        full: { type: 'boolean', default: false },
        crowd: { type: 'string', default: '1000' },
        json: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        profile: { type: 'boolean', default: false },
      },
    });
    const sizes = values.sizes ?? (values.full ? '10k,100k,1m' : '10k,100k');
    return {
      sizes: sizes
        .split(',')
        .map(sizeOf)
        .sort((a, b) => a - b),
      parts: values.only.split(',').map(partOf),
      crowd: sizeOf(values.crowd),
      crowdEntries: 100,
      json: values.json,
      keep: values.keep || values.profile,
      profile: values.profile,
    };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${USAGE}`);
    return undefined;
  }
}

/** 10000 → `10 k`. */
export function sizeName(size: number): string {
  if (size >= 1_000_000) return `${size / 1_000_000} M`;
  return size >= 1_000 ? `${size / 1_000} k` : String(size);
}

function sizeOf(text: string): number {
  const match = /^(\d{1,9})(k|m)?$/i.exec(text.trim());
  if (!match) throw new Error(`"${text}" is no size; write 10k or 1m`);
  const unit = { k: 1_000, m: 1_000_000 }[(match[2] ?? '').toLowerCase()] ?? 1;
  return Number(match[1]) * unit;
}

function partOf(text: string): Part {
  const part = PARTS.find((one) => one === text.trim());
  if (!part) throw new Error(`"${text}" is none of ${PARTS.join(', ')}`);
  return part;
}
