import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRanges } from '../../../test/ranges.ts';
import type { Ranges } from '../../../test/ranges.ts';
import type { BreachList } from '../../platform/breaches.ts';
import { readConfig } from '../../platform/config.ts';
import { makeLog } from '../../platform/log.ts';
import { openBreaches } from './breaches.ts';
import { holds } from './range.ts';

const hashOf = (password: string): string => createHash('sha1').update(password).digest('hex').toUpperCase();
const STOLEN = hashOf('password1234');
const OWN = hashOf('three herons over the harbour');

let nowMs = 0;
const open = (settings: Record<string, string>): BreachList =>
  openBreaches({
    config: readConfig({ NODE_ENV: 'test', ...settings }),
    clock: { nowMs: () => nowMs },
    log: makeLog('silent'),
  });

describe('the range service', () => {
  let service: Ranges;
  beforeAll(async () => {
    service = await startRanges();
    service.publish('password1234');
  });
  afterAll(async () => {
    await service.stop();
  });

  it('hears five digits of a hash and nothing else, and is asked for padding', async () => {
    const list = open({ BREACH_RANGE_URL: service.url });
    expect(await list.find(STOLEN, 'somebody waits')).toBe('found');
    expect(await list.find(OWN, 'somebody waits')).toBe('absent');
    expect(service.asked.map(({ path }) => path)).toEqual([
      `/range/${STOLEN.slice(0, 5)}`,
      `/range/${OWN.slice(0, 5)}`,
    ]);
    expect(service.asked.every(({ headers }) => headers['add-padding'] === 'true')).toBe(true);
    const told = JSON.stringify(service.asked);
    expect(told).not.toContain(STOLEN.slice(5));
    expect(told).not.toContain(OWN.slice(5));
  });

  it('does not mean what it only padded with', () => {
    expect(holds(`${OWN.slice(5)}:0\r\n${STOLEN.slice(5)}:7`, OWN)).toBe(false);
    expect(holds(`${OWN.slice(5)}:1\r\n`, OWN)).toBe(true);
    expect(holds('', OWN)).toBe(false);
  });

  it('is not waited for any longer when it has been slow, and then asked again', async () => {
    nowMs = 0;
    const list = open({ BREACH_RANGE_URL: service.url, BREACH_BUDGET_MS: '1500' });
    service.behave('hang');
    expect(await list.find(STOLEN, 'somebody waits')).toBe('unanswered');
    const asked = service.asked.length;
    expect(await list.find(STOLEN, 'somebody waits')).toBe('unanswered');
    expect(service.asked).toHaveLength(asked);
    service.behave('answer');
    // A job has time, and its answer ends the pause.
    expect(await list.find(STOLEN, 'nobody waits')).toBe('found');
    expect(await list.find(STOLEN, 'somebody waits')).toBe('found');
    service.behave('hang');
    expect(await list.find(STOLEN, 'somebody waits')).toBe('unanswered');
    service.behave('answer');
    nowMs += 60_000;
    expect(await list.find(STOLEN, 'somebody waits')).toBe('found');
  });

  it.each(['fail', 'page', 'redirect', 'flood', 'cut'] as const)(
    'is not believed when it does not answer a range: %s',
    async (behaviour) => {
      service.behave(behaviour);
      const list = open({ BREACH_RANGE_URL: service.url });
      expect(await list.find(STOLEN, 'somebody waits')).toBe('unanswered');
      service.behave('answer');
    },
  );

  it('is not asked when it is switched off, and not missed when nobody is there', async () => {
    const asked = service.asked.length;
    const off = open({ BREACH_RANGE_URL: service.url, BREACH_CHECK: 'off' });
    expect(await off.find(STOLEN, 'somebody waits')).toBe('off');
    expect(service.asked).toHaveLength(asked);
    const nobody = open({ BREACH_RANGE_URL: 'http://127.0.0.1:1/range/' });
    expect(await nobody.find(STOLEN, 'somebody waits')).toBe('unanswered');
  });
});

describe('a list on disk', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kinwise-breaches-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const look = async (path: string, sha1: string): Promise<string> =>
    await open({ BREACH_LIST: path, BREACH_RANGE_URL: 'http://127.0.0.1:1/' }).find(sha1, 'somebody waits');

  it('finds each of its hashes and no other, with and without counts, however its lines end', {
    timeout: 180_000,
  }, async () => {
    const path = join(folder, 'hashes.txt');
    const words = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 40 });
    const shape = fc.record({
      counted: fc.boolean(),
      end: fc.constantFrom('\n', '\r\n'),
      last: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(words, shape, async ([first = '', ...others], { counted, end, last }) => {
        const hashes = others.map(hashOf).sort();
        const lines = hashes.map((hash, at) => (counted ? `${hash}:${10 ** (at % 9)}` : hash));
        writeFileSync(path, lines.join(end) + (last && lines.length > 0 ? end : ''));
        for (const hash of hashes) expect(await look(path, hash)).toBe('found');
        expect(await look(path, hashOf(first))).toBe('absent');
      }),
      { numRuns: 60 },
    );
  });

  it('may be a folder of ranges', async () => {
    const ranges = join(folder, 'ranges');
    mkdirSync(ranges);
    writeFileSync(join(ranges, `${STOLEN.slice(0, 5)}.txt`), `${STOLEN.slice(5)}:3\r\n`);
    writeFileSync(join(ranges, OWN.slice(0, 5)), `${hashOf('another').slice(5)}:3\r\n`);
    expect(await look(ranges, STOLEN)).toBe('found');
    expect(await look(ranges, OWN)).toBe('absent');
    expect(await look(ranges, hashOf('of a range that is not there'))).toBe('absent');
  });

  it('is no answer when it is not there, or no list', async () => {
    expect(await look(join(folder, 'nowhere.txt'), STOLEN)).toBe('unanswered');
    const letter = join(folder, 'letter.txt');
    writeFileSync(letter, 'Dear Mere,\nhere is the list.\n');
    expect(await look(letter, STOLEN)).toBe('unanswered');
  });
});
