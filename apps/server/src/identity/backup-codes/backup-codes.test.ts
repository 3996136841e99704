import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSigningWorld } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';
import { sealedHash } from '../../platform/encryption.ts';
import { codesLeft, useCode } from './backup-codes.ts';

describe('backup codes', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld();
  });
  afterAll(async () => {
    await signing.close();
  });

  const owner = async (email: string) => {
    const { backupCodes } = await signing.addAuthenticator(await signing.signUp(email));
    const [row] = await signing.world.sql<{ id: string }>('select id from users where email = $1', [email]);
    return { id: row?.id ?? '', codes: backupCodes };
  };
  const use = async (id: string, code: string, settings = {}): Promise<boolean> => {
    const { ground, opener } = signing.world.program;
    return await opener.outside({ origin: { requestId: 'test' } }, async (ctx) => {
      const other = { ...ctx, ground: { ...ground, config: { ...ground.config, ...settings } } };
      return await useCode(other, id, code);
    });
  };

  it('are kept as slow hashes that say what they cost, of each person in their own salt', async () => {
    const { id } = await owner('slow@example.org');
    const rows = await signing.world.sql<{ code_hash: string }>(
      'select code_hash from backup_codes where user_id = $1',
      [id],
    );
    expect(rows).toHaveLength(10);
    // Tests hash with 64 KiB: two to the sixth.
    for (const { code_hash } of rows) expect(code_hash).toMatch(/^scrypt\.6\.[\w-]{43}$/);
  });

  it('stay good when hashing comes to cost more', async () => {
    const { id, codes } = await owner('dear@example.org');
    expect(await use(id, codes[0] ?? '', { PASSWORD_MEMORY_KIB: 1024 })).toBe(true);
    expect(await use(id, codes[0] ?? '')).toBe(false);
    expect(await use(id, codes[1] ?? '')).toBe(true);
  });

  it('stay good, once, from the time when their hashes were quick', async () => {
    const { id } = await owner('early@example.org');
    const { ground, opener } = signing.world.program;
    await signing.world.sql('delete from backup_codes where user_id = $1', [id]);
    await signing.world.sql(
      'insert into backup_codes (user_id, code_hash, created_at) values ($1, $2, now())',
      [id, sealedHash(ground, `backup code ${id} abcde23456`)],
    );
    expect(await use(id, 'ABCDE-23457')).toBe(false);
    expect(await use(id, 'ABCDE-23456')).toBe(true);
    expect(await use(id, 'ABCDE-23456')).toBe(false);
    const left = await opener.outside(
      { origin: { requestId: 'test' } },
      async (ctx) => await codesLeft(ctx, id),
    );
    expect(left).toBe(0);
  });
});
