import type { AuditChange } from '@kinwise/api-client/schema';
import type { Day } from '@kinwise/core/days';
import { EN_NZ } from '@kinwise/core/format';
import { i18n } from '@lingui/core';
import { beforeAll, expect, it } from 'vitest';
import { fieldWords } from './field-words.ts';
import { sideWords } from './value-words.ts';

beforeAll(() => {
  i18n.loadAndActivate({ locale: 'en-NZ', messages: {} });
});

const place = { locale: EN_NZ, time_zone: 'Pacific/Auckland', today: '2026-11-22' as Day };
const change = (over: Partial<AuditChange>): AuditChange => ({
  field: 'name',
  kind: 'text',
  currency: null,
  before: null,
  after: null,
  before_varies: false,
  after_varies: false,
  ...over,
});

it.each([
  [change({ kind: 'money', currency: 'NZD', before: { text: '-1045.90' } }), '−$1,045.90'],
  [change({ kind: 'money', currency: 'JPY', before: { text: '1200' } }), 'JP¥1,200'],
  [change({ kind: 'day', before: { text: '2026-11-20' } }), 'Fri 20 Nov'],
  [change({ kind: 'instant', before: { text: '2026-11-22T02:30:00.000Z' } }), 'Sun 22 Nov, 3:30\u00a0pm'],
  [change({ kind: 'flag', before: { text: 'true' } }), 'yes'],
  [change({ kind: 'present', before: null }), 'no'],
  [change({ kind: 'text', before: null }), 'nothing'],
  [change({ kind: 'text', before: { text: 'As it is' } }), 'As it is'],
  [change({ field: 'role', before: { text: 'teen' } }), 'Teen'],
  [change({ kind: 'details', before: { text: null } }), 'changed'],
  [
    change({
      kind: 'tag',
      before: {
        things: [
          { id: 'a', name: 'camp' },
          { id: 'b', name: null },
        ],
      },
    }),
    'camp, one you do not see',
  ],
  [change({ kind: 'category', before_varies: true }), 'various'],
  [
    change({
      kind: 'parts',
      currency: 'NZD',
      before: {
        parts: [
          { category: 'Food', member: 'Sam', amount: '-12.00' },
          { category: null, member: null, amount: '-8.00' },
        ],
      },
    }),
    'Food, Sam −$12.00 · −$8.00',
  ],
])('a side is said as people say it: %#', (one, words) => {
  const said = sideWords(one, 'before', place);
  expect(said).toBe(words);
});

it('fields have names, also those that nobody thought of', () => {
  expect(fieldWords('occurred_on')).toBe('Day');
  expect(fieldWords('brand_new_field')).toBe('Brand new field');
});
