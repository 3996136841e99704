import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const GOOGLE = {
  OIDC_GOOGLE_CLIENT_ID: 'abc.apps.googleusercontent.com',
  OIDC_GOOGLE_CLIENT_SECRET: 'a secret of Google',
};
const WORK = {
  OIDC_PROVIDERS: 'work',
  OIDC_WORK_ISSUER: 'https://id.example.org/realms/home',
  OIDC_WORK_CLIENT_ID: 'kinwise',
  OIDC_WORK_CLIENT_SECRET: 'a secret of the work place',
};
const PRODUCTION = {
  NODE_ENV: 'production',
  SECRET_KEY: 'pK3+vN8yQ2mZ7wL5tR1xB6cJ9hF4dS0g',
  PUBLIC_URL: 'https://money.example.org',
  MAIL_URL: 'smtps://mail.example.org',
  TRUST_PROXY: '10.0.0.5',
};

describe('providers that people sign in with', () => {
  it('are none where nobody set one up', () => {
    expect(readConfig({}).oidc).toEqual([]);
  });

  it('are Google by two settings, and any other by its name', () => {
    const name = { OIDC_WORK_NAME: 'Home ID', OIDC_WORK_ALGORITHM: 'ES256' };
    expect(readConfig({ ...PRODUCTION, ...GOOGLE, ...WORK, ...name }).oidc).toEqual([
      {
        id: 'google',
        name: 'Google',
        issuer: 'https://accounts.google.com',
        clientId: 'abc.apps.googleusercontent.com',
        clientSecret: 'a secret of Google',
        algorithm: 'RS256',
      },
      {
        id: 'work',
        name: 'Home ID',
        issuer: 'https://id.example.org/realms/home',
        clientId: 'kinwise',
        clientSecret: 'a secret of the work place',
        algorithm: 'ES256',
      },
    ]);
  });

  it('take their secret from a file too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kinwise-oidc-'));
    const path = join(folder, 'secret');
    writeFileSync(path, 'a secret in a file\n');
    const { OIDC_WORK_CLIENT_SECRET: _none, ...rest } = WORK;
    const read = readConfig({ ...rest, OIDC_WORK_CLIENT_SECRET_FILE: path });
    expect(read.oidc[0]?.clientSecret).toBe('a secret in a file');
    rmSync(folder, { recursive: true });
  });

  const mistakes: [Record<string, string>, string][] = [
    [
      { OIDC_GOOGLE_CLIENT_ID: 'abc' },
      'OIDC_GOOGLE_CLIENT_SECRET: missing; set it too, or remove OIDC_GOOGLE_CLIENT_ID',
    ],
    [
      { OIDC_GOOGLE_CLIENT_SECRET: 'abc' },
      'OIDC_GOOGLE_CLIENT_ID: missing; set it too, or remove OIDC_GOOGLE_CLIENT_SECRET',
    ],
    [{ OIDC_PROVIDERS: 'Work Place' }, 'OIDC_PROVIDERS: "Work Place" is no name for a provider'],
    [{ OIDC_PROVIDERS: 'google' }, 'OIDC_PROVIDERS: "google" has settings of its own'],
    [{ OIDC_PROVIDERS: 'identities' }, 'OIDC_PROVIDERS: "identities" means something else'],
    [{ ...WORK, OIDC_PROVIDERS: 'work, work' }, 'OIDC_PROVIDERS: "work" is named twice'],
    [{ ...WORK, OIDC_WORK_ISSUER: '' }, 'OIDC_WORK_ISSUER: missing; set it, or remove work'],
    [{ ...WORK, OIDC_WORK_CLIENT_ID: '' }, 'OIDC_WORK_CLIENT_ID: missing'],
    [{ ...WORK, OIDC_WORK_CLIENT_SECRET: '' }, 'OIDC_WORK_CLIENT_SECRET: missing'],
    [{ ...WORK, OIDC_WORK_CLIENT_SECRET: 'short' }, 'OIDC_WORK_CLIENT_SECRET: too short'],
    [{ ...WORK, OIDC_WORK_ISSUER: 'id.example.org' }, 'OIDC_WORK_ISSUER: is no address of a provider'],
    [
      { ...WORK, OIDC_WORK_ISSUER: 'https://id.example.org/?a=b' },
      'OIDC_WORK_ISSUER: is no address of a provider',
    ],
    [{ ...WORK, OIDC_WORK_ISSUER: 'http://id.example.org' }, 'OIDC_WORK_ISSUER: must be https://'],
    [{ ...WORK, OIDC_WORK_ALGORITHM: 'HS256' }, 'OIDC_WORK_ALGORITHM: must be one of RS256'],
    [{ ...WORK, OIDC_WORK_NAME: 'x'.repeat(41) }, 'OIDC_WORK_NAME: must be a line of 40 characters'],
    [
      { ...WORK, OIDC_WROK_NAME: 'Work' },
      'OIDC_WROK_NAME: belongs to no provider; name it in OIDC_PROVIDERS',
    ],
  ];
  it.each(mistakes)('%j is told with its cure', (settings, line) => {
    expect(() => readConfig(settings)).toThrow(line);
  });

  it('every mistake is told at once, beside those of other settings, and never with a secret', () => {
    const settings = { ...WORK, PORT: '99999', OIDC_WORK_ISSUER: 'x', OIDC_WORK_ALGORITHM: 'none' };
    expect(() => readConfig(settings)).toThrow(/PORT: [\s\S]*OIDC_WORK_ISSUER: [\s\S]*OIDC_WORK_ALGORITHM: /);
    expect(() => readConfig(settings)).not.toThrow(WORK.OIDC_WORK_CLIENT_SECRET);
  });

  it('speak http on this machine alone, and in no production', () => {
    const local = { ...WORK, OIDC_WORK_ISSUER: 'http://127.0.0.1:9000' };
    expect(readConfig(local).oidc).toHaveLength(1);
    expect(() => readConfig({ ...PRODUCTION, ...local })).toThrow(
      'OIDC_WORK_ISSUER: must be https://; anybody in between could sign in as anybody',
    );
  });
});
