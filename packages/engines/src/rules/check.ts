/** Says what is wrong with a rule before it is kept, with a pointer into it: the server and the form ask the same. */
import { isId } from '@kinwise/core/ids';
import { readCondition } from './conditions.ts';
import type { Action, Condition, Share } from './types.ts';

export type RuleProblem = { pointer: string; code: string; message: string };

const SHARES_MAX = 20;
const TEXT_MAX = 200;
const NOTES_MAX = 1000;

export function checkRule(rule: {
  conditions: readonly Condition[];
  actions: readonly Action[];
}): RuleProblem[] {
  const conditions = rule.conditions.flatMap((condition, index) => {
    const read = readCondition(condition);
    const part = !read.ok && read.code === 'rule_op' ? 'op' : 'value';
    return read.ok
      ? []
      : [{ pointer: `/conditions/${index}/${part}`, code: read.code, message: read.message }];
  });
  const actions = rule.actions.flatMap((action, index) => {
    const message = wrongWith(action);
    return message === undefined ? [] : [{ pointer: `/actions/${index}/value`, code: 'rule_value', message }];
  });
  return [...conditions, ...actions, ...twice(rule.actions)];
}

/** The parts of a split action that passed the check. */
export function sharesOf(value: unknown): Share[] {
  return (value as readonly Partial<Share>[]).map((part) => ({
    category_id: part.category_id ?? null,
    member_id: part.member_id ?? null,
    share: part.share ?? 1,
  }));
}

function wrongWith({ kind, value }: Action): string | undefined {
  if (kind === 'set_category' || kind === 'add_tag' || kind === 'set_member') {
    return isIdText(value) ? undefined : 'Give the id of what to set.';
  }
  if (kind === 'set_payee')
    return isTextUpTo(value, TEXT_MAX) ? undefined : `Give a name of 1 to ${TEXT_MAX} characters.`;
  if (kind === 'set_notes')
    return isTextUpTo(value, NOTES_MAX) ? undefined : `Give a text of 1 to ${NOTES_MAX} characters.`;
  if (kind === 'mark_transfer') {
    const known = value === undefined || value === null || isIdText(value);
    return known ? undefined : 'Give the id of the other account, or nothing where any may be.';
  }
  if (kind === 'ignore') {
    return value === undefined || value === null || value === true ? undefined : 'Leave the value out.';
  }
  return isSplit(value)
    ? undefined
    : `Give 2 to ${SHARES_MAX} parts, each with a category_id or a member_id and a share: a whole number from 1 to 10000.`;
}

/** What can be set once only; of two, the second would never come to pass. */
function twice(actions: readonly Action[]): RuleProblem[] {
  const seen = new Set<string>();
  return actions.flatMap(({ kind }, index) => {
    const slot = kind === 'split' || kind === 'mark_transfer' ? 'set_category' : kind;
    if (kind === 'add_tag' || !seen.has(slot)) {
      seen.add(slot);
      return [];
    }
    const message = 'An earlier action of this rule decides that already. Keep one of the two.';
    return [{ pointer: `/actions/${index}/kind`, code: 'rule_twice', message }];
  });
}

function isSplit(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 2 || value.length > SHARES_MAX) return false;
  return value.every((part: unknown) => {
    if (typeof part !== 'object' || part === null) return false;
    const { category_id, member_id, share, ...rest } = part as Record<string, unknown>;
    const named = isIdText(category_id) || isIdText(member_id);
    const known = [category_id, member_id].every((id) => id === undefined || id === null || isIdText(id));
    const weighed = typeof share === 'number' && Number.isInteger(share) && share >= 1 && share <= 10_000;
    return named && known && weighed && Object.keys(rest).length === 0;
  });
}

function isIdText(value: unknown): boolean {
  return typeof value === 'string' && isId(value);
}

function isTextUpTo(value: unknown, length: number): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= length;
}
