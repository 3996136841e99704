import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { World } from '../../../test/world.ts';
import { samples } from '../../adapters/mail/samples.ts';
import { NATURES, canWait } from '../letter-natures/letter-natures.ts';
import type { Letter } from '../letters/letters.ts';
import { sendLetter } from '../letters/letters.ts';
import { quietHoursOf } from './quiet-hours.ts';

/** Far enough that nothing which waits for later is due by the clock of the machine: 22 November 2126, 23:00 in Auckland. */
const NIGHT_MS = Date.parse('2126-11-22T10:00:00Z');
const MORNING = '2126-11-22T18:00:00.000Z';
const HOUR_MS = 3_600_000;

describe('in quiet hours a letter', () => {
  let world: World;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kinwise-mail-'));
    world = await makeWorld({ settings: { MAIL_URL: `dir:${folder}` } });
    world.clock.moveTo(NIGHT_MS);
    await world.as('mere').patch('users/me/preferences/', { quiet_hours: { from: '22:00', until: '07:00' } });
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const post = async (letters: readonly Letter[], to = 'mere@example.org'): Promise<void> => {
    await world.program.opener.outside({ origin: { requestId: 'test' } }, async (ctx) => {
      for (const letter of letters) sendLetter(ctx, { to, locale: 'en-NZ', letter });
      await Promise.resolve();
    });
    await world.runJobs();
  };
  const come = (): string[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { subject: string }).subject);
  const waiting = async (): Promise<string[]> =>
    (
      await world.sql<{ at: Date | string }>(
        `select run_at as at from graphile_worker.jobs where task_identifier = 'letters.send' order by run_at`,
      )
    ).map(({ at }) => new Date(at).toISOString());
  /** What is due by the clock of the test is due by that of the queue. */
  const at = async (ms: number): Promise<void> => {
    world.clock.moveTo(ms);
    await world.sql('update graphile_worker._private_jobs set run_at = now() where run_at <= $1', [
      new Date(ms).toISOString(),
    ]);
    await world.runJobs();
  };
  const denials = (): Letter => {
    const found = samples('http://localhost:8000').find((letter) => letter.kind === 'many_denials');
    if (!found) throw new Error('there is no such letter');
    return found;
  };

  it('that can wait leaves when they are over, once', async () => {
    await post([denials()]);
    expect(come()).toEqual([]);
    expect(await waiting()).toEqual([MORNING]);
    await at(Date.parse(MORNING) - 1000);
    expect(come()).toEqual([]);
    await at(Date.parse(MORNING));
    expect(come()).toHaveLength(1);
    expect(await waiting()).toEqual([]);
    await at(Date.parse(MORNING) + 24 * HOUR_MS);
    expect(come()).toHaveLength(1);
  });

  it('about somebody’s safety, or about what they asked for just now, leaves at once: every kind of them', async () => {
    const far = { good_until: '2127-01-01T00:00:00.000Z' };
    const all = samples('http://localhost:8000').map((letter) =>
      'good_until' in letter ? ({ ...letter, ...far } as Letter) : letter,
    );
    const urgent = all.filter((letter) => !canWait(letter));
    expect(urgent.every(({ kind }) => /^(security|transactional)$/.test(NATURES[kind].class))).toBe(true);
    await post(all);
    expect(come()).toHaveLength(urgent.length);
    expect(
      all
        .filter(canWait)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['invitation', 'many_denials', 'now_in_charge', 'organisation_invitation']);
    expect(await waiting()).toEqual([MORNING, MORNING, MORNING, MORNING]);
  });

  it('is looked at anew when they end: hours that were chosen meanwhile count, and so does turning it off', async () => {
    await post([denials()]);
    await world.as('mere').patch('users/me/preferences/', { quiet_hours: { from: '22:00', until: '09:00' } });
    await at(Date.parse(MORNING));
    expect(come()).toEqual([]);
    expect(await waiting()).toEqual(['2126-11-22T20:00:00.000Z']);
    await world.as('mere').patch('users/me/preferences/', { mail: { household_alerts: false } });
    await at(Date.parse('2126-11-22T20:00:00Z'));
    expect([come(), await waiting()]).toEqual([[], []]);
  });

  it('that would be of no use in the morning leaves in the night', async () => {
    const invitation = samples('http://localhost:8000').find(
      (letter) => letter.kind === 'invitation',
    ) as Letter;
    await post([{ ...invitation, good_until: MORNING } as Letter]);
    expect(come()).toHaveLength(1);
  });

  it('to others, by day, or in another time zone leaves at once', async () => {
    await post([denials()], 'tama@example.org');
    await post([denials()], 'nobody@example.net');
    expect(come()).toHaveLength(2);
    await world.as('mere').patch('users/me/', { timezone: 'Europe/London' });
    await post([denials()]);
    expect(come()).toHaveLength(3);
    await world.as('mere').patch('users/me/', { timezone: 'Pacific/Auckland' });
    world.clock.moveTo(Date.parse(MORNING));
    await post([denials()]);
    expect(come()).toHaveLength(4);
  });
});

describe('quiet hours that are saved', () => {
  it('are none where they are not what this program knows', () => {
    for (const kept of [{}, null, { quiet_hours: null }, { quiet_hours: { from: '22', until: '07:00' } }])
      expect(quietHoursOf(kept)).toBeNull();
    const quiet_hours = { from: '22:00', until: '07:00' };
    expect(quietHoursOf({ theme: 'dark', quiet_hours })).toEqual(quiet_hours);
  });
});
