import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';

describe('the device of a session', () => {
  let signing: SigningWorld;
  let own: Browser;
  beforeAll(async () => {
    signing = await makeSigningWorld();
    own = await signing.signUp('names@example.org');
  });
  afterAll(async () => {
    await signing.close();
  });

  it('gets another name from its owner, and from nobody else', async () => {
    const [mine] = (await own.get('auth/sessions/')).body.results;
    const named = await own.patch(`auth/sessions/${mine.id}/`, { device_name: 'Kitchen tablet' });
    expect(named.body).toMatchObject({ id: mine.id, device_name: 'Kitchen tablet', current: true });
    const other = await signing.signUp('stranger@example.org');
    expect((await other.patch(`auth/sessions/${mine.id}/`, { device_name: 'Mine' })).status).toBe(404);
    expect((await own.patch(`auth/sessions/${mine.id}/`, { device_name: '' })).status).toBe(422);
    expect((await own.get('auth/sessions/')).body.results[0].device_name).toBe('Kitchen tablet');
  });

  it('is idle for longer only after a proof, and for shorter without one', async () => {
    await signing.unwatched('names@example.org');
    await own.patch('users/me/preferences/', { idle_timeout: '15' });
    signing.world.clock.advance(11 * 60_000);
    own.bear((await own.refresh()).body.access);
    expect((await own.patch('users/me/preferences/', { idle_timeout: '5' })).status).toBe(200);
    for (const idle_timeout of ['15', 'never']) {
      expect((await own.patch('users/me/preferences/', { idle_timeout })).body.error_code).toBe('AUTH_1020');
      const preferences = { idle_timeout };
      expect((await own.patch('users/me/', { preferences })).body.error_code).toBe('AUTH_1020');
    }
    expect((await own.patch('users/me/preferences/', { theme: 'dark' })).status).toBe(200);
    own.bear((await own.post('auth/step-up/', { password: PASSWORD })).body.access_token);
    expect((await own.patch('users/me/preferences/', { idle_timeout: 'never' })).status).toBe(200);
  });
});
