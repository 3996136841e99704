import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProvider } from '../../../test/local-provider.ts';
import type { LocalProvider } from '../../../test/local-provider.ts';
import { systemClock } from '../../platform/clock.ts';
import { readConfig } from '../../platform/config.ts';
import { makeLog } from '../../platform/log.ts';
import { openProviders } from './oidc.ts';

const BACK = 'http://localhost:8000/oidc/local';

describe('what is logged of providers', () => {
  let provider: LocalProvider;
  const lines: string[] = [];
  const log = makeLog(
    'trace',
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines.push(chunk.toString());
        done();
      },
    }),
  );
  beforeAll(async () => {
    provider = await startProvider([BACK]);
    provider.people.set('ana', { email: 'ana@example.org', email_verified: true });
  });
  afterAll(async () => {
    await provider.close();
  });

  it('is which one and what kind of fault; never a secret, a code, a token or an address', async () => {
    const config = readConfig(provider.settings());
    const providers = openProviders(config, { clock: systemClock, log });
    const begun = await providers.begin('local', BACK);
    if (!begun) throw new Error('the provider is silent');
    const back = await provider.visit(begun.url, 'ana');
    const answer = Object.fromEntries(back.searchParams);
    provider.lie({ claims: (claims) => ({ ...claims, nonce: 'another', email: 'ana@example.org' }) });
    const { state, secrets } = begun;
    const finished = await providers.finish('local', { redirectUri: BACK, state, secrets, answer });
    expect(finished).toEqual({ kind: 'refused' });
    const text = lines.join('');
    expect(text).toContain('"provider":"local"');
    expect(text).toContain('OAUTH_JWT_CLAIM_COMPARISON_FAILED');
    for (const hidden of [
      config.oidc[0]?.clientSecret,
      answer['code'],
      state,
      secrets.nonce,
      secrets.verifier,
      'ana@',
      'eyJ',
    ])
      expect(text).not.toContain(hidden);
  });

  it('a wrong secret of ours is no fault of who signs in: the provider counts as silent', async () => {
    const config = readConfig({ ...provider.settings(), OIDC_LOCAL_CLIENT_SECRET: 'not what it made' });
    const providers = openProviders(config, { clock: systemClock, log });
    const begun = await providers.begin('local', BACK);
    if (!begun) throw new Error('the provider is silent');
    const back = await provider.visit(begun.url, 'ana');
    const answer = Object.fromEntries(back.searchParams);
    const { state, secrets } = begun;
    const finished = await providers.finish('local', { redirectUri: BACK, state, secrets, answer });
    expect(finished).toEqual({ kind: 'silent' });
    expect(lines.at(-1)).toContain('check its client id and secret');
  });
});
