import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOidcWorld } from '../../../test/oidc-world.ts';
import type { OidcWorld } from '../../../test/oidc-world.ts';
import { PASSWORD } from '../../../test/signing-in.ts';
import type { Browser } from '../../../test/signing-in.ts';
import type { Answer } from '../../../test/world.ts';

const CONFIRMED_MS = 601_000;

describe('linking a provider to an account', () => {
  let oidc: OidcWorld;
  beforeAll(async () => {
    oidc = await makeOidcWorld();
  });
  afterAll(async () => {
    expect(await oidc.signing.world.brokenInvariants()).toEqual([]);
    await oidc.close();
  });

  const finish = async (at: Browser, answer: unknown): Promise<Answer> =>
    await at.post('auth/oidc/local/link/callback/', answer);
  const link = async (at: Browser, login: string): Promise<Answer> =>
    await finish(at, await oidc.awayToLink(at, login));
  const linked = async (at: Browser): Promise<{ id: string }[]> =>
    (await at.get('auth/oidc/identities/')).body.results;

  it('the owner does it, signed in, and both sides tell of it', async () => {
    const at = await oidc.signing.signUp('owner@example.org');
    const login = oidc.person('Owner@Example.org');
    const { status, body } = await link(at, login);
    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { provider: 'local', provider_name: 'Harbour ID', email: 'Owner@Example.org', last_used_at: null },
    ]);
    const letter = (await oidc.signing.letters('owner@example.org')).at(-1);
    expect(letter?.subject).toBe('Harbour ID can sign in to your account now');
    expect(letter?.text).toContain('Owner@Example.org');
    const history = await at.get('users/me/security-history/');
    expect(history.body.results[0]).toMatchObject({ action: 'identity.linked', risk: 'medium' });
    const elsewhere = await oidc.through(oidc.signing.browser(), login);
    expect(elsewhere.body.user.email).toBe('owner@example.org');
    expect(await linked(at)).toMatchObject([{ last_used_at: expect.any(String) }]);
    // Once more changes nothing.
    expect((await link(at, login)).body.results).toHaveLength(1);
  });

  it('nobody links without being signed in, or without having just shown that it is them', async () => {
    const stranger = await oidc.signing.browser().post('auth/oidc/local/link/');
    expect(stranger.status).toBe(401);
    const at = await oidc.signing.signUp('steps@example.org');
    await oidc.signing.unwatched('steps@example.org');
    oidc.signing.world.clock.advance(CONFIRMED_MS);
    const early = await at.post('auth/oidc/local/link/');
    expect([early.status, early.body.error_code]).toEqual([403, 'AUTH_1020']);
    const confirmed = await at.post('auth/step-up/', { password: PASSWORD });
    at.bear(confirmed.body.access_token);
    expect((await link(at, oidc.person('steps@example.org'))).status).toBe(200);
    oidc.signing.world.clock.advance(CONFIRMED_MS);
    at.bear((await at.refresh()).body.access);
    const [one] = await linked(at);
    const off = await at.delete(`auth/oidc/identities/${one?.id}/`);
    expect([off.status, off.body.error_code]).toEqual([403, 'AUTH_1020']);
  });

  it('what was begun to sign in links nothing, and the other way round', async () => {
    const at = await oidc.signing.signUp('purpose@example.org');
    const login = oidc.person('purpose@example.org');
    const toSignIn = await oidc.away(at, login);
    expect(await finish(at, toSignIn)).toMatchObject({ status: 401, body: { error_code: 'AUTH_1022' } });
    const toLink = await oidc.awayToLink(at, login);
    expect(await oidc.back(at, toLink)).toMatchObject({ status: 401, body: { error_code: 'AUTH_1022' } });
    expect(await linked(at)).toEqual([]);
  });

  it('only the session that began can finish, even in one browser', async () => {
    const mine = await oidc.signing.signUp('mine@example.org');
    const answer = await oidc.awayToLink(mine, oidc.person('mine@example.org'));
    const again = await oidc.signing.logIn('mine@example.org');
    const other = await oidc.signing.signUp('other@example.org');
    for (const at of [again, other]) {
      at.cookies.set('kw_oidc', mine.cookies.get('kw_oidc') ?? '');
      expect((await finish(at, answer)).status).toBe(401);
      expect(await linked(at)).toEqual([]);
    }
    expect((await finish(mine, answer)).status).toBe(200);
  });

  it('only the same address is linked, and only where the provider has verified it', async () => {
    const at = await oidc.signing.signUp('same@example.org');
    const other = await link(at, oidc.person('different@example.org'));
    expect([other.status, other.body.error_code]).toEqual([422, 'AUTH_1028']);
    expect(other.body.detail).toContain('different@example.org');
    const unverified = await link(at, oidc.person('same@example.org', { email_verified: false }));
    expect([unverified.status, unverified.body.error_code]).toEqual([422, 'AUTH_1025']);
    expect(await linked(at)).toEqual([]);
  });

  it('nor to an account whose own address was never verified', async () => {
    const at = await oidc.signing.signUp('never@example.org');
    const login = oidc.person('never@example.org');
    const answer = await oidc.awayToLink(at, login);
    const unverify = `update users set email_verified_at = null where email = 'never@example.org'`;
    await oidc.signing.world.sql(unverify);
    expect(await finish(at, answer)).toMatchObject({ status: 403, body: { error_code: 'AUTH_1004' } });
    const begun = await at.post('auth/oidc/local/link/');
    expect([begun.status, begun.body.error_code]).toEqual([403, 'AUTH_1004']);
    expect(await linked(at)).toEqual([]);
  });

  it('what was linked since a change of address goes with it when the owner undoes it', async () => {
    const thief = await oidc.signing.signUp('robbed@example.org');
    const kept = oidc.person('robbed@example.org');
    expect((await link(thief, kept)).status).toBe(200);
    oidc.signing.world.clock.advance(1000);
    await thief.post('auth/email/change/', { new_email: 'thief@example.org' });
    const undoing = await oidc.signing.tokenFor('robbed@example.org');
    const token = await oidc.signing.tokenFor('thief@example.org');
    expect((await thief.post('auth/email/change/confirm/', { token })).status).toBe(200);
    const login = oidc.person('thief@example.org');
    expect((await link(thief, login)).status).toBe(200);
    const undone = await oidc.signing.browser().post('auth/email/change/undo/', { token: undoing });
    expect(undone.status).toBe(200);
    const { body } = await oidc.through(oidc.signing.browser(), login);
    expect([body.access_token, body.registration_required]).toEqual([undefined, true]);
    // What was there before stays: it may be the only way in.
    expect((await oidc.through(oidc.signing.browser(), kept)).body.user.email).toBe('robbed@example.org');
  });

  it('one account at the provider signs in to one account here', async () => {
    const first = await oidc.signUp('shared@example.org');
    const [row] = await oidc.signing.world.sql<{ subject: string }>(
      `select subject from oidc_identities where email = 'shared@example.org'`,
    );
    const second = await oidc.signing.signUp('second@example.org');
    oidc.provider.people.set(row?.subject ?? '', { email: 'second@example.org', email_verified: true });
    const { status, body } = await link(second, row?.subject ?? '');
    expect([status, body.error_code]).toEqual([409, 'RESOURCE_3002']);
    expect([(await linked(first)).length, (await linked(second)).length]).toEqual([1, 0]);
  });

  it('is undone by its owner, who hears of it; then it opens nothing', async () => {
    const at = await oidc.signing.signUp('undo@example.org');
    const login = oidc.person('undo@example.org');
    await link(at, login);
    const [one] = await linked(at);
    const other = await oidc.signing.signUp('not-undo@example.org');
    expect((await other.delete(`auth/oidc/identities/${one?.id}/`)).status).toBe(404);
    expect((await at.delete(`auth/oidc/identities/${one?.id}/`)).status).toBe(204);
    expect((await oidc.signing.letters('undo@example.org')).at(-1)?.subject).toBe(
      'Harbour ID no longer signs in to your account',
    );
    const back = await oidc.through(oidc.signing.browser(), login);
    expect([back.status, back.body.error_code]).toEqual([409, 'AUTH_1026']);
  });

  it('stays when it is the only way in, with the cure; a passkey or a password is another way', async () => {
    const at = await oidc.signUp('only@example.org');
    const [one] = await linked(at);
    const refused = await at.delete(`auth/oidc/identities/${one?.id}/`);
    expect([refused.status, refused.body.error_code]).toEqual([409, 'AUTH_1027']);
    expect(refused.body.detail).toContain('Set a password or add a passkey first');
    await oidc.signing.world.sql(
      `insert into passkeys (id, user_id, credential_id, public_key, counter, transports, name, is_synced, created_at)
       select gen_random_uuid(), id, 'only', 'AQID', 0, '{}', 'Phone', true, now() from users where email = 'only@example.org'`,
    );
    expect((await at.delete(`auth/oidc/identities/${one?.id}/`)).status).toBe(204);
  });

  it('of two that are the only ways in, two calls at once take one away', async () => {
    const at = await oidc.signUp('twice@example.org');
    await link(at, oidc.person('twice@example.org'));
    const both = await linked(at);
    expect(both).toHaveLength(2);
    const answers = await Promise.all(both.map(({ id }) => at.delete(`auth/oidc/identities/${id}/`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('a copy of somebody’s data has it', async () => {
    const at = await oidc.signUp('copied@example.org');
    const { personalRows } = await import('../../platform/privacy.ts');
    const id = (await at.get('users/me/')).body.id;
    const tables: Record<string, unknown[]> = {};
    for await (const { table, pages } of personalRows(oidc.signing.world.program.ground, id))
      for await (const rows of pages) tables[table] = [...(tables[table] ?? []), ...rows];
    expect(tables['oidc_identities']).toMatchObject([{ provider: 'local', email: 'copied@example.org' }]);
  });
});
