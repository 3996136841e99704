import { describe, expect, test } from 'vitest';
import { typedRate } from './typed-rate.ts';

describe('A typed rate', () => {
  test.each([
    ['1.6543', '1.6543'],
    [' 1,6543 ', '1.6543'],
    ['.61', '0.61'],
    [',61', '0.61'],
    ['0012.500', '12.5'],
    ['90', '90'],
    ['0.0000000001', '0.0000000001'],
  ])('%j is sent as %j', (typed, wire) => {
    expect(typedRate(typed)).toBe(wire);
  });

  test.each(['', '0', '0.0', '-1.5', '1.2.3', '1,234.5', '1e3', 'abc', '1.', '0.00000000001'])(
    '%j is none, and is not guessed at',
    (typed) => {
      expect(typedRate(typed)).toBeUndefined();
    },
  );
});
