import { describe, expect, it } from 'vitest';
import { isIdV7, newId } from './ids.ts';

describe('a new id', () => {
  const made = Array.from({ length: 20_000 }, newId);

  it('is a UUID of version 7 that nothing else has', () => {
    expect(made.every(isIdV7)).toBe(true);
    expect(new Set(made).size).toBe(made.length);
  });

  it('is greater than those made before it, also within one millisecond', () => {
    expect(made.toSorted()).toEqual(made);
  });
});
