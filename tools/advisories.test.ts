import { expect, it } from 'vitest';

// Imported by name only at run time, because plain JavaScript brings no types.
const file = './advisories.mjs';
const { holesIn } = (await import(/* @vite-ignore */ file)) as {
  holesIn(text: string): string[] | undefined;
};

const hole = (name: string, severity: string, fixAvailable: unknown = true) => ({
  name,
  severity,
  range: '<2.0.0',
  fixAvailable,
});

it('names libraries with holes, the worst first, with the days that are left to nobody', () => {
  const vulnerabilities = { a: hole('a', 'low'), b: hole('b', 'critical', false), c: hole('c', 'high') };
  expect(holesIn(JSON.stringify({ vulnerabilities }))).toEqual([
    'b <2.0.0: critical, to be mended within 7 days; no version mends it yet',
    'c <2.0.0: high, to be mended within 14 days; a newer version mends it',
    'a <2.0.0: low, to be mended within 90 days; a newer version mends it',
  ]);
  expect(holesIn(JSON.stringify({ vulnerabilities: {} }))).toEqual([]);
});

it('takes silence and refusals for no answer, and not for a good one', () => {
  expect(holesIn('')).toBeUndefined();
  expect(holesIn('{"error":{"code":"ENOAUDIT"}}')).toBeUndefined();
  expect(holesIn('{}')).toBeUndefined();
});
