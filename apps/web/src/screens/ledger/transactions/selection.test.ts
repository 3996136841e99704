import fc from 'fast-check';
import { expect, it } from 'vitest';
import { extended, NOTHING, toggled, without } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

it('a second tick takes the first one back', () => {
  expect(toggled(toggled(NOTHING, 'a'), 'a').ids).toEqual(new Set());
});

it('Shift ticks everything between two rows, upwards as well as downwards', () => {
  expect(extended(toggled(NOTHING, 'b'), 'd', order).ids).toEqual(new Set(['b', 'c', 'd']));
  expect(extended(toggled(NOTHING, 'd'), 'b', order).ids).toEqual(new Set(['b', 'c', 'd']));
});

it('a range from a row that has left the list is the new row alone', () => {
  expect(extended(toggled(NOTHING, 'gone'), 'c', order).ids).toEqual(new Set(['gone', 'c']));
});

it('a range never loses what was ticked before', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...order)), fc.constantFrom(...order), (ticks, to) => {
      const before = ticks.reduce(toggled, NOTHING);
      const after = extended(before, to, order);
      for (const id of before.ids) expect(after.ids).toContain(id);
      expect(after.ids).toContain(to);
    }),
  );
});

it('deleted rows leave the selection', () => {
  const left = without(toggled(toggled(NOTHING, 'a'), 'b'), ['b']);
  expect(left).toEqual({ ids: new Set(['a']), anchor: undefined });
});
