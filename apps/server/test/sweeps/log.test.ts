import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/features.ts';
import type { Route } from '../../src/platform/routes.ts';
import { makeWorld } from '../world.ts';
import type { World } from '../world.ts';
import { goodRequest, send, titleOf, writes } from './requests.ts';
import { IN_NO_COPY, KEEPS_NOTHING, OUTSIDE, SCENES } from './scenes.ts';

/** Every write of the household leaves its entry in the audit and its number in the log (invariant 16). */
describe('every write', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld({ staff: true });
  });
  afterAll(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  async function logged(): Promise<{ audits: number; changes: number }> {
    const [row] = await world.sql<{ audits: string; changes: string }>(
      'select (select count(*) from audit_entries) as audits, (select count(*) from changes) as changes',
    );
    return { audits: Number(row?.audits), changes: Number(row?.changes) };
  }

  const ours = writes.filter(
    (route) => route.access === 'household' || /^(households|invitations)/.test(route.path),
  );

  const own = writes.filter((route) => route.access === 'user' && !ours.includes(route) && !told(route));

  it('outside of a household is swept here, or has a test that is named', () => {
    const rest = writes.filter((route) => ![...ours, ...own].includes(route) && !told(route));
    expect(rest.map(titleOf), 'name their tests in OUTSIDE of sweeps/scenes.ts').toEqual([]);
    const gone = Object.keys({ ...OUTSIDE, ...KEEPS_NOTHING, ...IN_NO_COPY, ...SCENES }).filter(
      (title) => !routes.some((route) => titleOf(route) === title),
    );
    expect(gone, 'sweeps/scenes.ts names routes that are not there').toEqual([]);
  });

  it.each(own.map((route) => [titleOf(route), route] as const))('%s is noted', async (title, route) => {
    const where = { world, person: 'mere', household: world.household } as const;
    const request = await goodRequest(route, where);
    const before = await world.sql('select 1 from security_entries');
    const answer = await send(route, where, request);
    expect(answer.status, `${title}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
    const after = await world.sql('select 1 from security_entries');
    expect(after.length, `${title} leaves no entry`).toBeGreaterThan(before.length);
  });

  it.each(ours.map((route) => [titleOf(route), route] as const))('%s is logged', async (title, route) => {
    const where = { world, person: 'mere', household: world.household } as const;
    const request = await goodRequest(route, where);
    const before = await logged();
    const answer = await send(route, where, request);
    expect(answer.status, `${title} refuses its own example: ${JSON.stringify(answer.body)}`).toBeLessThan(
      300,
    );
    const after = await logged();
    if (title in KEEPS_NOTHING) {
      expect(after, `${title} is said to keep nothing`).toEqual(before);
      return;
    }
    expect(after.audits, `${title} leaves no audit entry`).toBeGreaterThan(before.audits);
    if (title in IN_NO_COPY) return;
    expect(after.changes, `${title} leaves no change for those who keep copies`).toBeGreaterThan(
      before.changes,
    );
  });
});

function told(route: Route): boolean {
  return titleOf(route) in OUTSIDE || titleOf(route) in KEEPS_NOTHING;
}
