import { expect, it } from 'vitest';
import { activitySearch } from './search.ts';

it('keeps filters that it understands and drops the rest', () => {
  const good = {
    member: '01935f6e-0000-7000-8000-000000000001',
    kind: 'transaction',
    risk: 'high',
    from: '2026-11-01',
    to: '2026-11-22',
  };
  expect(activitySearch({ ...good, colour: 'red' })).toEqual(good);
  expect(activitySearch({ member: 'x', kind: 'A B', risk: 'odd', from: '2026-02-30', to: 5 })).toEqual({});
});
