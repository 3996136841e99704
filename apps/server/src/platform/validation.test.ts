import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import './fields.ts';
import type { Problem } from './problems.ts';
import { exactly, parsed } from './validation.ts';

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

describe('a field that is refused', () => {
  const schema = z.strictObject({
    name: z.string().min(1).max(5),
    count: z.int().min(2).max(9),
    kind: z.enum(['family', 'couple']),
    rows: z.array(z.guid()).min(1).max(2),
    on: z.boolean(),
  });
  const good = {
    name: 'a',
    count: 2,
    kind: 'family',
    rows: ['01923f4e-0000-7000-8000-000000000000'],
    on: true,
  };

  it.each([
    [{ name: undefined }, 'required', 'name: is missing: send a text'],
    [{ name: 7 }, 'invalid_type', 'name: must be a text, not a number'],
    [{ name: null }, 'invalid_type', 'name: must be a text, not null'],
    [{ name: '' }, 'too_small', 'name: must not be empty'],
    [{ name: 'abcdef' }, 'too_big', 'name: has room for 5 characters'],
    [{ count: 1 }, 'too_small', 'count: must be 2 or more'],
    [{ count: 10 }, 'too_big', 'count: must be 9 or less'],
    [{ count: 2.5 }, 'invalid_type', 'count: must be a whole number, not a number'],
    [{ kind: 'flat' }, 'invalid_value', 'kind: must be one of family, couple'],
    [{ rows: [] }, 'too_small', 'rows: needs at least one entry'],
    [{ rows: Array(3).fill(good.rows[0]) }, 'too_big', 'rows: takes 2 entries at most'],
    [{ rows: ['x'] }, 'invalid_format', 'rows.0: must be a UUID, as other answers name the object'],
    [{ on: 'yes' }, 'invalid_type', 'on: must be true or false, not a text'],
  ])('says what it has to be: %j', (change, code, message) => {
    const found = (() => {
      try {
        return parsed(schema, { ...good, ...change }, 'body');
      } catch (error) {
        return (error as Problem).details.errors?.[0];
      }
    })();
    expect(found).toMatchObject({ code, message });
  });
});

describe('a parameter of the query that is given more than once', () => {
  const schema = z.strictObject({
    page_size: z.coerce.number().optional(),
    status: z.string().optional(),
    status__in: z.string().optional(),
  });

  it.each([
    [{ page_size: ['1', '2'] }, 'page_size: is given twice. Give it once.'],
    [{ status: ['a', 'b'] }, 'status: is given twice. Give it once, or all values as status__in=a,b.'],
    [
      { status__in: ['a', 'b,c', 'd'] },
      'status__in: is given 3 times. Give it once, or all values as status__in=a,b,c,d.',
    ],
  ])('is named, with what to send instead: %j', (query, message) => {
    expect(() => parsed(schema, query, 'query')).toThrow(message);
  });

  it('is named as unknown where the list has no such filter', () => {
    expect(() => parsed(schema, { colour: ['a', 'b'] }, 'query')).toThrow('"colour" is not a filter');
  });
});
