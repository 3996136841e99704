import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { Person, World } from '../../../test/world.ts';

const MINUTE_MS = 60_000;

describe('the admins of a household hear', () => {
  let world: World;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kinwise-mail-'));
    world = await makeWorld({ settings: { MAIL_URL: `dir:${folder}` } });
  });
  afterEach(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function letters(): Promise<{ to: string; subject: string; text: string }[]> {
    await world.runJobs();
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  }

  const beRefused = async (person: Person, times: number): Promise<void> => {
    for (let index = 0; index < times; index += 1)
      expect((await world.as(person).post('tags/', { name: 'x' })).status).toBe(403);
  };

  const alerts = async () =>
    await world.sql<{ user_id: string }>(
      "select user_id from security_entries where action = 'alert.many_denials'",
    );

  it('of ten refusals in a row of one member, once', async () => {
    await beRefused('kiri', 9);
    await beRefused('olive', 9);
    expect(await letters()).toEqual([]);
    await beRefused('kiri', 4);
    const [letter, ...more] = await letters();
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      to: 'mere@example.org',
      subject: 'Refused in Ngata whānau, many times in a row',
    });
    expect(letter?.text).toMatch(/Kiri tried 1\d things in ten minutes/);
    expect(letter?.text).toContain('http://localhost:8000/household/activity');
    expect(await alerts()).toEqual([{ user_id: world.ids.kiri }]);
    await beRefused('kiri', 5);
    expect(await letters()).toHaveLength(1);
  });

  it('of nothing when the refusals are far between', async () => {
    for (let index = 0; index < 14; index += 1) {
      await beRefused('sam', 0);
      await beRefused('kiri', 1);
      await world.runJobs();
      world.clock.advance(2 * MINUTE_MS);
    }
    expect(await letters()).toEqual([]);
  });

  it('again when it goes on an hour later', async () => {
    await beRefused('kiri', 10);
    expect(await letters()).toHaveLength(1);
    world.clock.advance(61 * MINUTE_MS);
    await beRefused('kiri', 10);
    expect(await letters()).toHaveLength(2);
    expect(await alerts()).toHaveLength(2);
  });
});
