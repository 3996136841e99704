import type { Rule } from '@kinwise/api-client/schema';
import { i18n } from '@lingui/core';
import { type ActionKind, type Field, formOf, isIdField, type Op } from './rule-form.ts';

export function fieldName(field: Field): string {
  const names: Record<Field, string> = {
    text: i18n._('Any text'),
    payee: i18n._('Payee'),
    memo: i18n._('Memo'),
    amount: i18n._('Amount'),
    type: i18n._('Kind'),
    account_id: i18n._('Account'),
    merchant_id: i18n._('Merchant'),
    occurred_day: i18n._('Day'),
    currency: i18n._('Currency'),
    member_id: i18n._('Who paid'),
  };
  return names[field];
}

export function opName(op: Op): string {
  const names: Record<Op, string> = {
    contains: i18n._('contains'),
    is: i18n._('is'),
    starts_with: i18n._('begins with'),
    ends_with: i18n._('ends with'),
    matches: i18n._('fits the pattern'),
    gt: i18n._('is more than'),
    gte: i18n._('is at least'),
    lt: i18n._('is less than'),
    lte: i18n._('is at most'),
    between: i18n._('is between'),
    in: i18n._('is one of'),
  };
  return names[op];
}

export function actionName(kind: ActionKind): string {
  const names: Record<ActionKind, string> = {
    set_category: i18n._('Put it into'),
    add_tag: i18n._('Add the tag'),
    set_payee: i18n._('Call the payee'),
    set_member: i18n._('Say it was paid by'),
    set_notes: i18n._('Write the note'),
    mark_transfer: i18n._('Treat it as a transfer'),
    ignore: i18n._('Leave it out of imports'),
    split: i18n._('Split it'),
  };
  return names[kind];
}

export function typeName(type: string): string {
  const names: Readonly<Record<string, string>> = {
    income: i18n._('Income'),
    expense: i18n._('Spending'),
    transfer: i18n._('Transfer'),
  };
  return names[type] ?? type;
}

/** A rule as two sentences: when, and what then. `nameOf` gives the name of what an id stands for. */
export function sayRule(rule: Rule, nameOf: (id: string) => string): { when: string; then: string } {
  const form = formOf(rule);
  const between = rule.match === 'all' ? i18n._(' and ') : i18n._(' or ');
  const when = form.conditions.map(({ field, op, value, upTo }) => {
    const shown = isIdField(field)
      ? value.split(', ').map(nameOf).join(', ')
      : field === 'type'
        ? typeName(value)
        : value;
    const compared = op === 'between' ? i18n._('{low} and {high}', { low: shown, high: upTo }) : shown;
    return `${fieldName(field)} ${opName(op)} “${compared}”`;
  });
  const then = rule.actions.map((action) => {
    const value = typeof action.value === 'string' ? nameOf(action.value) : '';
    return [actionName(action.kind as ActionKind), value].filter(Boolean).join(' ');
  });
  return { when: when.join(between), then: then.join(', ') };
}
