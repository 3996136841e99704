import { expect, test } from 'vitest';
import { keptWithin } from './use-server-state.ts';

test('What was shown stays while it is asked for anew, and only of the same account and household', () => {
  const keep = keptWithin(['balance-history', 'home', 'everyday']);
  expect(keep([1], { queryKey: ['balance-history', 'home', 'everyday', '3m', 'a'] })).toEqual([1]);
  expect(keep([1], { queryKey: ['balance-history', 'home', 'savings', '3m', 'a'] })).toBeUndefined();
  expect(keep([1], { queryKey: ['balance-history', 'other', 'everyday', '3m', 'a'] })).toBeUndefined();
  expect(keep(undefined, undefined)).toBeUndefined();
});
