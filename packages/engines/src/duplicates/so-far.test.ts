import type { Day } from '@kinwise/core/days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyRows } from './classify.ts';
import type { ComparableRow, KnownRow } from './rows.ts';
import { SoFar } from './so-far.ts';

type More = Partial<ComparableRow>;

function row(on: string, minor: number, more: More = {}): ComparableRow {
  return {
    account_id: 'cheque',
    on: on as Day,
    amount_minor: BigInt(minor),
    currency: 'NZD',
    payee: 'Java On Quay',
    ...more,
  };
}

/** Judges files of one statement each, or the statements of one file, in pieces; a pending row that is booked later is left out. */
function judged(
  ledger: readonly KnownRow[],
  statements: readonly ComparableRow[][],
  { size = 100, together = false } = {},
) {
  const soFar = new SoFar();
  const left = new Set<string>();
  const states = statements.map((rows, number) => {
    const all: string[] = [];
    for (let from = 0; from < rows.length; from += size) {
      const piece = rows.slice(from, from + size);
      const verdicts = soFar.lay(ledger, piece);
      soFar.bring(
        verdicts.map(({ state, known_id }, index) => ({
          id: `${number} ${from + index}`,
          row: piece[index] ?? row('2026-05-01', -1),
          state,
          matches_id: known_id ?? null,
        })),
      );
      all.push(...verdicts.map(({ state }) => state));
    }
    for (const id of soFar.turn({ isLast: !together })) left.add(id);
    return all;
  });
  return { states, left };
}

/** The same, imported one after another. What books a pending row of an earlier file is new, as that one brings nothing. */
function oneAfterAnother(ledger: readonly KnownRow[], statements: readonly ComparableRow[][]): string[][] {
  let books = [...ledger];
  return statements.map((rows, number) => {
    const verdicts = classifyRows(books, rows);
    return verdicts.map(({ state, known_id }, index) => {
      const own = { ...(rows[index] as ComparableRow), id: `${number} ${index}` };
      if (state === 'new') books.push(own);
      if (state !== 'replaces_pending') return state;
      const isOfLedger = ledger.some(({ id }) => id === known_id);
      books = books.filter(({ id }) => id !== known_id);
      books.push({ ...own, id: isOfLedger && known_id !== undefined ? known_id : own.id });
      return isOfLedger ? state : 'new';
    });
  });
}

const COFFEE = row('2026-05-02', -450);
const known = (rows: readonly ComparableRow[]): KnownRow[] =>
  rows.map((one, index) => ({ ...one, id: `k${index}` }));

describe('files of one archive', () => {
  it('bring an equal row once where they overlap, two where one of them has two', () => {
    expect(judged([], [[COFFEE], [COFFEE]]).states).toEqual([['new'], ['duplicate']]);
    expect(judged([], [[COFFEE, COFFEE], [COFFEE], [COFFEE, COFFEE]]).states).toEqual([
      ['new', 'new'],
      ['duplicate'],
      ['duplicate', 'duplicate'],
    ]);
  });

  it('may each repeat what the ledger has, and offer what is one more of it', () => {
    expect(judged(known([COFFEE]), [[COFFEE], [COFFEE], [COFFEE, COFFEE]]).states).toEqual([
      ['duplicate'],
      ['duplicate'],
      ['duplicate', 'possible_duplicate'],
    ]);
  });

  it('are of their own accounts', () => {
    expect(judged([], [[COFFEE], [{ ...COFFEE, account_id: 'savings' }]]).states).toEqual([['new'], ['new']]);
  });

  it('book what an earlier one has as pending: that one brings nothing any more', () => {
    const waiting = row('2026-05-02', -450, { pending: true });
    const { states, left } = judged([], [[waiting], [row('2026-05-04', -450)], [row('2026-05-04', -450)]]);
    expect(states).toEqual([['new'], ['new'], ['duplicate']]);
    expect([...left]).toEqual(['0 0']);
    // What waits in the ledger is booked there, however often statements say that it waits.
    expect(judged(known([waiting]), [[waiting], [waiting], [row('2026-05-04', -450)]]).states).toEqual([
      ['duplicate'],
      ['duplicate'],
      ['replaces_pending'],
    ]);
  });

  it('meet what earlier ones brought in the order it came in, with a bank id or without', () => {
    const [plain, other] = [row('2026-05-02', -450), row('2026-05-02', -999, { bank_id: 'A2' })];
    const [first, second] = [
      row('2026-05-02', -450, { bank_id: 'A2' }),
      row('2026-05-02', -450, { bank_id: 'A1' }),
    ];
    const files = [
      [plain, first],
      [plain, other, second],
    ];
    expect(oneAfterAnother([], files)[1]).toEqual(['duplicate', 'new', 'possible_duplicate']);
    expect(judged([], files).states).toEqual(oneAfterAnother([], files));
  });

  it('meet by id and amount what they brought on another day, where a bank gives one id to many rows', () => {
    const numbered = (on: string, minor: number) => row(on, minor, { bank_id: 'A1' });
    const first = [-100, -200, -300, -400, -500, -600].map((minor, at) =>
      row('2026-05-01', minor, { bank_id: 'A1', payee: `Shop number ${at}` }),
    );
    const files = [first, [numbered('2026-05-02', -600)]];
    expect(oneAfterAnother([], files)[1]).toEqual(['duplicate']);
    expect(judged([], files).states).toEqual(oneAfterAnother([], files));
  });

  it('forget what was pending once one of them has it booked', () => {
    const waiting = row('2026-05-01', -200, { pending: true, bank_id: 'A2' });
    const files = [[row('2026-05-01', -220, { bank_id: 'A2' })], [row('2026-05-01', -200)]];
    expect(oneAfterAnother(known([waiting]), files)).toEqual([['replaces_pending'], ['new']]);
    expect(judged(known([waiting]), files).states).toEqual(oneAfterAnother(known([waiting]), files));
  });

  it('are judged as if they had been imported one after another', () => {
    const one = fc.record({
      on: fc.constantFrom('2026-05-01', '2026-05-02'),
      minor: fc.constantFrom(-100, -200),
      payee: fc.constantFrom('Alpha Shop', 'Beta Store', 'Gamma'),
      bank_id: fc.constantFrom(undefined, undefined, 'A1', 'A2'),
      reference: fc.constantFrom(undefined, undefined, 'R1', 'R2'),
      balance_after_minor: fc.constantFrom(undefined, undefined, 100n, 200n),
      pending: fc.constantFrom(undefined, undefined, true),
    });
    const rows = fc.array(
      one.map(({ on, minor, ...more }) => row(on, minor, more)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, fc.array(rows, { maxLength: 4 }), (ledger, statements) => {
        const expected = oneAfterAnother(known(ledger), statements);
        expect(judged(known(ledger), statements).states).toEqual(expected);
      }),
    );
  });
});

describe('statements of one file', () => {
  const together = true;

  it('mean two by two equal rows, and meet each of the ledger once', () => {
    expect(judged([], [[COFFEE], [COFFEE, COFFEE]], { together }).states).toEqual([['new'], ['new', 'new']]);
    expect(judged(known([COFFEE]), [[COFFEE], [COFFEE]], { together }).states).toEqual([
      ['duplicate'],
      ['possible_duplicate'],
    ]);
    expect(judged(known([COFFEE, COFFEE]), [[COFFEE], [COFFEE]], { together }).states).toEqual([
      ['duplicate'],
      ['duplicate'],
    ]);
  });

  it('mean one by one id of the bank', () => {
    const told = row('2026-05-02', -450, { bank_id: 'A1' });
    expect(judged([], [[told], [told], [told]], { together }).states).toEqual([
      ['new'],
      ['duplicate'],
      ['duplicate'],
    ]);
    const other = { ...told, amount_minor: 450n };
    expect(judged([], [[told], [other]], { together }).states).toEqual([['new'], ['new']]);
  });
});
