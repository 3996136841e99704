import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exactly } from './validation.ts';

describe('an answer', () => {
  const schema = z.object({ name: z.string(), rows: z.array(z.object({ id: z.string() })) });

  it('is what its schema says', () => {
    const answer = { name: 'a', rows: [{ id: 'b' }] };
    expect(exactly(schema, answer)).toEqual(answer);
    expect(() => exactly(schema, { name: 'a', rows: [{ id: 7 }] })).toThrow();
  });

  it('holds no field that its schema does not name, however deep', () => {
    expect(() => exactly(schema, { name: 'a', rows: [], password_hash: 'x' })).toThrow(/\/password_hash,/);
    expect(() => exactly(schema, { name: 'a', rows: [{ id: 'b' }, { id: 'c', secret: 'x' }] })).toThrow(
      /\/rows\/1\/secret,/,
    );
  });
});
