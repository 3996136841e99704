import { i18n } from '@lingui/core';
import type { FieldName } from '../../../offline/entities.ts';

/** The name of a field in words; technical names are the last resort. */
export function fieldName(field: string): string {
  const known: Readonly<Record<string, string>> = {
    payee: i18n._('Payee'),
    name: i18n._('Name'),
    amount: i18n._('Amount'),
    occurred_on: i18n._('Day'),
    account_id: i18n._('Account'),
    category_id: i18n._('Category'),
    notes: i18n._('Notes'),
    tags: i18n._('Tags'),
    splits: i18n._('Split'),
    type: i18n._('Kind'),
    status: i18n._('State'),
  } satisfies Partial<Record<FieldName, string>>;
  return known[field] ?? field.replaceAll('_', ' ');
}
