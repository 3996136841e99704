import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld, registration } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';
import type { Answer } from '../../../test/world.ts';

const DAY_MS = 86_400_000;
const NEXT = 'a kererū sleeps in the pūriri';
const twice = (password: string) => ({ new_password: password, new_password_confirm: password });

describe('a change of address', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld();
  });
  afterAll(async () => {
    await signing.close();
  });

  const ask = async (at: Browser, new_email: string): Promise<Answer> =>
    await at.post('auth/email/change/', { new_email });
  const confirm = async (token: string): Promise<Answer> =>
    await signing.browser().post('auth/email/change/confirm/', { token });
  const undo = async (token: string): Promise<Answer> =>
    await signing.browser().post('auth/email/change/undo/', { token });
  const logIn = async (email: string, password = PASSWORD): Promise<number> =>
    (await signing.browser().post('auth/login/', { email_or_username: email, password })).status;
  const subjects = async (to: string): Promise<string[]> =>
    (await signing.letters(to)).map((letter) => letter.subject);
  const pendingOf = async (at: Browser): Promise<unknown> =>
    (await at.get('auth/email/change/')).body.pending;
  const reset = async (token: string, password: string): Promise<number> =>
    (await signing.browser().post('auth/password/reset/confirm/', { token, ...twice(password) })).status;
  /** Asks and confirms; answers the token of the link that undoes it. */
  const moved = async (at: Browser, from: string, to: string): Promise<string> => {
    await ask(at, to);
    const undoing = await signing.tokenFor(from);
    expect((await confirm(await signing.tokenFor(to))).status).toBe(200);
    return undoing;
  };

  it('counts when the link to the new one was opened: the old one stays until then, and hears of it twice', async () => {
    const here = await signing.signUp('old@example.org');
    const there = await signing.logIn('old@example.org');
    expect(await ask(here, 'New@example.org')).toMatchObject({
      status: 202,
      body: { email: 'old@example.org', pending: { new_email: 'New@example.org' } },
    });
    expect(await subjects('old@example.org')).toContain('Your address is about to be changed');
    expect(await logIn('old@example.org')).toBe(200);
    expect(await logIn('new@example.org')).toBe(401);
    const token = await signing.tokenFor('New@example.org');
    expect(await confirm(token)).toMatchObject({ status: 200, body: { email: 'New@example.org' } });
    expect((await confirm(token)).status).toBe(400);
    expect(await logIn('new@example.org')).toBe(200);
    expect(await logIn('old@example.org')).toBe(401);
    expect((await here.get('users/me/')).body).toMatchObject({
      email: 'New@example.org',
      email_verified: true,
    });
    expect(await pendingOf(here)).toBeNull();
    expect((await there.get('users/me/')).status).toBe(401);
    expect((await subjects('old@example.org')).at(-1)).toBe('Your address was changed');
    const history = await here.get('users/me/security-history/');
    const actions = history.body.results.map((entry: { action: string }) => entry.action);
    expect(actions).toEqual(expect.arrayContaining(['email.change_asked', 'email.changed']));
  });

  it('needs a fresh proof of who asks', async () => {
    const here = await signing.signUp('fresh@example.org');
    await signing.unwatched('fresh@example.org');
    signing.world.clock.advance(11 * 60_000);
    expect(await ask(here, 'stale@example.org')).toMatchObject({
      status: 403,
      body: { error_code: 'AUTH_1020' },
    });
    expect(await signing.letters('stale@example.org')).toEqual([]);
  });

  it('is the newest that was asked for, for a day, and can be called off', async () => {
    const here = await signing.signUp('several@example.org');
    await signing.unwatched('several@example.org');
    await ask(here, 'first@example.org');
    const first = await signing.tokenFor('first@example.org');
    await ask(here, 'second@example.org');
    const second = await signing.tokenFor('second@example.org');
    expect((await confirm(first)).status).toBe(400);
    expect((await here.delete('auth/email/change/')).status).toBe(204);
    expect((await here.delete('auth/email/change/')).status).toBe(404);
    expect((await confirm(second)).status).toBe(400);
    await ask(here, 'third@example.org');
    const third = await signing.tokenFor('third@example.org');
    signing.world.clock.advance(DAY_MS);
    expect((await confirm(third)).status).toBe(400);
    expect(await logIn('several@example.org')).toBe(200);
  });

  it('falls with the password that it was asked for with', async () => {
    const here = await signing.signUp('password@example.org');
    await ask(here, 'thief@example.org');
    const token = await signing.tokenFor('thief@example.org');
    signing.world.clock.advance(1000);
    await here.post('auth/password/change/', { old_password: PASSWORD, ...twice(NEXT) });
    expect(await pendingOf(here)).toBeNull();
    expect((await confirm(token)).status).toBe(400);
  });

  it('to the address of somebody else is answered as any other; they alone hear of it', async () => {
    await signing.signUp('owner@gmail.com');
    const here = await signing.signUp('asker@example.org');
    const taken = await ask(here, 'o.w.n.e.r+x@gmail.com');
    const free = await ask(await signing.signUp('asker2@example.org'), 'nobody@example.org');
    expect(taken.status).toBe(free.status);
    expect(Object.keys(taken.body.pending)).toEqual(Object.keys(free.body.pending));
    expect(await subjects('owner@gmail.com')).toContain('Somebody wanted to use your address');
    expect((await signing.letters('owner@gmail.com')).at(-1)?.links[0]).not.toContain('token');
    expect(await signing.letters('o.w.n.e.r+x@gmail.com')).toEqual([]);
    expect(await pendingOf(here)).toMatchObject({ new_email: 'o.w.n.e.r+x@gmail.com' });
  });

  it('takes an address from whoever only claimed it, and what was mailed to them opens nothing', async () => {
    await signing.browser().post('auth/register/', registration('claimed@example.org'));
    const claim = await signing.tokenFor('claimed@example.org');
    const here = await signing.signUp('true@example.org');
    await moved(here, 'true@example.org', 'claimed@example.org');
    expect((await here.get('users/me/')).body.email).toBe('claimed@example.org');
    expect((await signing.browser().post('auth/email/verify/', { token: claim })).status).toBe(400);
  });

  it('is refused when the address was confirmed by somebody else meanwhile', async () => {
    const here = await signing.signUp('slow@example.org');
    await ask(here, 'wanted@example.org');
    const token = await signing.tokenFor('wanted@example.org');
    await signing.signUp('wanted@example.org');
    expect((await confirm(token)).status).toBe(409);
    expect((await here.get('users/me/')).body.email).toBe('slow@example.org');
  });

  it('lets another spelling of one’s own Gmail address be chosen, and nothing of the same', async () => {
    const here = await signing.signUp('dotted.name@gmail.com');
    expect((await ask(here, 'dotted.name@gmail.com')).status).toBe(422);
    await moved(here, 'dotted.name@gmail.com', 'dottedname@gmail.com');
    expect((await here.get('users/me/')).body.email).toBe('dottedname@gmail.com');
  });

  it('is undone from the old mailbox: address back, everybody out, the old password dead, a new one at once', async () => {
    await signing.signUp('victim@example.org');
    const thief = await signing.logIn('victim@example.org');
    const undoing = await moved(thief, 'victim@example.org', 'thief2@example.org');
    const app = await signing.addAuthenticator(thief);
    // A second move does not take the way back with it.
    signing.world.clock.advance(1000);
    await ask(thief, 'thief3@example.org');
    const onward = await signing.tokenFor('thief2@example.org');
    await confirm(await signing.tokenFor('thief3@example.org'));
    const undone = await undo(undoing);
    expect(undone).toMatchObject({ status: 200, body: { email: 'victim@example.org' } });
    expect((await thief.get('users/me/')).status).toBe(401);
    expect((await thief.refresh()).status).toBe(401);
    expect(await logIn('thief3@example.org')).toBe(401);
    expect(await logIn('victim@example.org')).toBe(401);
    expect((await undo(onward)).status).toBe(400);
    expect((await undo(undoing)).status).toBe(400);
    expect(await reset(undone.body.reset_token, PASSWORD)).toBe(422);
    expect(await reset(undone.body.reset_token, NEXT)).toBe(200);
    // The authenticator app of the thief came after the request and went with it.
    const back = await signing
      .browser()
      .post('auth/login/', { email_or_username: 'victim@example.org', password: NEXT });
    expect(back).toMatchObject({ status: 200, body: { mfa_required: false } });
    expect(app.backupCodes).toHaveLength(10);
    expect(await subjects('victim@example.org')).toContain('The change of your address is undone');
    expect(await subjects('thief2@example.org')).toContain('This address no longer belongs to the account');
  });

  it('is stopped from the old mailbox before it counts, by the link of the first mail', async () => {
    await signing.signUp('early@example.org');
    const thief = await signing.logIn('early@example.org');
    await ask(thief, 'early-thief@example.org');
    const undone = await undo(await signing.tokenFor('early@example.org'));
    expect(undone.status).toBe(200);
    expect((await confirm(await signing.tokenFor('early-thief@example.org'))).status).toBe(400);
    expect((await thief.get('users/me/')).status).toBe(401);
    expect(await logIn('early@example.org')).toBe(401);
    expect(await reset(undone.body.reset_token, NEXT)).toBe(200);
    expect(await logIn('early@example.org', NEXT)).toBe(200);
  });

  it('is undone together with an erasure that was asked for since, and leaves one of before', async () => {
    const dueOf = async (email: string) =>
      (await signing.world.sql('select deletion_due_at as due from users where email = $1', [email]))[0];
    const since = await moved(
      await signing.signUp('kept@example.org'),
      'kept@example.org',
      'taker@example.org',
    );
    expect((await (await signing.logIn('taker@example.org')).post('privacy/deletion/')).status).toBe(202);
    expect((await undo(since)).status).toBe(200);
    expect(await dueOf('kept@example.org')).toEqual({ due: null });

    const leaving = await signing.signUp('leaving@example.org');
    await leaving.post('privacy/deletion/');
    signing.world.clock.advance(2000);
    const before = await moved(
      await signing.logIn('leaving@example.org'),
      'leaving@example.org',
      'left@example.org',
    );
    expect((await undo(before)).status).toBe(200);
    expect(await dueOf('leaving@example.org')).not.toEqual({ due: null });
  });

  it('leaves a second factor of before where it was: undoing is no way around it', async () => {
    const here = await signing.signUp('factor@example.org');
    const app = await signing.addAuthenticator(here);
    signing.world.clock.advance(1000);
    const undoing = await moved(here, 'factor@example.org', 'factor2@example.org');
    const undone = await undo(undoing);
    await reset(undone.body.reset_token, NEXT);
    const asked = await signing
      .browser()
      .post('auth/login/', { email_or_username: 'factor@example.org', password: NEXT });
    expect(asked.body).toMatchObject({ mfa_required: true });
    expect(app.code()).toHaveLength(6);
  });

  it('can be undone for seven days, by the links of both mails, and then no more', async () => {
    const here = await signing.signUp('days@example.org');
    const first = await moved(here, 'days@example.org', 'days2@example.org');
    expect(await signing.tokenFor('days@example.org')).toBe(first);
    signing.world.clock.advance(7 * DAY_MS);
    expect((await undo(first)).status).toBe(400);
    expect(await logIn('days2@example.org')).toBe(200);
  });

  it('lets one of several have an address that they prove at the same moment; the others keep theirs', async () => {
    const people = ['race1@example.org', 'race2@example.org', 'race3@example.org'];
    const tokens: string[] = [];
    for (const person of people) {
      await ask(await signing.signUp(person), 'prize@example.org');
      tokens.push(await signing.tokenFor('prize@example.org'));
    }
    const answers = await Promise.all(tokens.map(confirm));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const still = await Promise.all(people.map(async (person) => await logIn(person)));
    expect(still.sort()).toEqual([200, 200, 401]);
    expect(await logIn('prize@example.org')).toBe(200);
  });

  it('makes worthless what was mailed to the old address before', async () => {
    const here = await signing.signUp('mailed@example.org');
    await signing.browser().post('auth/password/reset/', { email: 'mailed@example.org' });
    const token = await signing.tokenFor('mailed@example.org');
    await moved(here, 'mailed@example.org', 'mailed2@example.org');
    expect(await reset(token, NEXT)).toBe(400);
  });
});
