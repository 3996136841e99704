import { expect, it } from 'vitest';
import { COUNTRIES, isCountry } from './countries.ts';

it('the countries are those 249 of ISO 3166-1, sorted, and each has a name', () => {
  expect(COUNTRIES).toHaveLength(249);
  expect([...new Set(COUNTRIES)].sort()).toEqual(COUNTRIES);
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  expect(COUNTRIES.filter((code) => names.of(code) === undefined)).toEqual([]);
});

it('what is reserved, gone or no country is none', () => {
  for (const code of ['NZ', 'AQ', 'SS', 'CW']) expect(isCountry(code)).toBe(true);
  for (const code of ['UK', 'EU', 'UN', 'XK', 'AN', 'SU', 'ZZ', 'nz', 'NZL', ''])
    expect(isCountry(code)).toBe(false);
});
