import { createHash, createHmac, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';
import { rotateWith } from '../../cli/keys.ts';

let signing: SigningWorld;
let owner: Browser;
let key: string;
let secret: string;

beforeAll(async () => {
  signing = await makeSigningWorld({ nodes: 2 });
  owner = await signing.signUp('signer@example.org');
  const home = { name: 'Home', type: 'family', currency: 'NZD', time_zone: 'Pacific/Auckland' };
  await owner.post('households/', home);
  ({ key, secret } = await make());
});
afterAll(async () => {
  await signing.close();
});

async function make(): Promise<{ key: string; secret: string; id: string }> {
  const scopes = ['read:transactions', 'write:accounts', 'write:imports'];
  const { body } = await owner.post('auth/api-keys/', { name: 'Server', scopes, signed_only: true });
  return { key: body.key, secret: body.signing_secret, id: body.api_key.id };
}

type Sent = { method: 'GET' | 'POST'; url: string; body?: string };
type Signed = { timestamp: number; nonce: string; signature: string };

function sign(sent: Sent, more: Partial<Signed> & { by?: string } = {}): Signed {
  const timestamp = more.timestamp ?? Math.floor(signing.world.clock.nowMs() / 1000);
  const nonce = more.nonce ?? randomBytes(16).toString('hex');
  const hash = createHash('sha256')
    .update(sent.body ?? '')
    .digest('hex');
  const text = [sent.method, sent.url, timestamp, nonce, hash].join('\n');
  return {
    timestamp,
    nonce,
    signature: createHmac('sha256', more.by ?? secret)
      .update(text)
      .digest('hex'),
  };
}

async function send(sent: Sent, signed: Partial<Signed>, { node = 0, by = key, home = '' } = {}) {
  const answer = await signing.world.nodes[node % signing.world.nodes.length]?.http.inject({
    method: sent.method,
    url: sent.url,
    headers: {
      authorization: `Bearer ${by}`,
      ...(sent.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(home === '' ? {} : { 'x-household-id': home }),
      ...(signed.signature === undefined ? {} : { 'x-signature': signed.signature }),
      ...(signed.timestamp === undefined ? {} : { 'x-signature-timestamp': String(signed.timestamp) }),
      ...(signed.nonce === undefined ? {} : { 'x-signature-nonce': signed.nonce }),
    },
    ...(sent.body === undefined ? {} : { payload: sent.body }),
  });
  return {
    status: answer?.statusCode,
    reason: answer?.statusCode === 401 ? answer.json().reason : undefined,
  };
}

const list: Sent = { method: 'GET', url: '/api/v1/transactions/?page_size=5' };
const add = (name: string): Sent => ({
  method: 'POST',
  url: '/api/v1/accounts/',
  body: JSON.stringify({ name, kind: 'savings' }),
});
const refused = (reason: string) => ({ status: 401, reason });

describe('a signed request', () => {
  it('is let in, with a body and without', async () => {
    expect(await send(list, sign(list))).toEqual({ status: 200 });
    expect(await send(add('Jar'), sign(add('Jar')))).toEqual({ status: 201 });
  });

  it('has to be signed at all, and in the right form', async () => {
    const { timestamp, nonce, signature } = sign(list);
    for (const part of [
      {},
      { timestamp, nonce },
      { timestamp, signature },
      { nonce, signature },
      { timestamp, nonce, signature: signature.slice(1) },
      { timestamp, nonce: 'short', signature },
    ])
      expect(await send(list, part)).toEqual(refused('header'));
    expect(await send(list, { timestamp, nonce, signature })).toEqual({ status: 200 });
  });

  it('counts for the method, the path, the query and the body that were signed', async () => {
    const post = add('Bought');
    const wrong: [Sent, Sent][] = [
      [list, { ...list, url: '/api/v1/transactions/?page_size=50' }],
      [list, { ...list, url: '/api/v1/transactions/' }],
      [post, { ...post, body: JSON.stringify({ name: 'Sold', kind: 'savings' }) }],
      [post, { ...post, body: `${post.body ?? ''} ` }],
      [{ ...list, method: 'POST', body: '' }, list],
    ];
    for (const [signed, sent] of wrong) expect(await send(sent, sign(signed))).toEqual(refused('signature'));
    const names = (await owner.get('accounts/')).body.results.map(({ name }: { name: string }) => name);
    expect(names).not.toContain('Sold');
  });

  it('names its household where it is signed: nobody in between sends it to another one', async () => {
    const home = (await owner.get('users/me/')).body.households[0].id;
    const there = { method: 'GET', url: `/api/v1/transactions/?household=${home}` } as const;
    expect(await send(there, sign(there))).toEqual({ status: 200 });
    expect(await send(list, sign(list), { home })).toEqual(refused('header'));
    const jar = { ...add('Signed for home'), url: `/api/v1/accounts/?household=${home}` };
    expect(await send(jar, sign(jar))).toEqual({ status: 201 });
  });

  it('is not signed by another secret, nor with another timestamp or nonce than it carries', async () => {
    expect(await send(list, sign(list, { by: 'kws_another' }))).toEqual(refused('signature'));
    const other = await make();
    expect(await send(list, sign(list, { by: other.secret }))).toEqual(refused('signature'));
    const good = sign(list);
    expect(await send(list, { ...good, timestamp: good.timestamp + 1 })).toEqual(refused('signature'));
    expect(await send(list, { ...good, nonce: `${good.nonce}a` })).toEqual(refused('signature'));
  });

  it('counts once, on whatever node, also when it is sent twice at once', async () => {
    const signed = sign(list);
    expect(await send(list, signed)).toEqual({ status: 200 });
    for (const node of [0, 1]) expect(await send(list, signed, { node })).toEqual(refused('nonce'));
    const twice = sign(list);
    const answers = await Promise.all([0, 1].map(async (node) => await send(list, twice, { node })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const { nonce } = signed;
    expect(await send(list, sign(list, { nonce }))).toEqual(refused('nonce'));
  });

  it('does not use up the nonce when its signature is wrong, nor count as a use of the key', async () => {
    const fresh = await make();
    const signed = sign(list, { by: fresh.secret });
    const forged = { ...signed, signature: '0'.repeat(64) };
    expect(await send(list, forged, { by: fresh.key })).toEqual(refused('signature'));
    const used = async () =>
      (await owner.get('auth/api-keys/')).body.results.find(({ id }: { id: string }) => id === fresh.id)
        .last_used_at;
    expect(await used()).toBeNull();
    expect(await send(list, signed, { by: fresh.key })).toEqual({ status: 200 });
    expect(await used()).not.toBeNull();
  });

  it('is no older and no newer than five minutes', async () => {
    const now = Math.floor(signing.world.clock.nowMs() / 1000);
    for (const away of [-301, 301, -86_400]) {
      const signed = sign(list, { timestamp: now + away });
      expect(await send(list, signed)).toEqual(refused('timestamp'));
    }
    for (const away of [-300, 300])
      expect(await send(list, sign(list, { timestamp: now + away }))).toEqual({ status: 200 });
  });

  it('is not taken again when its nonce has been swept up, since its time is over by then', async () => {
    const signed = sign(list, { timestamp: Math.floor(signing.world.clock.nowMs() / 1000) + 300 });
    expect(await send(list, signed)).toEqual({ status: 200 });
    const sweep = async () => {
      await signing.world.sql("select graphile_worker.add_job('signatures.forget_nonces')");
      await signing.world.runJobs();
    };
    signing.world.clock.advance(600_000);
    await sweep();
    expect(await send(list, signed)).toEqual(refused('nonce'));
    signing.world.clock.advance(2000);
    await sweep();
    expect(await signing.world.sql('select 1 from api_key_nonces where nonce = $1', [signed.nonce])).toEqual(
      [],
    );
    expect(await send(list, signed)).toEqual(refused('timestamp'));
  });

  it('carries no file, which a signature would not cover', async () => {
    const sent: Sent = { method: 'POST', url: '/api/v1/imports/' };
    const signed = sign(sent);
    const answer = await signing.world.http.inject({
      ...sent,
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'multipart/form-data; boundary=x',
        'x-signature': signed.signature,
        'x-signature-timestamp': String(signed.timestamp),
        'x-signature-nonce': signed.nonce,
      },
      payload: '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b\r\n--x--\r\n',
    });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ error_code: 'AUTH_1043', reason: 'file' });
  });
});

describe('the secret that requests are signed with', () => {
  it('is kept sealed, and is sealed anew with the others', async () => {
    const rows = await signing.world.sql<{ signing_cipher: string }>(
      'select signing_cipher from api_keys where signing_cipher is not null',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.signing_cipher).toMatch(/^k0\./);
    expect(JSON.stringify(rows)).not.toContain(secret);
    const { ground } = signing.world.program;
    const config = { ...ground.config, ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}` };
    const said: string[] = [];
    const write = (text: string) => said.push(text);
    expect(await rotateWith({ ground: { ...ground, config } }, { write })).toBe(0);
    expect(said.join('')).toContain(`api_keys.signing_cipher: ${rows.length} sealed anew with k1`);
  });
});
