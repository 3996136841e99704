import { i18n } from '@lingui/core';
import { beforeAll, expect, test } from 'vitest';
import { whence } from './place-words.ts';

beforeAll(() => i18n.loadAndActivate({ locale: 'en-NZ', messages: {} }));

test('an address is said with its place where there is one', () => {
  const place = { city: 'Wellington', country: 'New Zealand', country_code: 'NZ' };
  const said = [
    whence({ ip: '203.0.113.7', place }),
    whence({ ip: '203.0.113.7', place: { ...place, city: null } }),
    whence({ ip: '10.0.0.1', place: null }),
    whence({ ip: null, place: null }),
  ];
  expect(said).toEqual([
    'from Wellington, New Zealand (203.0.113.7)',
    'from New Zealand (203.0.113.7)',
    'from 10.0.0.1',
    undefined,
  ]);
});
