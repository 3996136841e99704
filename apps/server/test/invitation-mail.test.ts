import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSigningWorld, registration } from './signing-in.ts';
import type { SigningWorld } from './signing-in.ts';

describe('who registers for an invitation', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld();
  });
  afterAll(async () => {
    await signing.close();
  });

  it('is led on to it by the link of the mail, also of one that is sent again', async () => {
    await signing
      .browser()
      .post('auth/register/', registration('guest@example.org', { invitation_token: 'abc123' }));
    const [letter] = await signing.letters('guest@example.org');
    expect(letter?.links[0]).toContain('&invitation=abc123');
    const again = { email: 'guest@example.org', invitation_token: 'abc123' };
    expect((await signing.browser().post('auth/email/resend/', again)).status).toBe(202);
    const waiting = await signing.world.sql(
      "select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'registration.send_link'",
    );
    expect(waiting).toHaveLength(1);
    expect(JSON.stringify(waiting)).not.toContain('abc123');
    expect((await signing.letters('guest@example.org')).map(({ links }) => links[0])).toEqual([
      expect.stringContaining('&invitation=abc123'),
      expect.stringContaining('&invitation=abc123'),
    ]);
  });
});
