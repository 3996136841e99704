import type { Day } from '@kinwise/core/days';
import { EN_NZ } from '@kinwise/core/format';
import { i18n } from '@lingui/core';
import { beforeAll, expect, it } from 'vitest';
import type { PlainRow } from '../../../offline/entities.ts';
import { sideWords } from '../../insight/changes/value-words.ts';
import { fieldName } from './field-name.ts';
import { asChange } from './sides.ts';

beforeAll(() => {
  i18n.loadAndActivate({ locale: 'en-NZ', messages: {} });
});

const names = new Map([
  ['food', 'Food'],
  ['sam', 'Sam'],
  ['camp', 'Camp'],
]);
const place = { locale: EN_NZ, time_zone: 'Pacific/Auckland', today: '2026-11-22' as Day };
const say = (field: string, row: PlainRow) => sideWords(asChange(field, row, names), 'after', place);

it.each([
  ['amount', { amount: '-1045.90', currency: 'NZD' }, '−$1,045.90'],
  ['occurred_on', { occurred_on: '2026-11-20' }, 'Fri 20 Nov'],
  ['payer_id', { payer_id: 'sam' }, 'Sam'],
  ['payer_id', { payer_id: null }, 'nothing'],
  ['category_id', { category_id: 'gone' }, 'one you do not see'],
  ['tags', { tags: ['camp'] }, 'Camp'],
  ['tags', { tags: [] }, 'nothing'],
  ['status', { status: 'completed' }, 'Completed'],
  ['is_active', { is_active: false }, 'no'],
  ['conditions', { conditions: [{ field: 'text' }] }, 'changed'],
  [
    'splits',
    { currency: 'NZD', splits: [{ id: 'a', category_id: 'food', member_id: 'sam', amount: '-12.00' }] },
    'Food, Sam −$12.00',
  ],
])('a refused change is said as people say it, without ids and codes: %s %#', (field, row, words) => {
  expect(say(field, row)).toBe(words);
});

it('a field that names something by its id is called as the thing', () => {
  expect(fieldName('payer_id')).toBe('Who paid');
  expect(fieldName('account_id')).toBe('Account');
});
