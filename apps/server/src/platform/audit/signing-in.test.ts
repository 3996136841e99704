import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOW_MS, makeWorld } from '../../../test/world.ts';
import type { World } from '../../../test/world.ts';
import { verifyWith } from '../../cli/audit.ts';
import { forgetOldDays } from './retention.ts';
import { sealSecurity } from './seals.ts';

const DAY_MS = 86_400_000;

describe('the chain of signing in', () => {
  let world: World;
  beforeEach(async () => {
    // Of households it is kept for longer.
    world = await makeWorld({ settings: { AUDIT_KEPT_DAYS: '1000' } });
    for (const name of ['One', 'Two', 'Three']) {
      await world.as('mere').patch('users/me/', { first_name: name });
    }
    await sealSecurity(world.program.ground);
    world.clock.advance(DAY_MS);
    await world.as('mere').patch('users/me/', { first_name: 'Four' });
    await sealSecurity(world.program.ground);
  });
  afterEach(async () => {
    await world.close();
  });

  async function said(): Promise<string> {
    let text = '';
    await verifyWith(world.program.ground, {}, { write: (part) => (text += part) });
    return text;
  }

  it('holds, and says what waits for its link', async () => {
    expect(await said()).toMatch(/ok +signing in \([0-]+\): 4 entries, 2 days, ends with/);
    await world.as('mere').patch('users/me/', { first_name: 'Five' });
    expect(await said()).toMatch(/ok +signing in .* 1 waiting for their link/);
    expect(await sealSecurity(world.program.ground)).toBe(1);
    expect(await said()).toMatch(/ok +signing in \([0-]+\): 5 entries, 2 days, ends with/);
  });

  it.each([
    [
      'changed',
      "update security_entries set action = 'x' where chained_no = 2",
      /2026-11-22, entry 2 .* is not what was written/,
    ],
    ['removed', 'delete from security_entries where chained_no = 2', /2026-11-22: entry 2 is gone/],
    [
      'removed at the end',
      "delete from security_entries where chained_on = '2026-11-23'",
      /2026-11-23: all 1 entries of the day are gone/,
    ],
    [
      'exchanged',
      'update security_entries set chained_no = 4 - chained_no where chained_on = $$2026-11-22$$',
      /entry 1 .* not in its place/,
    ],
    [
      'inserted',
      `insert into security_entries (id, at, action, success, risk, request_id, chained_on, chained_no, link)
      select gen_random_uuid(), at, action, true, 'low', '', chained_on, 2, link from security_entries where chained_no = 2`,
      /entry 2 .*(twice|not what was written)/,
    ],
  ])('breaks where an entry is %s', async (_how, sql, fault) => {
    await world.sql(sql);
    expect(await said()).toMatch(/BROKEN {2}signing in/);
    expect(await said()).toMatch(fault);
  });

  it('loses what is older than it is kept', async () => {
    world.clock.moveTo(NOW_MS + 731 * DAY_MS);
    expect(await forgetOldDays(world.program.ground)).toBe(3);
    expect(await said()).toMatch(/ok +signing in .*: 1 entry, 1 day, 1 day removed/);
  });
});
