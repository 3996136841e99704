import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOW_MS, makeWorld } from '../../../test/world.ts';
import type { World } from '../../../test/world.ts';
import { eraseHousehold } from '../erasing.ts';
import { forgetOldDays } from './retention.ts';
import { sealHouseholds } from './seals.ts';

const DAY_MS = 86_400_000;

describe('the audit of a household that an organisation has', () => {
  let world: World;
  let home: string;
  beforeEach(async () => {
    world = await makeWorld();
    const organisation = (await zed().post('organisations/', { name: 'Harbour' })).body.id;
    const made = await zed().post(`organisations/${organisation}/households/`, { name: 'Flat 8' });
    home = made.body.id;
  });
  afterEach(async () => {
    await world.close();
  });

  const zed = () => world.as('zed');
  const inHome = () => ({ 'x-household-id': home });

  async function onDay(day: number, work?: () => Promise<unknown>): Promise<void> {
    world.clock.moveTo(NOW_MS + day * DAY_MS);
    await work?.();
    await zed().post('tags/', { name: `of day ${day}` }, inHome());
    await sealHouseholds(world.program.ground);
  }

  async function keptOn(day: number): Promise<string[]> {
    world.clock.moveTo(NOW_MS + day * DAY_MS);
    await forgetOldDays(world.program.ground);
    const kept = await world.sql<{ day: string }>(
      `select distinct chained_on::text as day from audit_entries where household_id = $1 order by 1`,
      [home],
    );
    return kept.map((row) => row.day);
  }

  /** As the migrations do it where the households were there before. */
  async function fillAnew(): Promise<void> {
    const file = join(import.meta.dirname, '../../../migrations/0028_organisation_times.sql');
    await world.sql('delete from organisation_times');
    await world.sql(`--${readFileSync(file, 'utf8').split('-- Those of now;')[1] ?? ''}`);
  }

  async function becomeFamily(): Promise<void> {
    const changed = await zed().patch(`households/${home}/`, { type: 'family' });
    expect(changed, JSON.stringify(changed.body)).toMatchObject({ status: 200 });
  }

  async function leave(): Promise<void> {
    expect((await zed().post('organisation/leave/', {}, inHome())).status).toBe(204);
  }

  it('is kept for seven years', async () => {
    await onDay(0);
    await onDay(9, becomeFamily);
    expect(await keptOn(2550)).toEqual(['2026-11-22', '2026-12-01']);
    expect(await keptOn(2561)).toEqual(['2026-12-01']);
  });

  it('is kept for seven years where the household was away for no time at all', async () => {
    const turn = async (type: string): Promise<void> => {
      expect((await zed().patch(`households/${home}/`, { type })).status).toBe(200);
    };
    await onDay(0, async () => {
      await leave();
      for (const type of ['organisation', 'family', 'organisation']) await turn(type);
    });
    await onDay(9);
    expect(await world.brokenInvariants()).toEqual([]);
    expect(await keptOn(2550)).toEqual(['2026-11-22', '2026-12-01']);
  });

  it('is kept for seven years as far as it was written before the household left', async () => {
    await onDay(0);
    await onDay(9, async () => {
      await becomeFamily();
      await leave();
    });
    await onDay(20);
    await onDay(30, async () => {
      await zed().patch(`households/${home}/`, { type: 'organisation' });
    });
    await onDay(40, becomeFamily);
    const since = ['2026-11-22', '2026-12-01', '2026-12-22', '2027-01-01'];
    expect(await keptOn(800)).toEqual(since);
    expect(await keptOn(2558)).toEqual(since.slice(1));
    expect(await keptOn(2600)).toEqual([]);
  });

  it('is told of the past by the audit itself, where it was written before that was kept', async () => {
    await onDay(9, becomeFamily);
    await onDay(12, leave);
    const times = async () =>
      await world.sql('select since, until from organisation_times where household_id = $1', [home]);
    const known = await times();
    expect(known).toHaveLength(1);
    await fillAnew();
    expect(await times()).toEqual(known);
  });

  it('is an organisation’s from its beginning where it tells no more when the household joined', async () => {
    await onDay(9, becomeFamily);
    await onDay(12, leave);
    await world.sql("delete from audit_entries where household_id = $1 and action = 'organisation.joined'", [
      home,
    ]);
    await fillAnew();
    const [row] = await world.sql<{ is_first: boolean; is_over: boolean }>(
      `select since = (select min(at) from audit_entries e where e.household_id = t.household_id) as is_first,
         until > since as is_over from organisation_times t where household_id = $1`,
      [home],
    );
    expect(row).toEqual({ is_first: true, is_over: true });
  });

  it('is kept so long when the household is gone for good', async () => {
    await onDay(0);
    const gone = await zed().delete(`households/${home}/?confirm=Flat%208`);
    expect(gone, JSON.stringify(gone.body)).toMatchObject({ status: 204 });
    await sealHouseholds(world.program.ground);
    await eraseHousehold(world.program.ground, home);
    expect(await keptOn(2550)).toEqual(['2026-11-22']);
    expect(await keptOn(2561)).toEqual([]);
  });
});
