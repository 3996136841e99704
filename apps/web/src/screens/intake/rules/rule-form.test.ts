import type { Rule, RuleAction } from '@kinwise/api-client/schema';
import { describe, expect, it } from 'vitest';
import { checkRule } from '@kinwise/engines/rules/check';
import { opsOf as knownOps } from '@kinwise/engines/rules/conditions';
import {
  bodyOf,
  changesOf,
  FIELDS,
  opsOf,
  formOf,
  gapsOf,
  keptActions,
  NEW_CONDITION,
  NEW_RULE,
  withField,
} from './rule-form.ts';

const C1 = '01936b0e-7c00-7000-8000-000000000001';
const A1 = '01936b0e-7c00-7000-8000-000000000002';
const A2 = '01936b0e-7c00-7000-8000-000000000003';

const RULE: Rule = {
  id: 'r',
  version: 3,
  name: 'Groceries',
  order: 0,
  is_active: true,
  match: 'any',
  stop: true,
  hits: 12,
  created_at: '2026-11-22T00:00:00.000Z',
  updated_at: '2026-11-22T00:00:00.000Z',
  available_actions: [],
  conditions: [
    { field: 'text', op: 'contains', value: 'countdown' },
    { field: 'amount', op: 'between', value: ['5.00', '200.00'] },
    { field: 'account_id', op: 'in', value: [A1, A2] },
    { field: 'occurred_day', op: 'gte', value: 20 },
  ],
  actions: [{ kind: 'set_category', value: C1 }, { kind: 'ignore' }, { kind: 'add_tag', value: A1 }],
};

describe('the rule editor', () => {
  it('knows the comparisons that the engine knows', () => {
    for (const field of FIELDS) expect([...opsOf(field)].sort()).toEqual([...knownOps(field)].sort());
  });

  it('sends what the engine takes', () => {
    expect(checkRule(bodyOf(formOf(RULE)) as Parameters<typeof checkRule>[0])).toEqual([]);
  });

  it('gives back to the wire what it was given', () => {
    const { name, is_active, match, stop, conditions, actions } = RULE;
    expect(bodyOf(formOf(RULE))).toEqual({ name, is_active, match, stop, conditions, actions });
    expect(gapsOf(formOf(RULE)).testable).toBe(true);
  });

  it('keeps a split that it cannot show', () => {
    const split: RuleAction = {
      kind: 'split',
      value: [
        { category_id: C1, share: 1 },
        { category_id: A1, share: 2 },
      ],
    };
    const rule = { ...RULE, actions: [split] };
    expect(formOf(rule).actions).toEqual([]);
    expect(bodyOf(formOf(rule), keptActions(rule)).actions).toEqual([split]);
  });

  it('writes typed amounts and days of the month as the wire has them', () => {
    const conditions = [
      { field: 'amount', op: 'gt', value: '$1,200', upTo: '' },
      { field: 'occurred_day', op: 'in', value: '1, 15', upTo: '' },
    ] as const;
    expect(bodyOf({ ...NEW_RULE, conditions }).conditions).toEqual([
      { field: 'amount', op: 'gt', value: '1200.00' },
      { field: 'occurred_day', op: 'in', value: [1, 15] },
    ]);
  });

  it('says of a changed rule only what was changed', () => {
    expect(changesOf(RULE, bodyOf(formOf(RULE), keptActions(RULE)))).toEqual({});
    const renamed = { ...formOf(RULE), name: 'Another name' };
    expect(changesOf(RULE, bodyOf(renamed, keptActions(RULE)))).toEqual({ name: 'Another name' });
  });

  it('looks for a transfer in any account when none is named', () => {
    const actions = [{ kind: 'mark_transfer', value: '' }] as const;
    expect(bodyOf({ ...NEW_RULE, actions }).actions).toEqual([{ kind: 'mark_transfer', value: null }]);
  });

  it('names what is missing, and what is no amount or day of a month', () => {
    const fresh = gapsOf(NEW_RULE);
    expect(fresh.name).toBe(true);
    expect([...fresh.conditions]).toEqual([0]);
    expect([...fresh.actions]).toEqual([0]);
    const conditions = [
      { field: 'amount', op: 'is', value: '1,23', upTo: '' },
      { field: 'occurred_day', op: 'is', value: '32', upTo: '' },
      { field: 'amount', op: 'between', value: '1', upTo: '' },
    ] as const;
    expect([...gapsOf({ ...formOf(RULE), conditions }).conditions]).toEqual([0, 1, 2]);
    expect(gapsOf({ ...formOf(RULE), actions: [] }).testable).toBe(false);
  });

  it('keeps a comparison where it makes sense for the new field, and never a value of another kind', () => {
    const typed = { ...NEW_CONDITION, value: 'new world' };
    expect(withField(typed, 'payee')).toEqual({
      field: 'payee',
      op: 'contains',
      value: 'new world',
      upTo: '',
    });
    expect(withField(typed, 'amount')).toEqual({ field: 'amount', op: 'is', value: '', upTo: '' });
    expect(withField({ ...typed, op: 'is' }, 'account_id').value).toBe('');
  });
});
