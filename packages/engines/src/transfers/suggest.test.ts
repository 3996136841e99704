import type { Day } from '@kinwise/core/days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestTransfers, type TransferRow } from './suggest.ts';

const ACCOUNTS = {
  cheque: { account_id: 'cheque', account_name: 'Everyday Cheque', account_number: '12-3456-0123456-00' },
  savings: { account_id: 'savings', account_name: 'Rainy Day', account_number: '12-3456-0123456-50' },
  card: { account_id: 'card', account_name: 'Visa', account_number: '5023' },
};

let next = 0;
type Spec = [keyof typeof ACCOUNTS, string, number, string?, Partial<TransferRow>?];
function row(...[account, on, minor, payee = '', more = {}]: Spec): TransferRow {
  next += 1;
  return {
    id: `r${next}`,
    ...ACCOUNTS[account],
    on: on as Day,
    amount_minor: BigInt(minor),
    currency: 'NZD',
    payee,
    memo: '',
    ...more,
  };
}

describe('suggested transfers', () => {
  it('pair money that left one account and came into another within five days', () => {
    const out = row('cheque', '2026-05-01', -5000, 'MB TRANSFER TO Rainy Day');
    const into = row('savings', '2026-05-03', 5000, 'MB TRANSFER');
    const [pair] = suggestTransfers([into, out]);
    expect(pair).toMatchObject({ from_id: out.id, to_id: into.id });
    expect(pair?.reason).toBe('Opposite amounts 2 days apart; one names Rainy Day.');
    expect(suggestTransfers([out, { ...into, on: '2026-05-07' as Day }])).toEqual([]);
  });

  it('never pair one account with itself, equal signs, other currencies or nothing', () => {
    const out = row('cheque', '2026-05-01', -5000);
    expect(suggestTransfers([out, row('cheque', '2026-05-01', 5000)])).toEqual([]);
    expect(suggestTransfers([out, row('savings', '2026-05-01', -5000)])).toEqual([]);
    expect(suggestTransfers([out, row('savings', '2026-05-01', 5000, '', { currency: 'AUD' })])).toEqual([]);
    expect(suggestTransfers([row('cheque', '2026-05-01', 0), row('savings', '2026-05-01', 0)])).toEqual([]);
  });

  it('prefer the side whose account is named, by its number or its last digits', () => {
    const out = row('cheque', '2026-05-01', -5000, 'PAYMENT TO CARD 5023');
    const wrong = row('savings', '2026-05-01', 5000, 'Gift');
    const right = row('card', '2026-05-02', 5000, 'PAYMENT RECEIVED THANK YOU');
    expect(suggestTransfers([out, wrong, right])[0]).toMatchObject({ from_id: out.id, to_id: right.id });
  });

  it('prefer the nearer day, and score a lone fit above one of several', () => {
    const out = row('cheque', '2026-05-01', -5000);
    const near = row('savings', '2026-05-01', 5000);
    const far = row('card', '2026-05-04', 5000);
    const [pair] = suggestTransfers([out, far, near]);
    expect(pair?.to_id).toBe(near.id);
    expect(suggestTransfers([out, near])[0]?.score).toBeGreaterThan(pair?.score ?? 1);
  });

  it('use each row once, in every collection of rows', () => {
    const one = fc.record({
      account: fc.constantFrom<keyof typeof ACCOUNTS>('cheque', 'savings', 'card'),
      day: fc.integer({ min: 1, max: 28 }),
      minor: fc.constantFrom(-100, 100, -200, 200),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (list) => {
        const rows = list.map((item) =>
          row(item.account, `2026-05-${String(item.day).padStart(2, '0')}`, item.minor),
        );
        const byId = new Map(rows.map((item) => [item.id, item]));
        const pairs = suggestTransfers(rows);
        const used = pairs.flatMap((pair) => [pair.from_id, pair.to_id]);
        expect(new Set(used).size).toBe(used.length);
        for (const pair of pairs) {
          const [from, to] = [byId.get(pair.from_id), byId.get(pair.to_id)];
          expect((from?.amount_minor ?? 0n) + (to?.amount_minor ?? 1n)).toBe(0n);
          expect(from?.account_id).not.toBe(to?.account_id);
          expect(pair.score).toBeGreaterThan(0);
          expect(pair.score).toBeLessThanOrEqual(1);
        }
        expect([...pairs].sort((a, b) => b.score - a.score).map((pair) => pair.score)).toEqual(
          pairs.map((pair) => pair.score),
        );
      }),
    );
  });

  // Looking at each row of the account from each other one took a minute for this, and nothing else ran meanwhile.
  it('are found among ten thousand equal amounts of one account and day', { timeout: 15_000 }, () => {
    const outs = Array.from({ length: 10_000 }, () => row('cheque', '2026-05-01', -5000));
    const ins = Array.from({ length: 10_000 }, () => row('cheque', '2026-05-01', 5000));
    const other = row('savings', '2026-05-02', 5000);
    const pairs = suggestTransfers([...outs, ...ins, other]);
    expect(pairs.map((pair) => pair.to_id)).toEqual([other.id]);
  });
});
