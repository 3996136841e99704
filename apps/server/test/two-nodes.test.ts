import { newId } from '@kinwise/core/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld, registration } from './signing-in.ts';
import type { SigningWorld } from './signing-in.ts';
import { makeWorld } from './world.ts';
import type { Answer, Node, World } from './world.ts';

/** What two nodes on one database must agree on, with the settings that they are shipped with. */

type Ask = {
  method?: 'GET' | 'POST';
  path: string;
  token?: string;
  body?: object;
  headers?: Record<string, string>;
};

async function ask(
  node: Node | undefined,
  { method = 'GET', path, token, body, headers }: Ask,
): Promise<Answer> {
  if (!node) throw new Error('there is no such node');
  const answer = await node.http.inject({
    method,
    url: `/api/v1/${path}`,
    remoteAddress: '203.0.113.7',
    headers: {
      origin: 'http://localhost:8000',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: body }),
  });
  return {
    status: answer.statusCode,
    body: answer.body === '' ? '' : answer.json(),
    headers: answer.headers,
  };
}

describe('signing in on two nodes', () => {
  let signing: SigningWorld;
  let here: Node | undefined;
  let there: Node | undefined;
  beforeEach(async () => {
    signing = await makeSigningWorld({ nodes: 2, settings: { SESSION_BELIEVED_MS: '1000' } });
    [here, there] = signing.world.nodes;
  });
  afterEach(async () => {
    await signing.close();
  });

  const me = { path: 'users/me/' };

  /** A household of its own, without which a node remembers nothing of a session. */
  async function signIn(email: string): Promise<string> {
    await signing.signUp(email);
    const body = { email_or_username: email, password: PASSWORD };
    const { body: answer } = await ask(here, { method: 'POST', path: 'auth/login/', body });
    const token = String(answer.access_token);
    const household = { name: 'Home', type: 'family', currency: 'NZD', time_zone: 'Pacific/Auckland' };
    const made = await ask(here, { method: 'POST', path: 'households/', token, body: household });
    expect(made.status).toBe(201);
    return token;
  }

  it('a token that was logged out here is dead there within a second', async () => {
    const token = await signIn('hana@example.org');
    expect((await ask(here, { ...me, token })).status).toBe(200);
    expect((await ask(there, { ...me, token })).status).toBe(200);
    expect((await ask(here, { method: 'POST', path: 'auth/logout/', token })).status).toBe(204);
    expect((await ask(here, { ...me, token })).status).toBe(401);
    signing.world.clock.advance(1000);
    expect((await ask(there, { ...me, token })).status).toBe(401);
  });

  it('a changed password ends the other sessions on every node within a second', async () => {
    const token = await signIn('hana@example.org');
    const body = { email_or_username: 'hana@example.org', password: PASSWORD };
    const second = String(
      (await ask(there, { method: 'POST', path: 'auth/login/', body })).body.access_token,
    );
    expect((await ask(there, { ...me, token: second })).status).toBe(200);
    const next = 'a kererū sleeps in the pūriri';
    const change = { old_password: PASSWORD, new_password: next, new_password_confirm: next };
    const changed = await ask(here, { method: 'POST', path: 'auth/password/change/', token, body: change });
    expect(changed.status).toBe(200);
    signing.world.clock.advance(1000);
    expect((await ask(there, { ...me, token: second })).status).toBe(401);
    expect((await ask(here, { ...me, token: second })).status).toBe(401);
  });

  it('a letter leaves once with a worker on each node', async () => {
    for (let index = 0; index < 5; index += 1) {
      await ask(here, {
        method: 'POST',
        path: 'auth/register/',
        body: registration(`new${index}@example.org`),
      });
    }
    await Promise.all(signing.world.nodes.map(async ({ program }) => await program.runJobs()));
    const letters = await signing.letters();
    expect(letters.map(({ to }) => to).sort()).toEqual(
      [0, 1, 2, 3, 4].map((index) => `new${index}@example.org`),
    );
  });
});

describe('the first key of an installation', () => {
  it('is one, although both nodes make it at once, and each reads what the other signed', async () => {
    const signing = await makeSigningWorld({ nodes: 2, settings: { DEV_LOGIN_UNVERIFIED: 'true' } });
    const { nodes } = signing.world;
    const hana = registration('hana@example.org');
    await ask(nodes[0], { method: 'POST', path: 'auth/register/', body: hana });
    const body = { email_or_username: 'hana@example.org', password: PASSWORD };
    const logins = await Promise.all(
      nodes.map(async (node) => await ask(node, { method: 'POST', path: 'auth/login/', body })),
    );
    expect(logins.map(({ status }) => status)).toEqual([200, 200]);
    expect(await signing.world.sql('select 1 from signing_keys')).toHaveLength(1);
    for (const { body: answer } of logins) {
      for (const node of nodes) {
        const token = String(answer.access_token);
        expect((await ask(node, { path: 'users/me/', token })).status).toBe(200);
      }
    }
    await signing.close();
  });
});

describe('limits on two nodes', () => {
  it('are counted together', async () => {
    const signing = await makeSigningWorld({
      nodes: 2,
      settings: { RATE_LIMITS: 'on', LIMIT_STRENGTH: '6' },
    });
    const call = { method: 'POST', path: 'auth/password/strength/', body: { password: PASSWORD } } as const;
    const answers = await Promise.all(
      Array.from({ length: 10 }, async (_none, index) => await ask(signing.world.nodes[index % 2], call)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(6);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
    await signing.close();
  });
});

describe('money on two nodes', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld({ nodes: 2 });
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  it('twins of one call on two nodes at once have one effect and one answer', async () => {
    const token = `test-${world.ids.mere}`;
    const account = await world.as('mere').post('accounts/', {
      name: 'Everyday',
      kind: 'checking',
      opening_balance: '100.00',
    });
    const body = { account_id: account.body.id, amount: '-12.50', payee: 'Bakery' };
    const headers = { 'idempotency-key': newId() };
    const call = { method: 'POST', path: 'transactions/', token, body, headers } as const;
    const twins = await Promise.all(
      Array.from({ length: 8 }, async (_none, index) => await ask(world.nodes[index % 2], call)),
    );
    expect(twins.map(({ status, body: answer }) => [status, answer.detail])).toEqual(
      Array(8).fill([201, undefined]),
    );
    expect(new Set(twins.map(({ body: answer }) => answer.id)).size).toBe(1);
    expect(await world.sql('select 1 from transactions')).toHaveLength(1);
  });

  it('what one node writes the other answers at once, also by its ETag', async () => {
    const token = `test-${world.ids.mere}`;
    const [here, there] = world.nodes;
    const before = await ask(there, { path: 'tags/', token });
    const made = await ask(here, { method: 'POST', path: 'tags/', token, body: { name: 'Holiday' } });
    expect(made.status).toBe(201);
    const headers = { 'if-none-match': String(before.headers['etag']) };
    const after = await ask(there, { path: 'tags/', token, headers });
    expect(after.status).toBe(200);
    expect(JSON.stringify(after.body)).toContain('Holiday');
  });
});
