import { describe, expect, it } from 'vitest';
import { deviceOf } from './devices.ts';

const FIREFOX = (version: number, system = 'X11; Linux x86_64') =>
  `Mozilla/5.0 (${system}; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`;
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
const IPAD =
  'Mozilla/5.0 (iPad; CPU OS 16_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.0 Mobile/15E148 Safari/604.1';

describe('a device', () => {
  it.each([
    [FIREFOX(140), 'computer'],
    [IPHONE, 'phone'],
    [IPAD, 'tablet'],
    ['curl/8.5.0', 'other'],
    ['', 'other'],
  ])('that says %j is a %s', (agent, type) => {
    expect(deviceOf(agent).type).toBe(type);
  });

  it('has a fingerprint that outlives its versions, and tells it from another browser, system or kind', () => {
    const print = (agent: string) => deviceOf(agent).fingerprint;
    expect(print(FIREFOX(140))).toMatch(/^[0-9a-f]{16}$/);
    expect(print(FIREFOX(141))).toBe(print(FIREFOX(140)));
    const all = [FIREFOX(140), FIREFOX(140, 'Macintosh; Intel Mac OS X 15.1'), IPHONE, IPAD, 'curl/8.5.0'];
    expect(new Set(all.map(print)).size).toBe(all.length);
  });
});
