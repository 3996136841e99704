import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, changesOfPart } from './changes.ts';
import type { Change } from './changes.ts';

const home = { currency: 'NZD' };
const said = (change: Change | undefined) =>
  change && [change.field, change.kind, change.before, change.after, change.currency];

describe('an entry of the audit, field by field', () => {
  it('reads money, days, instants, references and plain words from the names of the fields', () => {
    const before = {
      amount_minor: '-4590',
      currency: 'NZD',
      occurred_on: '2026-11-20',
      category_id: 'c1',
      memo: 'a',
      tags: ['t1'],
    };
    const after = {
      amount_minor: '-4600',
      currency: 'NZD',
      occurred_on: '2026-11-21',
      category_id: 'c2',
      memo: 'b',
      tags: ['t1', 't2'],
    };
    const changes = changesOf({ entity: 'transaction', before, after }, home);
    expect(changes.map(said)).toEqual([
      ['amount', 'money', { text: '-45.90' }, { text: '-46.00' }, 'NZD'],
      ['category', 'category', { ids: ['c1'] }, { ids: ['c2'] }, null],
      ['occurred_on', 'day', { text: '2026-11-20' }, { text: '2026-11-21' }, null],
      ['memo', 'text', { text: 'a' }, { text: 'b' }, null],
      ['tags', 'tag', { ids: ['t1'] }, { ids: ['t1', 't2'] }, null],
    ]);
  });

  it('counts money in the entry’s own currency, and in the household’s where none is named', () => {
    const yen = changesOf(
      { entity: 'transaction', before: null, after: { amount_minor: '-1200', currency: 'JPY' } },
      home,
    );
    expect(yen.map(said)).toEqual([['amount', 'money', null, { text: '-1200' }, 'JPY']]);
    const own = changesOf(
      {
        entity: 'account',
        before: { overdraft_limit_minor: '0' },
        after: { overdraft_limit_minor: '50000' },
      },
      home,
    );
    expect(own.map(said)).toEqual([
      ['overdraft_limit', 'money', { text: '0.00' }, { text: '500.00' }, 'NZD'],
    ]);
    const decimal = changesOf({ entity: 'account', before: null, after: { difference: '-3.10' } }, home);
    expect(decimal.map(said)).toEqual([['difference', 'money', null, { text: '-3.10' }, 'NZD']]);
  });

  it('leaves out what stayed, what follows, and of a new thing what it is not', () => {
    const after = {
      id: 'x',
      name: 'Tea',
      colour: '',
      version: 1,
      is_active: false,
      allow_overdraft: true,
      notes: null,
    };
    expect(changesOf({ entity: 'account', before: null, after }, home).map(({ field }) => field)).toEqual([
      'name',
      'allow_overdraft',
    ]);
    expect(
      changesOf({ entity: 'tag', before: { name: 'a' }, after: { name: 'a', version: 3 } }, home),
    ).toEqual([]);
    const off = changesOf({ entity: 'rule', before: { is_active: true }, after: { is_active: false } }, home);
    expect(off.map(said)).toEqual([['is_active', 'flag', { text: 'true' }, { text: 'false' }, null]]);
  });

  it('says of links, trash and privacy only whether they are there', () => {
    const after = { transfer_id: 'x1', deleted_at: '2026-11-22T00:00:00Z', private_to: null };
    const changes = changesOf(
      { entity: 'transaction', before: { transfer_id: null, deleted_at: null, private_to: 'u' }, after },
      home,
    );
    expect(changes.map(said)).toEqual([
      ['transfer', 'present', null, { text: 'true' }, null],
      ['deleted', 'present', null, { text: 'true' }, null],
      ['private', 'present', { text: 'true' }, null, null],
    ]);
  });

  it('shows the parts of an entry with their amounts', () => {
    const after = { splits: [{ category_id: 'c1', member_id: null, amount_minor: '-1000', note: '' }] };
    expect(changesOf({ entity: 'transaction', before: { splits: [] }, after }, home).map(said)).toEqual([
      ['splits', 'parts', null, { parts: [{ category: 'c1', member: null, amount: '-10.00' }] }, 'NZD'],
    ]);
  });

  it('sums up a change of several things: what they agree in is told, in what they differ is said', () => {
    const parts = {
      a: [
        { category_id: 'c1', needs_review: true },
        { category_id: 'c9', needs_review: false },
      ],
      b: [{ category_id: 'c2' }, { category_id: 'c9' }],
    };
    const [category, review, ...more] = changesOf(
      { entity: 'transaction', before: null, after: { by: 'rule' }, parts },
      home,
    ).filter(({ field }) => field !== 'by');
    expect(more).toEqual([]);
    expect(category).toMatchObject({
      field: 'category',
      before: null,
      beforeVaries: true,
      after: { ids: ['c9'] },
      afterVaries: false,
    });
    expect(review).toMatchObject({ field: 'needs_review', beforeVaries: true, afterVaries: true });
    expect(changesOfPart(parts, 'b', { entity: 'transaction', currency: 'NZD' }).map(said)).toEqual([
      ['category', 'category', { ids: ['c2'] }, { ids: ['c9'] }, null],
    ]);
    expect(changesOfPart(parts, 'z', { entity: 'transaction', currency: 'NZD' })).toEqual([]);
    expect(changesOfPart(null, 'z', { entity: 'transaction', currency: 'NZD' })).toEqual([]);
  });

  it('reads anything that ever stood in an audit, and never tells of a field that stayed', () => {
    const side = fc.oneof(
      fc.constant(null),
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(side, side, fc.string(), (before, after, entity) => {
        for (const change of changesOf({ entity, before, after }, home))
          expect(JSON.stringify(change.before)).not.toBe(JSON.stringify(change.after));
        expect(changesOf({ entity, before, after: before }, home)).toEqual([]);
      }),
    );
  });
});
