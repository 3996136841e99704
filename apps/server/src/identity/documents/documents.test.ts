import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';

function document(fields: Record<string, string>, text: string): string {
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return `---\n${head.join('\n')}\n---\n\n${text}\n`;
}

describe('terms and privacy policy', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld({
      settings: { OPERATOR_NAME: 'Kererū Trust', PRIVACY_CONTACT: 'privacy@kereru.example' },
    });
  });
  afterAll(async () => {
    await signing.close();
  });

  it('are read by everybody, with who runs this and whom to ask', async () => {
    const answer = await signing.browser().get('privacy/documents/privacy/');
    expect(answer).toMatchObject({
      status: 200,
      body: {
        document: 'privacy',
        version: '2026-11',
        day: '2026-11-01',
        title: 'Privacy policy',
        is_current: true,
      },
    });
    expect(answer.body.text).toContain('run by Kererū Trust');
    expect(answer.body.text).toContain('[privacy@kereru.example](mailto:privacy@kereru.example)');
    expect(answer.body.text).not.toMatch(/\{\w+\}/);
    expect((await signing.browser().get('privacy/documents/terms/')).body.text).toContain(
      'There are 30 days',
    );
    expect((await signing.browser().get('privacy/documents/terms/?version=1999-01')).status).toBe(404);
    expect((await signing.browser().get('privacy/documents/cookies/')).status).toBe(404);
  });

  it('come with what is kept, why and how long, kind by kind', async () => {
    const { body } = await signing.browser().get('privacy/');
    expect(body).toMatchObject({ operator: 'Kererū Trust', contact: 'privacy@kereru.example' });
    expect(body.documents.map((one: { document: string }) => one.document)).toEqual(['terms', 'privacy']);
    expect(body.kept.length).toBeGreaterThan(12);
    for (const { what, why, until } of body.kept) {
      expect(what).not.toBe('');
      expect(why).not.toBe('');
      expect(until).not.toBe('');
    }
  });

  it('are accepted at registration, with time and version', async () => {
    const hana = await signing.signUp('hana@example.org');
    const { body } = await hana.get('privacy/acceptances/');
    expect(body.results).toMatchObject([
      {
        document: 'terms',
        accepted_version: '2026-11',
        asked: false,
        accepted_at: '2026-11-22T02:30:00Z',
      },
      { document: 'privacy', accepted_version: '2026-11', asked: false },
    ]);
    expect((await hana.get('users/me/')).body.asked_to_accept).toEqual([]);
  });
});

describe('a new version', () => {
  let folder: string;
  let signing: SigningWorld;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kinwise-documents-'));
    const old = { version: '2026-01', day: '2026-01-01' };
    writeFileSync(join(folder, 'terms.2026-01.md'), document({ ...old, title: 'Terms' }, 'Old terms.'));
    writeFileSync(join(folder, 'privacy.2026-01.md'), document({ ...old, title: 'Privacy' }, 'Old policy.'));
    const fresh = { version: '2027-01', day: '2027-01-01', title: 'Privacy' };
    writeFileSync(join(folder, 'privacy.2027-01.md'), document(fresh, 'New policy.'));
    signing = await makeSigningWorld({ settings: { DOCUMENTS_DIR: folder } });
  });
  afterAll(async () => {
    await signing.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is asked for before the day from which it holds, until it is accepted; the old one can still be read', async () => {
    const hana = await signing.signUp('hana@example.org');
    const [{ id }] = (await signing.world.sql<{ id: string }>('select id from users where email = $1', [
      'hana@example.org',
    ])) as [{ id: string }];
    await signing.world.sql("update acceptances set document_version = '2026-01' where user_id = $1", [id]);
    const asked = { document: 'privacy', version: '2027-01', title: 'Privacy', accept_by: '2027-01-01' };
    const login = await hana.post('auth/login/', {
      email_or_username: 'hana@example.org',
      password: PASSWORD,
    });
    hana.bear(login.body.access_token);
    expect(login.body.user.asked_to_accept).toEqual([asked]);
    const old = await hana.get('privacy/documents/privacy/?version=2026-01');
    expect(old.body).toMatchObject({ text: 'Old policy.', is_current: false });
    expect(old.body.versions).toEqual([
      { version: '2027-01', day: '2027-01-01' },
      { version: '2026-01', day: '2026-01-01' },
    ]);
    expect(
      await hana.post('privacy/acceptances/', { document: 'privacy', version: '2026-01' }),
    ).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '/version', code: 'overtaken' }] },
    });
    expect(
      (await hana.post('privacy/acceptances/', { document: 'privacy', version: '2027-01' })).status,
    ).toBe(200);
    expect((await hana.get('users/me/')).body.asked_to_accept).toEqual([]);
    const kept = await signing.world.sql(
      'select document_version from acceptances where user_id = $1 and document = $2',
      [id, 'privacy'],
    );
    expect(kept).toHaveLength(2);
  });
});
