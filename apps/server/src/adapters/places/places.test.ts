import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mmdbOf, place } from '../../../test/mmdb.ts';
import { readConfig } from '../../platform/config.ts';
import { openPlaces } from './places.ts';

const LIST = mmdbOf({
  '203.0.113.0/24': place('Wellington', 'New Zealand', 'NZ'),
  '198.51.100.128/25': place('Sydney', 'Australia', 'AU'),
  '192.168.0.0/16': place('Nowhere', 'Nowhere', 'XX'),
  '2001:db8::/32': { country: { iso_code: 'FR', names: { en: 'France' } } },
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kinwise-places-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const open = (bytes?: Buffer | string) => {
  const path = join(folder, 'places.mmdb');
  if (bytes !== undefined) writeFileSync(path, bytes);
  const given = { NODE_ENV: 'test', SECRET_KEY: 'a test knows this and nobody else needs to' };
  return openPlaces(readConfig(bytes === undefined ? given : { ...given, GEOIP_DATABASE: path }, false));
};

describe('the places of addresses', () => {
  it('are found by the network that an address lies in, in either family and spelling', () => {
    const places = open(LIST);
    expect(places.find('203.0.113.7')).toEqual({
      city: 'Wellington',
      country: 'New Zealand',
      country_code: 'NZ',
    });
    expect(places.find('::ffff:203.0.113.7')).toMatchObject({ city: 'Wellington' });
    expect(places.find('198.51.100.129')).toMatchObject({ country_code: 'AU' });
    expect(places.find('2001:db8:7::1')).toEqual({ city: null, country: 'France', country_code: 'FR' });
  });

  it('are none for what the list does not know, for private addresses and for what is none', () => {
    const places = open(LIST);
    const nowhere = [
      '198.51.100.1',
      '8.8.8.8',
      '192.168.1.4',
      '10.0.0.1',
      '127.0.0.1',
      '::1',
      'fe80::1',
      'x',
      '',
      null,
    ];
    expect(nowhere.map((address) => places.find(address))).toEqual(nowhere.map(() => undefined));
  });

  it('are none at all without a list', () => {
    expect(open().find('203.0.113.7')).toBeUndefined();
  });

  it.each([
    ['no list', 'hello'],
    ['a list that was cut off', LIST.subarray(300)],
    ['a list of something else', mmdbOf({ '203.0.113.0/24': 'x' }, { type: 'Test-ASN' })],
  ])('refuse to begin with %s, and say what to do', (_what, bytes) => {
    expect(() => open(bytes)).toThrow(
      /GEOIP_DATABASE: .* cannot be used .*name a file of cities or countries/,
    );
  });

  it('refuse to begin with a file that is not there', () => {
    const given = { NODE_ENV: 'test', SECRET_KEY: 'a test knows this and nobody else needs to' };
    const config = readConfig({ ...given, GEOIP_DATABASE: join(folder, 'none.mmdb') }, false);
    expect(() => openPlaces(config)).toThrow(/ENOENT/);
  });
});
