import type { Day } from '@kinwise/core/days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyRows } from './classify.ts';
import type { ComparableRow, KnownRow } from './rows.ts';

function row(
  ...[on, minor, payee, more = {}]: [string, number, string, Partial<ComparableRow>?]
): ComparableRow {
  return {
    account_id: 'cheque',
    on: on as Day,
    amount_minor: BigInt(minor),
    currency: 'NZD',
    payee,
    ...more,
  };
}

function known(rows: readonly ComparableRow[], more: Partial<KnownRow> = {}): KnownRow[] {
  return rows.map((one, index) => ({ id: `k${index}`, ...one, ...more }));
}

const states = (ledger: readonly KnownRow[], rows: readonly ComparableRow[]) =>
  classifyRows(ledger, rows).map((verdict) => verdict.state);

const COFFEE = row('2026-05-02', -450, 'Java On Quay');

describe('rows of a file beside the ledger', () => {
  it('are all new in an empty ledger, two equal coffees as well', () => {
    expect(states([], [COFFEE, COFFEE])).toEqual(['new', 'new']);
  });

  it('add nothing when the same file comes twice', () => {
    const file = [COFFEE, COFFEE, row('2026-05-03', -450, 'Java On Quay')];
    expect(states(known(file), file)).toEqual(['duplicate', 'duplicate', 'duplicate']);
  });

  it('are added once each when files overlap', () => {
    const first = [row('2026-05-01', -100, 'A'), row('2026-05-02', -200, 'B')];
    const second = [row('2026-05-02', -200, 'B'), row('2026-05-03', -300, 'C')];
    expect(states(known(first), second)).toEqual(['duplicate', 'new']);
  });

  it('are offered when the file has two and the ledger one', () => {
    const [first, second] = classifyRows(known([COFFEE]), [COFFEE, COFFEE]);
    expect(first?.state).toBe('duplicate');
    expect(second).toMatchObject({ state: 'possible_duplicate', known_id: 'k0' });
  });

  it('are new where a bank id or a balance tells them from their twin', () => {
    const withId = (id: string) => ({ ...COFFEE, bank_id: id });
    expect(states(known([withId('2026050201')]), [withId('2026050201'), withId('2026050202')])).toEqual([
      'duplicate',
      'new',
    ]);
    const withBalance = (minor: bigint) => ({ ...COFFEE, balance_after_minor: minor });
    expect(states(known([withBalance(9550n)]), [withBalance(9550n), withBalance(9100n)])).toEqual([
      'duplicate',
      'new',
    ]);
  });

  it('meet by bank id though the payee reads otherwise', () => {
    const ledger = known([{ ...COFFEE, bank_id: 'F1' }]);
    expect(states(ledger, [{ ...COFFEE, bank_id: 'F1', payee: 'JAVA ON QUAY WELLINGTON NZ' }])).toEqual([
      'duplicate',
    ]);
  });

  it('do not meet by an id that the bank numbers anew in each file', () => {
    const ledger = known([row('2026-04-01', -900, 'Rent', { bank_id: '1' })]);
    expect(states(ledger, [row('2026-05-01', -450, 'Cafe', { bank_id: '1' })])).toEqual(['new']);
  });

  it('meet when another export of the bank cut the payee off', () => {
    expect(
      states(known([row('2026-05-02', -450, 'Countdown Silverdale')]), [
        row('2026-05-02', -450, 'Countdown Silverdale Nz Nzl'),
      ]),
    ).toEqual(['duplicate']);
  });

  it('are offered where day and amount are the same and the text only resembles', () => {
    expect(
      states(known([row('2026-05-02', -450, 'Java Quay Wellington')]), [
        row('2026-05-02', -450, 'Eftpos Java Wellington'),
      ]),
    ).toEqual(['possible_duplicate']);
    expect(
      states(known([row('2026-05-02', -450, 'Bookshop')]), [row('2026-05-02', -450, 'Petrol Station')]),
    ).toEqual(['new']);
  });

  it('meet where a name or a reference is broken into lines otherwise, or says that there is none', () => {
    const old = row('2026-05-02', -450, 'MaxMustermann', { reference: 'EV123/' });
    const now = { ...old, payee: 'Max Mustermann', reference: 'EV 123' };
    expect(states(known([old]), [now])).toEqual(['duplicate']);
    const without = { ...old, reference: 'NOTPROVIDED' };
    expect(states(known([without]), [now])).toEqual(['duplicate']);
    expect(states(known([{ ...old, reference: 'EV124' }]), [now])).toEqual(['possible_duplicate']);
  });

  it('are offered where one has in its memo what the other has as its payee', () => {
    const old = row('2026-05-02', -450, 'Direct Debit', { memo: 'Vodafone' });
    expect(states(known([old]), [row('2026-05-02', -450, 'Vodafone')])).toEqual(['possible_duplicate']);
    expect(states(known([old]), [row('2026-05-02', -450, 'Other')])).toEqual(['new']);
  });

  it('are offered beside an entry made by hand a few days off', () => {
    const ledger = known([row('2026-05-01', -450, 'coffee')], { manual: true });
    expect(states(ledger, [COFFEE])).toEqual(['possible_duplicate']);
    expect(states(known([row('2026-05-01', -450, 'Java On Quay')]), [COFFEE])).toEqual(['new']);
  });

  it('of another account or currency never meet', () => {
    expect(states(known([{ ...COFFEE, account_id: 'savings' }]), [COFFEE])).toEqual(['new']);
    expect(states(known([{ ...COFFEE, currency: 'AUD' }]), [COFFEE])).toEqual(['new']);
  });
});

describe('a pending entry', () => {
  const pending = known([row('2026-05-01', -5000, 'Z Queen Street', { pending: true })]);

  it('is replaced by its booked row, days later and with the amount that was really taken', () => {
    expect(classifyRows(pending, [row('2026-05-04', -5000, 'Z QUEEN STREET AUCKLAND')])[0]).toMatchObject({
      state: 'replaces_pending',
      known_id: 'k0',
    });
    expect(states(pending, [row('2026-05-04', -4620, 'Z Queen Street')])).toEqual(['replaces_pending']);
  });

  it('is not replaced by another shop, a refund or a row of next month', () => {
    expect(states(pending, [row('2026-05-02', -5000, 'Shoe Barn')])).toEqual(['new']);
    expect(states(pending, [row('2026-05-02', 5000, 'Z Queen Street')])).toEqual(['new']);
    expect(states(pending, [row('2026-06-02', -5000, 'Z Queen Street')])).toEqual(['new']);
  });

  it('that comes again while pending, or after it was booked, adds nothing', () => {
    const again = row('2026-05-01', -5000, 'Z Queen Street', { pending: true });
    expect(states(pending, [again])).toEqual(['duplicate']);
    expect(states(known([row('2026-05-01', -5000, 'Z Queen Street')]), [again])).toEqual(['duplicate']);
  });
});

describe('any file', () => {
  const rows = fc.array(
    fc.record({
      on: fc.constantFrom('2026-05-01', '2026-05-02', '2026-05-03'),
      minor: fc.constantFrom(-100, -200, 300),
      payee: fc.constantFrom('Alpha Shop', 'Beta Store', 'Gamma'),
    }),
    { maxLength: 30 },
  );

  it('adds nothing when it comes again, and a longer one adds exactly what is more', () => {
    fc.assert(
      fc.property(rows, rows, (left, right) => {
        const first = left.map((one) => row(one.on, one.minor, one.payee));
        const rest = right.map((one) => row(one.on, one.minor, one.payee));
        const verdicts = states(known(first), [...first, ...rest]);
        expect(states(known(first), first).every((state) => state === 'duplicate')).toBe(true);
        expect(verdicts.filter((state) => state === 'duplicate')).toHaveLength(first.length);
        expect(verdicts.filter((state) => state !== 'duplicate')).toHaveLength(rest.length);
      }),
    );
  });

  it('meets each row of the ledger once', () => {
    fc.assert(
      fc.property(rows, rows, (left, right) => {
        const ledger = known(left.map((one) => row(one.on, one.minor, one.payee)));
        const verdicts = classifyRows(
          ledger,
          right.map((one) => row(one.on, one.minor, one.payee)),
        );
        const met = verdicts
          .filter((verdict) => verdict.state === 'duplicate')
          .map((verdict) => verdict.known_id);
        expect(new Set(met).size).toBe(met.length);
      }),
    );
  });

  it('meets each row of the ledger once also in pieces, and has as many duplicates as in one', () => {
    fc.assert(
      fc.property(rows, rows, fc.nat(30), (left, right, cut) => {
        const ledger = known(left.map((one) => row(one.on, one.minor, one.payee)));
        const file = right.map((one) => row(one.on, one.minor, one.payee));
        const met = new Set<string>();
        const verdicts = [file.slice(0, cut), file.slice(cut)].flatMap((piece) => {
          const judged = classifyRows(ledger, piece, { met });
          for (const { known_id } of judged) if (known_id !== undefined) met.add(known_id);
          return judged;
        });
        const duplicates = verdicts.filter((verdict) => verdict.state === 'duplicate');
        expect(new Set(duplicates.map((verdict) => verdict.known_id)).size).toBe(duplicates.length);
        expect(duplicates).toHaveLength(states(ledger, file).filter((state) => state === 'duplicate').length);
      }),
    );
  });
});
