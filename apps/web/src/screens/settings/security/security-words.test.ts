import { readdirSync, readFileSync } from 'node:fs';
import type { SecurityEntry } from '@kinwise/api-client/schema';
import { i18n } from '@lingui/core';
import { beforeAll, expect, it } from 'vitest';
import { securityWords } from './security-words.ts';

const SERVER = new URL('../../../../../server/src/', import.meta.url);

beforeAll(() => i18n.loadAndActivate({ locale: 'en-NZ', messages: {} }));

const said = (action: string, details: SecurityEntry['details'] = {}) =>
  securityWords({ action, success: true, details } as SecurityEntry);
const fallback = (action: string) => action.replaceAll('_', ' ').replace('.', ': ');

it('everything that the server notes in a history has words', () => {
  const store = readFileSync(new URL('identity/security/security.store.ts', SERVER), 'utf8');
  const types = store.slice(store.indexOf('export type SecurityAction'), store.indexOf('export type Entry'));
  const actions = [...types.matchAll(/\| '([a-z_.]+)'/g)].map(([, action]) => action ?? '');
  expect(actions.length).toBeGreaterThan(80);
  expect(actions).toContain('alert.new_device');
  expect(actions.filter((action) => said(action) === fallback(action))).toEqual([]);
});

it('so has everything that is done about an organisation', () => {
  const done = ['organisations', 'organisation-homes'].flatMap((folder) => {
    const at = new URL(`home/${folder}/`, SERVER);
    return readdirSync(at)
      .filter((name) => /(?<!\.test)\.ts$/.test(name))
      .flatMap((name) => [
        ...readFileSync(new URL(name, at), 'utf8').matchAll(/tell\(ctx,.*what: '([^']+)'/g),
      ])
      .map(([, what]) => what ?? '');
  });
  expect(done.length).toBeGreaterThan(9);
  const bare = said('organisation.changed');
  expect(done.filter((what) => said('organisation.changed', { what }) === bare)).toEqual([]);
});
