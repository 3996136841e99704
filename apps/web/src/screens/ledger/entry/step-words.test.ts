import type { EntryStep } from '@kinwise/api-client/schema';
import { i18n } from '@lingui/core';
import { beforeAll, expect, it } from 'vitest';
import { stepWords } from './step-words.ts';

beforeAll(() => {
  i18n.loadAndActivate({ locale: 'en-NZ', messages: {} });
});

const step = (over: Partial<EntryStep>): EntryStep => ({
  id: 'a',
  at: '2026-11-22T02:30:00.000Z',
  actor: { kind: 'user', user_id: 'u', name: 'Tama', is_me: false },
  action: 'transaction.changed',
  by: 'edit',
  by_name: null,
  together: 1,
  changes: [],
  ...over,
});
const me = { kind: 'user', user_id: 'u', name: 'Mere', is_me: true } as const;

it.each([
  [step({}), 'Tama changed it'],
  [step({ actor: me, action: 'transaction.created' }), 'You added it'],
  [step({ actor: { ...me, is_me: false, name: null } }), 'A former member changed it'],
  [
    step({
      actor: { kind: 'system', user_id: null, name: null, is_me: false },
      action: 'transaction.deleted',
    }),
    'KinWise put it into the trash',
  ],
  [step({ by: 'rule', by_name: 'Rent', together: 5 }), 'Tama changed it, by the rule “Rent”'],
  [
    step({ action: 'transaction.created', by: 'import', by_name: 'october.csv' }),
    'Tama added it, from october.csv',
  ],
  [step({ action: 'transfer.linked', by: 'bulk', together: 2 }), 'Tama linked it as a transfer'],
  [step({ action: 'transaction.deleted', by: 'bulk', together: 2 }), 'Tama put it into the trash'],
])('a step is said as people say it: %#', (one, words) => {
  expect(stepWords(one)).toBe(words);
});
