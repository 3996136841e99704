import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';
import { makeFamily, ok, typePin } from '../../../test/family.ts';
import type { Family } from '../../../test/family.ts';

let signing: SigningWorld | undefined;
let family: Family;
let device: { browser: Browser; id: string };
const PIN = '4071';

beforeEach(async () => {
  signing ??= await makeSigningWorld();
  family = await makeFamily(signing);
  ok(await family.mother.post(`children/${family.child.id}/pin/`, { pin: PIN }));
  device = await family.familyDevice();
});
afterAll(async () => {
  expect(await signing?.world.brokenInvariants()).toEqual([]);
  await signing?.close();
});

const type = async (pin: string, at = device.browser, child = family.child.id) =>
  await typePin(at, child, pin);

describe('a family device', () => {
  it('shows the children of the household, who sign in there by PIN', async () => {
    expect((await device.browser.get('auth/family/')).body).toEqual({
      device_name: 'Kitchen tablet',
      household_name: 'Kōwhai Street',
      locked: false,
      children: [{ membership_id: family.child.id, display_name: 'Manaia', has_pin: true, locked: false }],
    });
    expect(await type(PIN)).toMatchObject({
      status: 200,
      body: { user: { first_name: 'Manaia', guarded: true } },
    });
    const [session] = (await family.mother.get(`children/${family.child.id}/sessions/`)).body.results;
    expect(session.device_name).toBe('Kitchen tablet');
  });

  it('alone takes a PIN: elsewhere nobody can even try one', async () => {
    const stranger = family.signing.browser('192.0.2.66');
    expect(await type(PIN, stranger)).toMatchObject({ status: 401, body: { error_code: 'AUTH_1063' } });
    expect((await stranger.get('auth/family/')).body.error_code).toBe('AUTH_1063');
    stranger.cookies.set('kw_family', 'x'.repeat(43));
    for (let index = 0; index < 9; index += 1) expect((await type('0000', stranger)).status).toBe(401);
    expect((await type(PIN)).status).toBe(200);
  });

  it('of one household is worth nothing for the child of another', async () => {
    const other = await makeFamily(family.signing);
    ok(await other.mother.post(`children/${other.child.id}/pin/`, { pin: PIN }));
    expect((await type(PIN, device.browser, other.child.id)).status).toBe(404);
  });

  it('does not answer to a page elsewhere that borrows its cookie', async () => {
    const body = { membership_id: family.child.id, pin: PIN };
    expect((await device.browser.post('auth/family/sign-in/', body)).body.error_code).toBe('AUTH_1006');
  });

  it('is removed by any guardian, and takes no PIN from then on', async () => {
    expect((await family.father.delete(`family-devices/${device.id}/`)).status).toBe(204);
    expect((await type(PIN)).body.error_code).toBe('AUTH_1063');
    expect((await family.father.get('family-devices/')).body.results).toEqual([]);
  });

  it('is locked once who made it is a guardian no more, until one who is unlocks it', async () => {
    const { mother, father, household, fatherPlace } = family;
    const to = { membership_id: fatherPlace, my_role: 'observer' };
    ok(await mother.post(`households/${household}/transfer-ownership/`, to));
    await family.signing.letters();
    expect((await type(PIN)).body.error_code).toBe('AUTH_1062');
    const [shown] = (await father.get('family-devices/')).body.results;
    expect(shown).toMatchObject({ id: device.id, locked: true });
    ok(await father.post(`family-devices/${device.id}/unlock/`));
    expect((await type(PIN)).status).toBe(200);
    // Another change of who is who leaves what a guardian has let be.
    const herPlace = (await father.get(`households/${household}/members/`)).body.results.find(
      ({ is_me, role }: { is_me: boolean; role: string }) => !is_me && role === 'observer',
    ).id;
    ok(await father.patch(`memberships/${herPlace}/`, { role: 'flatmate' }));
    await family.signing.letters();
    expect((await type(PIN)).status).toBe(200);
  });

  it('works with a header for native clients, which get the secret once', async () => {
    const made = ok(await family.mother.post('family-devices/', { name: 'Phone', client: 'native' }));
    const headers = { 'x-family-device': made.body.device_secret };
    const body = { membership_id: family.child.id, pin: PIN, client: 'native' };
    const answer = await family.signing.browser().post('auth/family/sign-in/', body, headers);
    expect(answer.body.refresh_token).toMatch(/^[\w-]{43}$/);
    const [kept] = await family.signing.world.sql<{ text: string }>(
      'select string_agg(d::text, $1) as text from family_devices d',
      [' '],
    );
    expect(kept?.text).not.toContain(made.body.device_secret);
  });

  it('is news for all guardians, and so is a child’s first sign-in there, once', async () => {
    const before = (await family.signing.letters()).length;
    await family.familyDevice('Hall');
    await type(PIN);
    await type(PIN);
    const subjects = (await family.signing.letters()).slice(before).map((letter) => letter.subject);
    expect(subjects.sort()).toEqual([
      'Manaia is signed in on a new device',
      'Manaia is signed in on a new device',
      'Your household has a new family device',
      'Your household has a new family device',
    ]);
  });
});

describe('a PIN', () => {
  it('has four to eight digits and is not the first that anybody would try', async () => {
    for (const pin of ['123', '123456789', '12a4', '1111', '1234', '987654'])
      expect((await family.mother.post(`children/${family.child.id}/pin/`, { pin })).status, pin).toBe(422);
    for (const pin of ['4071', '90210833'])
      expect((await family.mother.post(`children/${family.child.id}/pin/`, { pin })).status, pin).toBe(200);
  });

  it('is locked after five wrong tries, also for the right one, until a guardian unlocks it', async () => {
    for (let left = 4; left >= 0; left -= 1)
      expect(await type('5926')).toMatchObject({
        status: 401,
        body: { error_code: 'AUTH_1061', tries_left: left },
      });
    expect(await type(PIN)).toMatchObject({ status: 423, body: { error_code: 'AUTH_1062' } });
    family.signing.world.clock.advance(9 * 60_000);
    expect((await type(PIN)).status).toBe(423);
    expect((await family.father.post(`children/${family.child.id}/pin/unlock/`)).body.pin_locked).toBe(false);
    // The device counted the same tries, and is locked by itself.
    expect((await type(PIN)).status).toBe(423);
    expect((await family.father.post(`family-devices/${device.id}/unlock/`)).body.locked).toBe(false);
    expect((await type(PIN)).status).toBe(200);
  });

  it('is counted for the child across devices, and for the device across children', async () => {
    const second = await family.familyDevice('Second');
    for (let index = 0; index < 3; index += 1) await type('5926');
    for (let index = 0; index < 2; index += 1) await type('5926', second.browser);
    expect((await type(PIN, second.browser)).status).toBe(423);
    const sibling = await family.addChild({ first_name: 'Rangi' });
    ok(await family.mother.post(`children/${sibling.id}/pin/`, { pin: '8264' }));
    for (let index = 0; index < 2; index += 1) await type('5926', device.browser, sibling.id);
    expect((await type('8264', device.browser, sibling.id)).status).toBe(423);
    expect((await type('8264', second.browser, sibling.id)).status).toBe(200);
  });

  it('is counted in a transaction of its own: any number of wrong tries at once are all counted', async () => {
    const csrf = (await device.browser.get('auth/csrf/')).body.csrf_token as string;
    const headers = { 'x-csrf-token': csrf, origin: 'http://localhost:8000' };
    const body = { membership_id: family.child.id, pin: '5926' };
    const answers = await Promise.all(
      Array.from(
        { length: 12 },
        async () => await device.browser.post('auth/family/sign-in/', body, headers),
      ),
    );
    const counts = (status: number) => answers.filter((one) => one.status === status).length;
    expect([counts(401), counts(423)]).toEqual([5, 7]);
  });

  it('is told to all guardians when it is locked, and written into the child’s history', async () => {
    const before = (await family.signing.letters()).length;
    for (let index = 0; index < 5; index += 1) await type('5926');
    const subjects = (await family.signing.letters()).slice(before).map((letter) => letter.subject);
    expect(subjects).toEqual(['The PIN of Manaia is locked', 'The PIN of Manaia is locked']);
    const history = (await family.mother.get(`children/${family.child.id}/security-history/`)).body.results;
    const actions = history.map((one: { action: string }) => one.action);
    expect(actions).toContain('child.pin_failed');
    expect(actions).toContain('child.pin_locked');
  });

  it('is kept as an Argon2 hash of something that the digits alone do not make', async () => {
    const [row] = await family.signing.world.sql<{ pin_hash: string }>(
      'select pin_hash from child_pins where membership_id = $1',
      [family.child.id],
    );
    expect(row?.pin_hash).toMatch(/^\$argon2id\$/);
    const { verify } = await import('@node-rs/argon2');
    expect(await verify(row?.pin_hash ?? '', PIN)).toBe(false);
  });

  it('begins a session that is not remembered and idles out like any other', async () => {
    await type(PIN);
    family.signing.world.clock.advance(18 * 60_000);
    expect((await device.browser.get('users/me/')).status).toBe(401);
  });
});
