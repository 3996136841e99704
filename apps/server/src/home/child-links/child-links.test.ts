import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFamilyWorld, ok, tokenOf } from '../../../test/family.ts';
import type { Family } from '../../../test/family.ts';

describe('a device link', () => {
  let family: Family;
  beforeAll(async () => {
    family = await makeFamilyWorld();
  });
  afterAll(async () => {
    expect(await family.signing.world.brokenInvariants()).toEqual([]);
    await family.signing.close();
  });

  const make = async (more: object = {}): Promise<string> =>
    tokenOf(ok(await family.mother.post(`children/${family.child.id}/link/`, more)));
  const open = async (token: string) =>
    await family.signing.browser('198.51.100.20').post('auth/child-link/', { token });

  it('shows whom it would let in, and signs the child in on the device that opens it', async () => {
    const token = await make({ device_name: 'Manaia’s tablet' });
    const look = await family.signing.browser().post('auth/child-link/look/', { token });
    expect(look.body).toEqual({
      child_name: 'Manaia',
      household_name: 'Kōwhai Street',
      device_name: 'Manaia’s tablet',
      remember_me: true,
    });
    const opened = await open(token);
    expect(opened).toMatchObject({ status: 200, body: { user: { first_name: 'Manaia', guarded: true } } });
    const [session] = (await family.mother.get(`children/${family.child.id}/sessions/`)).body.results;
    expect(session).toMatchObject({ device_name: 'Manaia’s tablet', ip: '198.51.100.20' });
  });

  it('works once, of any number of devices that open it at once on one', async () => {
    const token = await make();
    const answers = await Promise.all([open(token), open(token), open(token)]);
    expect(answers.map((one) => one.status).sort()).toEqual([200, 400, 400]);
    expect((await open(token)).body.error_code).toBe('AUTH_1008');
  });

  it('is worth nothing when who made it decides for the child no more', async () => {
    const made = ok(await family.father.post(`children/${family.child.id}/link/`, {}));
    ok(await family.mother.patch(`memberships/${family.fatherPlace}/`, { role: 'flatmate' }));
    expect((await open(tokenOf(made))).body.error_code).toBe('AUTH_1008');
    ok(await family.mother.patch(`memberships/${family.fatherPlace}/`, { role: 'parent' }));
  });

  it('is told to every guardian, in the history of both and in the feed of the household', async () => {
    const before = (await family.signing.letters()).length;
    await open(await make());
    const letters = (await family.signing.letters()).slice(before);
    expect(letters.map(({ to, subject }) => [to.replace(/\d+/, ''), subject]).sort()).toEqual([
      ['father@example.org', 'Manaia is signed in on a new device'],
      ['mother@example.org', 'Manaia is signed in on a new device'],
    ]);
    const own = (await family.mother.get('users/me/security-history/')).body.results;
    expect(own.map((one: { action: string }) => one.action)).toContain('child.link_made');
    const told = await family.signing.world.sql<{ action: string }>(
      `select action from audit_entries where household_id = $1 and action like 'child.%' order by at desc, id desc limit 2`,
      [family.household],
    );
    expect(told.map((one) => one.action).sort()).toEqual(['child.sign_in_changed', 'child.signed_in']);
  });

  it('is kept as a hash only, and never for a repeated call', async () => {
    const headers = { 'idempotency-key': 'one-link-please' };
    const made = ok(await family.mother.post(`children/${family.child.id}/link/`, {}, headers));
    const [kept] = await family.signing.world.sql<{ text: string }>(
      `select coalesce(string_agg(k::text, ''), '') || (select string_agg(l::text, '') from child_links l) as text from idempotency_keys k`,
    );
    expect(kept?.text).not.toContain(tokenOf(made));
    expect(kept?.text).not.toContain('one-link-please');
  });

  it('works for fifteen minutes, and not after a newer one, or after it was taken back', async () => {
    const late = await make();
    family.signing.world.clock.advance(15 * 60_000);
    expect((await open(late)).status).toBe(400);
    family.mother.bear((await family.mother.refresh()).body.access);
    await family.mother.post('session/ping/');
    await family.mother.post('auth/step-up/', { password: 'three herons over the harbour' });
    const [first, second] = [await make(), await make()];
    expect((await open(first)).status).toBe(400);
    expect((await family.mother.delete(`children/${family.child.id}/link/`)).status).toBe(204);
    expect((await open(second)).status).toBe(400);
  });
});
