/** How many of a thing somebody may have, when many hands ask for the last one at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFamily } from './family.ts';
import { keyOwner } from './key-owner.ts';
import { makePasskeyDevice, register } from './passkey-device.ts';
import { PASSWORD, makeSigningWorld } from './signing-in.ts';
import type { SigningWorld } from './signing-in.ts';

const AT_ONCE = 20;

describe('of twenty calls at once none is one too many:', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld({
      nodes: 2,
      settings: { API_KEYS_MOST: '3', FAMILY_DEVICES_MOST: '3' },
    });
  });
  afterAll(async () => {
    expect(await signing.world.brokenInvariants()).toEqual([]);
    await signing.close();
  });

  async function atOnce(call: (index: number) => Promise<{ status: number }>): Promise<number[]> {
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, async (_, index) => await call(index)));
    return answers.map(({ status }) => status).sort();
  }

  it('sessions, of which the oldest end', async () => {
    await signing.signUp('sessions@example.org');
    const body = { email_or_username: 'sessions@example.org', password: PASSWORD };
    // Each from a network of its own: tries at one moment are counted before they are right.
    const statuses = await atOnce(
      async (index) => await signing.browser(`198.51.100.${index}`).post('auth/login/', body),
    );
    expect(statuses).toEqual(Array(AT_ONCE).fill(200));
    const [row] = await signing.world.sql<{ count: number }>(
      `select count(*)::int as count from sessions s join users u on u.id = s.user_id
       where u.email = 'sessions@example.org' and s.ended_at is null`,
    );
    expect(row?.count).toBe(10);
  });

  it('passkeys', async () => {
    const browser = await signing.signUp('passkeys@example.org');
    for (let count = 0; count < 17; count += 1) await register(browser, makePasskeyDevice());
    const made = await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        const { body } = await browser.post('auth/passkeys/register/options/');
        return makePasskeyDevice().create(body);
      }),
    );
    const path = 'auth/passkeys/register/verify/';
    const statuses = await atOnce(async (index) => await browser.post(path, { response: made[index] }));
    expect(statuses).toEqual([...Array(3).fill(201), ...Array(17).fill(409)]);
    expect((await browser.get('auth/passkeys/')).body.results).toHaveLength(20);
  });

  it('API keys', async () => {
    const { browser } = await keyOwner(signing, 'keys');
    const body = { name: 'x', scopes: ['read:accounts'] };
    const statuses = await atOnce(async () => await browser.post('auth/api-keys/', body));
    expect(statuses).toEqual([...Array(3).fill(201), ...Array(17).fill(409)]);
  });

  it('family devices', async () => {
    const { mother } = await makeFamily(signing);
    const body = { name: 'Kitchen tablet' };
    const statuses = await atOnce(async () => await mother.post('family-devices/', body));
    expect(statuses).toEqual([...Array(3).fill(201), ...Array(17).fill(422)]);
  });

  it('saved searches', async () => {
    const { browser } = await keyOwner(signing, 'searches');
    const save = async (name: string) => await browser.post('saved-searches/', { name, filters: { q: 'x' } });
    for (let count = 0; count < 47; count += 1) await save(`Search ${count}`);
    const statuses = await atOnce(async (index) => await save(`More ${index}`));
    expect(statuses).toEqual([...Array(3).fill(201), ...Array(17).fill(422)]);
  });
});
