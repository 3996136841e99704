import { describe, expect, it } from 'vitest';
import type { Ground } from '../../platform/context.ts';
import { readConfig } from '../../platform/config.ts';
import { hashOf, isOutdated, isRight } from './hashing.ts';

const ground = { config: readConfig({ NODE_ENV: 'test', PASSWORD_MEMORY_KIB: '64' }) } as Ground;

describe('password hashes', () => {
  it('fit their password in any of its spellings, and nothing else', async () => {
    const hash = await hashOf(ground, 'a kererū sleeps');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=64,t=2,p=1\$/);
    expect(await isRight(ground, hash, 'a kererū sleeps'.normalize('NFD'))).toBe(true);
    expect(await isRight(ground, hash, 'a kereru sleeps')).toBe(false);
    expect(await hashOf(ground, 'a kererū sleeps')).not.toBe(hash);
  });

  it('are never right where there is none', async () => {
    for (const nothing of [null, undefined]) expect(await isRight(ground, nothing, 'anything')).toBe(false);
  });

  it('are outdated when the cost was another one', async () => {
    const cheaper = { config: { ...ground.config, PASSWORD_MEMORY_KIB: 32 } } as Ground;
    const hash = await hashOf(cheaper, 'x');
    expect([isOutdated(ground, hash), isOutdated(cheaper, hash)]).toEqual([true, false]);
  });

  it('are refused with 429 when more wait than an honest crowd', async () => {
    const all = await Promise.allSettled(Array.from({ length: 110 }, async () => await hashOf(ground, 'x')));
    const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason as { code: string }] : []));
    expect(refused).toHaveLength(8);
    expect(refused[0]?.code).toBe('RATE_LIMIT_6001');
    expect(await hashOf(ground, 'x')).toContain('argon2id');
  });
});
