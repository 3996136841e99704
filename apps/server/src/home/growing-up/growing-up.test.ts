import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld, registration } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';
import { makeFamily, ok, tokenOf, typePin } from '../../../test/family.ts';
import type { Family } from '../../../test/family.ts';
import type { Steps } from '../../platform/routes.ts';
import { openLink } from '../child-links/child-links.ts';
import { signInByPin } from '../family-devices/family-devices.ts';
import { takeOver } from './growing-up.ts';
import type { TakeOver } from './growing-up.schema.ts';

let signing: SigningWorld;
let family: Family;
let address: string;
let counted = 0;

beforeEach(async () => {
  signing ??= await makeSigningWorld();
  family = await makeFamily(signing);
  counted += 1;
  address = `manaia${counted}@example.org`;
});
afterAll(async () => {
  expect(await signing.world.brokenInvariants()).toEqual([]);
  await signing.close();
});

const offer = async (email = address) =>
  await family.mother.post(`children/${family.child.id}/grow-up/`, { email });
const body = (token: string) => ({
  token,
  password: PASSWORD,
  password_confirm: PASSWORD,
  terms_accepted: true,
  privacy_policy_accepted: true,
});
const take = async (token: string) => await signing.browser().post('auth/grow-up/', body(token));

describe('a child that grows up', () => {
  it('takes its account over by mail with a password of its own, and keeps its place', async () => {
    const kid = await family.openLink();
    expect((await offer()).body.growing_up).toMatchObject({ email: address });
    const token = await signing.tokenFor(address);
    expect((await signing.browser().post('auth/grow-up/look/', { token })).body).toEqual({
      name: 'Manaia',
      email: address,
    });
    expect((await take(token)).status).toBe(200);
    expect((await kid.get('users/me/')).status).toBe(401);
    const own = await signing.logIn(address);
    expect((await own.get('users/me/')).body).toMatchObject({
      id: family.child.user_id,
      guarded: false,
      email_verified: true,
      households: [{ role: 'child' }],
    });
    expect((await take(token)).body.error_code).toBe('AUTH_1008');
  });

  it('is out of the guardians’ hands: no link, no PIN, no session of theirs is worth anything', async () => {
    ok(await family.mother.post(`children/${family.child.id}/pin/`, { pin: '4071' }));
    const device = await family.familyDevice();
    const link = tokenOf(ok(await family.mother.post(`children/${family.child.id}/link/`, {})));
    await offer();
    await take(await signing.tokenFor(address));
    expect((await typePin(device.browser, family.child.id, '4071')).status).toBe(404);
    expect((await signing.browser().post('auth/child-link/', { token: link })).body.error_code).toBe(
      'AUTH_1008',
    );
    for (const path of ['link/', 'sessions/end/', 'grow-up/'])
      expect(
        (await family.mother.post(`children/${family.child.id}/${path}`, { email: 'x@example.org' })).status,
      ).not.toBe(200);
    expect((await family.mother.get(`children/${family.child.id}/sessions/`)).status).toBe(404);
    const subjects = (await signing.letters()).map((letter) => letter.subject);
    expect(subjects).toContain('Manaia has an account of their own now');
  });

  it('is still under sixteen where it was: a guardian goes on deciding what its data is used for', async () => {
    ok(await family.mother.patch(`children/${family.child.id}/`, { birth_year: 2013 }));
    await offer();
    await take(await signing.tokenFor(address));
    const own = await signing.logIn(address);
    expect((await own.post('privacy/consents/', { purpose: 'ai', granted: true })).body.error_code).toBe(
      'AUTH_1030',
    );
  });

  it('hears only in the mailbox that an address has an account already', async () => {
    await signing.signUp(`owner${counted}@example.org`);
    expect((await offer(`owner${counted}@example.org`)).status).toBe(200);
    const refused = await take(await signing.tokenFor(`owner${counted}@example.org`));
    expect(refused.body.error_code).toBe('AUTH_1026');
    expect((await family.mother.get(`children/${family.child.id}/`)).status).toBe(200);
  });

  it('finds the offer gone when a guardian took it back, offered it elsewhere, or waited too long', async () => {
    await offer();
    const first = await signing.tokenFor(address);
    await offer(`second${address}`);
    expect((await take(first)).body.error_code).toBe('AUTH_1008');
    const second = await signing.tokenFor(`second${address}`);
    expect((await family.mother.delete(`children/${family.child.id}/grow-up/`)).status).toBe(204);
    expect((await take(second)).body.error_code).toBe('AUTH_1008');
    await offer();
    const late = await signing.tokenFor(address);
    signing.world.clock.advance(7 * 24 * 3_600_000);
    expect((await take(late)).body.error_code).toBe('AUTH_1008');
  });

  it('is offered nothing by a guardian who is one no more', async () => {
    await family.father.post(`children/${family.child.id}/grow-up/`, { email: address });
    const token = await signing.tokenFor(address);
    const look = async () => await signing.browser().post('auth/grow-up/look/', { token });
    expect((await look()).status).toBe(200);
    const father = (await family.father.get('users/me/')).body.id;
    const role = async (to: string) =>
      await signing.world.sql('update memberships set role = $1 where user_id = $2', [to, father]);
    await role('observer');
    expect((await look()).body.error_code).toBe('AUTH_1008');
    expect((await take(token)).body.error_code).toBe('AUTH_1008');
    await role('parent');
    expect((await take(token)).status).toBe(200);
  });

  it('gets nothing from a guardian who ceased to be one while the child chose its password', async () => {
    await family.father.post(`children/${family.child.id}/grow-up/`, { email: address });
    const token = await signing.tokenFor(address);
    const father = (await family.father.get('users/me/')).body.id;
    const { opener, ground } = signing.world.program;
    const origin = { requestId: 'test' };
    let steps = 0;
    const late = takeOver(
      {
        ground,
        origin,
        step: async (work, user) => {
          steps += 1;
          if (steps === 2)
            await signing.world.sql("update memberships set role = 'observer' where user_id = $1", [father]);
          return await opener.outside({ user, origin }, work);
        },
      },
      body(token) as TakeOver,
    );
    await expect(late).rejects.toMatchObject({ code: 'AUTH_1008' });
    expect(steps).toBe(2);
    expect((await family.mother.get(`children/${family.child.id}/`)).status).toBe(200);
  });

  it.each(['link', 'PIN'])('lets nobody in by a %s that was taken in the moment before', async (way) => {
    const link = tokenOf(ok(await family.mother.post(`children/${family.child.id}/link/`, {})));
    ok(await family.mother.post(`children/${family.child.id}/pin/`, { pin: '4071' }));
    const device = await family.familyDevice();
    await offer();
    const token = await signing.tokenFor(address);
    const { opener, ground } = signing.world.program;
    const origin = { requestId: 'test' };
    const steps: Steps = {
      ground,
      origin,
      // The last step, in which the session begins, is the first in the child's own name.
      step: async (work, user) => {
        if (user !== undefined) expect((await take(token)).status).toBe(200);
        return await opener.outside({ user, origin }, work);
      },
    };
    const late =
      way === 'link'
        ? openLink(steps, { token: link, client: 'native' })
        : signInByPin(steps, device.browser.cookies.get('kw_family'), {
            membership_id: family.child.id,
            pin: '4071',
            client: 'native',
          });
    await expect(late).rejects.toMatchObject({ code: 'AUTH_1022' });
  });

  it('leaves who had only claimed the address no link that opens anything', async () => {
    await signing.browser().post('auth/register/', registration(address, { username: `claims${counted}` }));
    const claimed = { token: await signing.tokenFor(address) };
    await offer();
    expect((await take(await signing.tokenFor(address))).status).toBe(200);
    expect((await signing.browser().post('auth/email/verify/', claimed)).body.error_code).toBe('AUTH_1008');
  });

  it('is not given a weak password', async () => {
    await offer();
    const token = await signing.tokenFor(address);
    const weak = { ...body(token), password: 'password1234', password_confirm: 'password1234' };
    expect((await signing.browser().post('auth/grow-up/', weak)).body.error_code).toBe('AUTH_1009');
  });
});
