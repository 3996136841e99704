import { describe, expect, it } from 'vitest';
import { makeSigningWorld } from '../../../test/signing-in.ts';

describe('the demonstration', () => {
  it('signs in as its own people by one click, and as nobody else', async () => {
    const signing = await makeSigningWorld({ demo: true });
    await signing.world.sql("update users set is_demo = true where username = 'mere'");
    const browser = signing.browser();
    expect((await browser.get('dev/status/')).body).toEqual({ demo: true, dev_login: false, mailbox: false });
    const answer = await browser.post('dev/demo-login/', { member: 'mere' });
    expect(answer).toMatchObject({
      status: 200,
      body: { user: { username: 'mere', households: [{ is_primary: true }] } },
    });
    browser.bear(answer.body.access_token);
    expect((await browser.get('tags/')).status).toBe(200);
    expect((await signing.browser().post('dev/demo-login/', { member: 'tama' })).status).toBe(404);
    expect((await signing.browser().post('dev/demo-login/', { member: 'nobody' })).status).toBe(404);
    await signing.close();
  });

  it('is not there without --demo, even for its own people', async () => {
    const signing = await makeSigningWorld();
    await signing.world.sql("update users set is_demo = true where username = 'mere'");
    expect((await signing.browser().post('dev/demo-login/', { member: 'mere' })).status).toBe(404);
    await signing.close();
  });

  it('is not there in production', async () => {
    const signing = await makeSigningWorld({
      settings: {
        NODE_ENV: 'production',
        RATE_LIMITS: 'on',
        PUBLIC_URL: 'https://money.example.org',
        MAIL_URL: 'smtp://localhost:2525',
        PASSWORD_MEMORY_KIB: '19456',
        PLAIN_HTTP: 'answered',
      },
    });
    expect((await signing.browser().get('dev/status/')).status).toBe(404);
    const page = await signing.world.http.inject('/dev/mail');
    expect(page.statusCode).toBe(404);
    await signing.close();
  });
});
