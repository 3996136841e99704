import { describe, expect, test } from 'vitest';
import { NoSignalError, ProblemError } from '../../api/problem.ts';
import { refusalOf } from './refusals.ts';
import { waitOf } from '../../shell/say-wait.ts';

const NOW = 1_000_000;
const problem = (status: number, code: ProblemError['code'], retryAfterMs?: number) =>
  new ProblemError('…', { status, code, errors: [], ...(retryAfterMs !== undefined && { retryAfterMs }) });

describe('A refusal at the door', () => {
  test('that locks tells until when', () => {
    expect(refusalOf(problem(423, 'AUTH_1007', 1_800_000), NOW)).toEqual({
      kind: 'locked',
      untilMs: NOW + 1_800_000,
    });
    expect(refusalOf(problem(423, 'AUTH_1007'), NOW)).toEqual({ kind: 'locked', untilMs: undefined });
  });

  test('for too many calls has an end even where the server names none', () => {
    expect(refusalOf(problem(429, 'RATE_LIMIT_6001', 43_000), NOW)).toEqual({
      kind: 'hurried',
      untilMs: NOW + 43_000,
    });
    expect(refusalOf(problem(429, 'HTTP_429'), NOW)).toEqual({ kind: 'hurried', untilMs: NOW + 60_000 });
  });

  test('for an address that is not confirmed, and for a used link, has a way out of its own', () => {
    expect(refusalOf(problem(403, 'AUTH_1004'), NOW)).toEqual({ kind: 'unverified' });
    expect(refusalOf(problem(400, 'AUTH_1008'), NOW)).toEqual({ kind: 'spent' });
  });

  test('for a wrong password, and silence, is said as it is', () => {
    expect(refusalOf(problem(401, 'AUTH_1002'), NOW)).toEqual({ kind: 'other' });
    expect(refusalOf(problem(403, 'AUTH_1005'), NOW)).toEqual({ kind: 'other' });
    expect(refusalOf(new NoSignalError(), NOW)).toEqual({ kind: 'other' });
  });
});

describe('A wait', () => {
  test.each([
    [0, 1, 'second'],
    [400, 1, 'second'],
    [42_001, 43, 'second'],
    [90_000, 90, 'second'],
    [90_001, 2, 'minute'],
    [30 * 60_000, 30, 'minute'],
    [30 * 60_000 + 1, 31, 'minute'],
    [24 * 3_600_000, 24, 'hour'],
  ])('of %i ms is said as %i %s(s): round, and never shorter than it is', (ms, count, unit) => {
    expect(waitOf(ms)).toEqual({ unit, count });
  });
});
