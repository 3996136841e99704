import { parseDay } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRule } from './check.ts';
import { opsOf } from './conditions.ts';
import { compileRules } from './evaluate.ts';
import { readPattern } from './pattern.ts';
import { FIELDS } from './types.ts';
import type { Action, Condition, Rule, RuleEntry } from './types.ts';

const A = '01a20119-5f73-7133-b10c-cbcfa574f450';
const B = '01a20119-5f73-7133-b10c-cbcfa574f451';
const C = '01a20119-5f73-7133-b10c-cbcfa574f452';

const entry = (change: Partial<RuleEntry> = {}): RuleEntry => ({
  payee: 'COUNTDOWN 4412  Hamilton',
  merchant_id: null,
  memo: 'Eftpos card 1234',
  reference: '',
  notes: '',
  amount_minor: -4590n,
  currency: 'NZD',
  account_id: A,
  occurred_on: parseDay('2026-11-20') as Day,
  type: 'expense',
  member_id: null,
  ...change,
});

const rule = (change: Partial<Rule>): Rule => ({
  id: A,
  match: 'all',
  conditions: [],
  actions: [{ kind: 'ignore' }],
  stop: false,
  ...change,
});

const holds = (condition: Condition, of: Partial<RuleEntry> = {}): boolean =>
  compileRules([rule({ conditions: [condition] })])(entry(of)) !== undefined;

describe('a condition', () => {
  it.each<[Condition, boolean]>([
    [{ field: 'payee', op: 'is', value: 'countdown 4412 hamilton' }, true],
    [{ field: 'payee', op: 'is', value: 'countdown' }, false],
    [{ field: 'payee', op: 'contains', value: 'down 4412 H' }, true],
    [{ field: 'payee', op: 'starts_with', value: 'Countdown' }, true],
    [{ field: 'payee', op: 'ends_with', value: 'HAMILTON' }, true],
    [{ field: 'payee', op: 'in', value: ['Pak’nSave', 'Countdown 4412 Hamilton'] }, true],
    [{ field: 'payee', op: 'matches', value: 'count\\s?down \\d{4}' }, true],
    [{ field: 'payee', op: 'matches', value: '^hamilton' }, false],
    [{ field: 'memo', op: 'contains', value: 'card' }, true],
    [{ field: 'text', op: 'contains', value: 'hamilton eftpos' }, true],
    [{ field: 'amount', op: 'is', value: '45.9' }, true],
    [{ field: 'amount', op: 'gt', value: '45.90' }, false],
    [{ field: 'amount', op: 'gte', value: '45.90' }, true],
    [{ field: 'amount', op: 'lt', value: '45.91' }, true],
    [{ field: 'amount', op: 'lte', value: '45.89' }, false],
    [{ field: 'amount', op: 'between', value: ['40', '50'] }, true],
    [{ field: 'account_id', op: 'is', value: A }, true],
    [{ field: 'account_id', op: 'in', value: [B, C] }, false],
    [{ field: 'member_id', op: 'is', value: A }, false],
    [{ field: 'type', op: 'is', value: 'expense' }, true],
    [{ field: 'currency', op: 'in', value: ['AUD', 'NZD'] }, true],
    [{ field: 'occurred_day', op: 'is', value: 20 }, true],
    [{ field: 'occurred_day', op: 'between', value: [25, 31] }, false],
    [{ field: 'occurred_day', op: 'in', value: [1, 20] }, true],
    [{ field: 'occurred_day', op: 'gte', value: '2026-11-20' }, true],
    [{ field: 'occurred_day', op: 'between', value: ['2026-01-01', '2026-11-19'] }, false],
  ])('%j on a card payment at a supermarket is %s', (condition, expected) => {
    expect(checkRule({ conditions: [condition], actions: [] })).toEqual([]);
    expect(holds(condition)).toBe(expected);
  });

  it('compares amounts by their size in their own currency', () => {
    const condition: Condition = { field: 'amount', op: 'gte', value: '1200' };
    expect(holds(condition, { amount_minor: 1200n, currency: 'JPY' })).toBe(true);
    expect(holds(condition, { amount_minor: -1200n, currency: 'JPY' })).toBe(true);
    expect(holds(condition, { amount_minor: 120000n, currency: 'JOD' })).toBe(false);
    expect(holds(condition, { amount_minor: 1_200_000n, currency: 'JOD' })).toBe(true);
  });

  it.each<[Condition, string]>([
    [{ field: 'payee', op: 'gt', value: 'x' }, '/conditions/0/op'],
    [{ field: 'amount', op: 'contains', value: '4' }, '/conditions/0/op'],
    [{ field: 'payee', op: 'contains', value: ' ' }, '/conditions/0/value'],
    [{ field: 'payee', op: 'in', value: [] }, '/conditions/0/value'],
    [{ field: 'payee', op: 'matches', value: '(a' }, '/conditions/0/value'],
    [{ field: 'payee', op: 'matches', value: '(?=a)b' }, '/conditions/0/value'],
    [{ field: 'payee', op: 'matches', value: '((a{500}){500}){500}' }, '/conditions/0/value'],
    [{ field: 'amount', op: 'is', value: '-5' }, '/conditions/0/value'],
    [{ field: 'amount', op: 'is', value: 5 }, '/conditions/0/value'],
    [{ field: 'amount', op: 'is', value: '1e3' }, '/conditions/0/value'],
    [{ field: 'amount', op: 'between', value: ['9', '1'] }, '/conditions/0/value'],
    [{ field: 'occurred_day', op: 'is', value: 32 }, '/conditions/0/value'],
    [{ field: 'occurred_day', op: 'is', value: '2026-02-30' }, '/conditions/0/value'],
    [{ field: 'account_id', op: 'is', value: 'mine' }, '/conditions/0/value'],
    [{ field: 'currency', op: 'is', value: 'XXX' }, '/conditions/0/value'],
  ])('%j is refused with a pointer and a cure', (condition, pointer) => {
    const [problem] = checkRule({ conditions: [condition], actions: [] });
    expect(problem).toMatchObject({ pointer });
    expect(problem?.message.length).toBeGreaterThan(10);
    expect(holds(condition)).toBe(false);
  });

  it('never crashes, whatever stands in it', () => {
    const field = fc.constantFrom(...FIELDS);
    const value = fc.oneof(fc.jsonValue(), fc.string(), fc.array(fc.string(), { maxLength: 3 }));
    fc.assert(
      fc.property(field, fc.nat({ max: 10 }), value, (field, index, value) => {
        const ops = opsOf(field);
        const condition = { field, op: ops[index % ops.length] ?? 'is', value } as Condition;
        const refused = checkRule({ conditions: [condition], actions: [] }).length > 0;
        expect(typeof holds(condition)).toBe('boolean');
        if (refused) expect(holds(condition)).toBe(false);
      }),
    );
  });

  it('runs patterns that would hang others to their end', () => {
    const pattern = readPattern('^(a+)+$');
    expect(pattern.ok && pattern.test(`${'a'.repeat(5000)}b`)).toBe(false);
    const nested = readPattern('(x+x+)+y');
    expect(nested.ok && nested.test('x'.repeat(5000))).toBe(false);
  });
});

describe('rules', () => {
  const always: Condition = { field: 'type', op: 'is', value: 'expense' };
  const never: Condition = { field: 'type', op: 'is', value: 'income' };
  const to = (kind: Action['kind'], value: unknown): Action => ({ kind, value });

  it('ask for all of their conditions, or for any', () => {
    const run = (match: 'all' | 'any') =>
      compileRules([rule({ match, conditions: [always, never] })])(entry());
    expect(run('all')).toBeUndefined();
    expect(run('any')).toMatchObject({ rules: [A] });
  });

  it('let the first one decide, and add up tags', () => {
    const outcome = compileRules([
      rule({ id: A, conditions: [always], actions: [to('set_category', B), to('add_tag', A)] }),
      rule({
        id: B,
        conditions: [always],
        actions: [to('set_category', C), to('add_tag', B), to('set_notes', 'x')],
      }),
      rule({
        id: C,
        conditions: [always],
        actions: [to('split', []), to('add_tag', A), to('set_notes', 'y')],
      }),
    ])(entry());
    expect(outcome).toEqual({
      rules: [A, B, C],
      sorted_by: A,
      category_id: B,
      tags: [A, B],
      notes: 'x',
      ignore: false,
    });
  });

  it('stop where one says so, and only when it caught the entry', () => {
    const rules = [
      rule({ id: A, conditions: [never], stop: true }),
      rule({ id: B, conditions: [always], stop: true }),
      rule({ id: C, conditions: [always] }),
    ];
    expect(compileRules(rules)(entry())?.rules).toEqual([B]);
  });

  it('are asked about the entry as it came: what one changes, another does not see', () => {
    const outcome = compileRules([
      rule({ id: A, conditions: [always], actions: [to('set_payee', 'Corner shop')] }),
      rule({ id: B, conditions: [{ field: 'payee', op: 'is', value: 'corner shop' }] }),
    ])(entry());
    expect(outcome?.rules).toEqual([A]);
  });

  it.each<[Action, boolean]>([
    [to('set_category', A), true],
    [to('set_category', 'Groceries'), false],
    [to('set_payee', ' '), false],
    [to('mark_transfer', null), true],
    [to('mark_transfer', 'x'), false],
    [to('ignore', undefined), true],
    [to('ignore', 'yes'), false],
    [
      to('split', [
        { category_id: A, share: 1 },
        { member_id: B, share: 2 },
      ]),
      true,
    ],
    [to('split', [{ category_id: A, share: 1 }]), false],
    [
      to('split', [
        { category_id: A, share: 0.5 },
        { category_id: B, share: 1 },
      ]),
      false,
    ],
    [to('split', [{ share: 1 }, { category_id: B, share: 1 }]), false],
  ])('%j is accepted: %s', (action, accepted) => {
    expect(checkRule({ conditions: [], actions: [action] }).length === 0).toBe(accepted);
  });

  it('do not decide the same thing twice', () => {
    const actions = [to('set_category', A), to('mark_transfer', null), to('add_tag', A), to('add_tag', B)];
    expect(checkRule({ conditions: [], actions })).toMatchObject([{ pointer: '/actions/1/kind' }]);
  });

  it('answer as if each were asked alone, in order, until one stops', () => {
    const texts = fc.constantFrom('count', 'hamilton', 'card', 'zzz');
    const condition = fc.record({
      field: fc.constantFrom('payee' as const, 'memo' as const, 'text' as const),
      op: fc.constantFrom('contains' as const, 'starts_with' as const, 'ends_with' as const),
      value: texts,
    });
    const rules = fc.array(
      fc.record({
        match: fc.constantFrom('all' as const, 'any' as const),
        conditions: fc.array(condition, { minLength: 1, maxLength: 3 }),
        category: fc.constantFrom(A, B, C),
        stop: fc.boolean(),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(rules, (drafts) => {
        const all = drafts.map(({ category, ...draft }, index) =>
          rule({ ...draft, id: `rule-${index}`, actions: [to('set_category', category)] }),
        );
        const alone = all.filter((one) => compileRules([one])(entry()) !== undefined);
        const stop = alone.findIndex((one) => one.stop);
        const expected = stop < 0 ? alone : alone.slice(0, stop + 1);
        const outcome = compileRules(all)(entry());
        expect(outcome?.rules ?? []).toEqual(expected.map((one) => one.id));
        expect(outcome?.category_id).toBe(expected[0]?.actions[0]?.value);
      }),
    );
  });
});
