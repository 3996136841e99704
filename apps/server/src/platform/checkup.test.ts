import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../../test/world.ts';
import type { World } from '../../test/world.ts';
import { reportOf } from '../cli/doctor.ts';
import { features } from '../features.ts';
import { examine } from './checkup.ts';

describe('the doctor', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });
  afterEach(async () => {
    await world.close();
  });

  async function broken(): Promise<string[]> {
    const findings = await examine(world.program.ground, features);
    return findings.flatMap(({ name, broken: why }) => (why === undefined ? [] : [`${name}: ${why}`]));
  }

  it('finds nothing in a sound installation, and says what it looked at', async () => {
    expect(await broken()).toEqual([]);
    const report = reportOf(await examine(world.program.ground, features));
    expect(report).toContain('ok      14: whoever belongs to a household has one primary household');
    expect(report).toMatch(/All is well\.\n$/);
  });

  it('finds a table whose wall was taken down', async () => {
    await world.sql('alter table tags no force row level security');
    await world.sql('drop policy wall on change_counters; drop policy keeper on change_counters');
    expect(await broken()).toEqual([
      'a wall stands around every table of a household: row-level security is not forced on change_counters, tags',
    ]);
  });

  it('finds an audit that could be shortened', async () => {
    await world.sql('grant delete on audit_entries to kinwise_app');
    await world.sql('grant select on audit_seals to kinwise_app');
    expect(await broken()).toEqual([
      expect.stringMatching(/^nobody can shorten the audit: .*audit_entries, audit_seals/),
    ]);
  });

  it('finds an audit that somebody touched, in a household and around signing in', async () => {
    await world.as('mere').post('tags/', { name: 'a' });
    await world.sql("update audit_entries set risk = 'high'");
    await world.as('mere').patch('users/me/', { first_name: 'M' });
    await world.sql("select graphile_worker.add_job('audit.seal_security')");
    await world.runJobs();
    await world.sql('delete from security_entries');
    const [torn, ...more] = await broken();
    expect(more).toEqual([]);
    expect(torn).toMatch(
      /kinwise audit verify\): Ngata whānau: 2026-11-22, entry 1 .* is not what was written/,
    );
    expect(torn).toMatch(/; signing in: 2026-11-22: all 1 entries of the day are gone$/);
  });

  it('finds tables that this version needs and the database lacks', async () => {
    await world.sql("delete from migrations where file = '0003_home.sql'");
    expect(await broken()).toEqual([expect.stringContaining('start KinWise once to run 0003_home.sql')]);
  });

  it('finds each invariant that does not hold, with the row that breaks it', async () => {
    await world.sql('update memberships set is_primary = false where user_id = $1', [world.ids.sam]);
    expect(await broken()).toEqual([
      `14: whoever belongs to a household has one primary household: {"user_id":"${world.ids.sam}","primaries":"0"}`,
    ]);
    const report = reportOf(await examine(world.program.ground, features));
    expect(report).toMatch(/BROKEN {2}14: .*\n {8}\{"user_id"/);
    expect(report).toMatch(/1 of \d+ are broken\.\n$/);
  });

  it('finds jobs that were given up', async () => {
    await world.sql(`select graphile_worker.add_job('tests.fail', '{}'::json, max_attempts => 1)`);
    await world.sql(
      `update graphile_worker._private_jobs set attempts = 1, last_error = E'no such host\\n at line 1'`,
    );
    expect(await broken()).toEqual(['no job has been given up: tests.fail (1): no such host']);
  });

  it('goes on looking when one look fails', async () => {
    const failing = { name: 'odd', invariants: [{ name: 'never', sql: 'select from nowhere' }] };
    const findings = await examine(world.program.ground, [failing, ...features]);
    const bad = findings.filter((finding) => finding.broken !== undefined);
    expect(bad).toEqual([{ name: 'never', broken: expect.stringContaining('"nowhere" does not exist') }]);
    expect(findings.length).toBeGreaterThan(10);
  });

  it('warns of settings that are allowed and unwise', async () => {
    const { ground } = world.program;
    const config = {
      ...ground.config,
      NODE_ENV: 'production',
      MAIL_URL: undefined,
      RATE_LIMITS: 'off',
    } as const;
    const [first] = await examine({ ...ground, config }, []);
    expect(first?.broken).toMatch(/MAIL_URL is missing.*RATE_LIMITS is off.*TRUST_PROXY names no proxy/);
  });
});
