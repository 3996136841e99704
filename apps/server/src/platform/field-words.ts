/**
 * What is said of a field that its schema refuses, where the schema itself says nothing: what it has to be, which is
 * the cure. The field's name is put before it.
 */
import type { z } from 'zod';

export const MISSING = 'is missing: send';

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  bigint: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  set: 'a list',
  object: 'an object',
  record: 'an object',
  map: 'an object',
  null: 'null',
};

const FORMS: Readonly<Record<string, string>> = {
  uuid: 'a UUID, as other answers name the object',
  guid: 'a UUID, as other answers name the object',
  email: 'an e-mail address such as mere@example.org',
  url: 'a whole address such as https://example.org/',
  datetime: 'a moment such as 2026-11-22T02:30:00Z',
  date: 'a day such as 2026-11-22',
  ipv4: 'an IPv4 address',
  ipv6: 'an IPv6 address',
};

/** A sentence without its subject, or undefined for what zod says well enough by itself. */
export function wordsOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = KINDS[issue.expected] ?? issue.expected;
      return issue.input === undefined
        ? `${MISSING} ${wanted}`
        : `must be ${wanted}, not ${kindOf(issue.input)}`;
    }
    case 'too_small':
      return atLeast(issue.origin, Number(issue.minimum), issue.inclusive !== false);
    case 'too_big':
      return atMost(issue.origin, Number(issue.maximum), issue.inclusive !== false);
    case 'invalid_format':
      return `must be ${FORMS[issue.format] ?? 'written in another way: the document of the API shows how'}`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `must be ${String(issue.values[0])}`
        : `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return 'fits none of the forms that it may have: the document of the API shows them';
    default:
      return undefined;
  }
}

function kindOf(input: unknown): string {
  if (input === null) return 'null';
  if (Number.isNaN(input)) return 'what is no number';
  return Array.isArray(input) ? 'a list' : (KINDS[typeof input] ?? typeof input);
}

function atLeast(origin: string, least: number, inclusive: boolean): string {
  if (origin === 'string') return least === 1 ? 'must not be empty' : `needs ${least} characters or more`;
  if (origin === 'array' || origin === 'set')
    return least === 1 ? 'needs at least one entry' : `needs ${least} entries or more`;
  return inclusive ? `must be ${least} or more` : `must be more than ${least}`;
}

function atMost(origin: string, most: number, inclusive: boolean): string {
  if (origin === 'string') return `has room for ${most} characters`;
  if (origin === 'array' || origin === 'set') return `takes ${most} entries at most`;
  return inclusive ? `must be ${most} or less` : `must be less than ${most}`;
}
