import fc from 'fast-check';
import { expect, it } from 'vitest';
import { middleOf } from './square.ts';

it('the square lies within the picture, touches two of its sides, and as much is left on either side', () => {
  const length = fc.integer({ min: 1, max: 10_000 });
  fc.assert(
    fc.property(length, length, (width, height) => {
      const { x, y, side } = middleOf({ width, height });
      expect(side).toBe(Math.min(width, height));
      expect(width - side - 2 * x).toBeLessThanOrEqual(1);
      expect(height - side - 2 * y).toBeLessThanOrEqual(1);
      expect(Math.min(x, y, width - side - x, height - side - y)).toBe(0);
    }),
  );
});
