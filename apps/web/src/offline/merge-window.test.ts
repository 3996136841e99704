import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergedCount, mergedSlots, type Overlay } from './merge-window.ts';

const overlayOver = (stored: number) =>
  fc
    .record({
      hidden: fc.uniqueArray(fc.integer({ min: 0, max: Math.max(0, stored - 1) }), { maxLength: stored }),
      befores: fc.array(fc.integer({ min: 0, max: stored }), { maxLength: 6 }),
    })
    .map(
      ({ hidden, befores }): Overlay<string> => ({
        hidden: stored === 0 ? [] : hidden.sort((left, right) => left - right),
        inserts: befores
          .sort((left, right) => left - right)
          .map((before, index) => ({ before, item: `own ${index}` })),
      }),
    );

test('Any window of the merged list is what merging the whole list would show there', () => {
  const cases = fc
    .integer({ min: 0, max: 12 })
    .chain((stored) =>
      fc.tuple(
        fc.constant(stored),
        overlayOver(stored),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
      ),
    );
  fc.assert(
    fc.property(cases, ([stored, overlay, from, length]) => {
      const whole: string[] = [];
      for (let place = 0; place <= stored; place += 1) {
        for (const insert of overlay.inserts) if (insert.before === place) whole.push(insert.item);
        if (place < stored && !overlay.hidden.includes(place)) whole.push(`stored ${place}`);
      }
      const shown = mergedSlots(stored, overlay, [from, from + length]).map((slot) =>
        slot.kind === 'own' ? slot.item : `stored ${slot.place}`,
      );
      expect(mergedCount(stored, overlay)).toBe(whole.length);
      expect(shown).toEqual(whole.slice(from, from + length));
    }),
  );
});
