import { readFileSync, readdirSync } from 'node:fs';
import { STAFF_ROLES } from '@kinwise/core/staff';
import { i18n } from '@lingui/core';
import { beforeAll, expect, it } from 'vitest';
import { subjectWords } from '../activity/activity-words.ts';
import { codeWords } from './code-words.ts';

const SERVER = new URL('../../../../../server/', import.meta.url);

beforeAll(() => i18n.loadAndActivate({ locale: 'en-NZ', messages: {} }));

const textOf = (path: string) => readFileSync(new URL(path, SERVER), 'utf8');
const filesBelow = (folder: string) =>
  readdirSync(new URL(folder, SERVER), { recursive: true, encoding: 'utf8' }).map(
    (name) => `${folder}${name}`,
  );

/** Tables of which the audit tells both sides, by the columns that hold codes. */
const TOLD = [
  ...[
    'households',
    'memberships',
    'invitations',
    'accounts',
    'categories',
    'transactions',
    'rules',
    'imports',
  ],
  ...['staff_grants', 'organisation_homes'],
];

it('every code that a column of the household may hold has words', () => {
  const codes = filesBelow('migrations/').flatMap((file) =>
    [...textOf(file).matchAll(/^create table (\w+) \((.*?)^\);/gms)]
      .filter(([, table]) => TOLD.includes(table ?? ''))
      .flatMap(([, , body]) => [...(body ?? '').matchAll(/check \((\w+) in\s*\(([^)]*)\)/g)])
      .flatMap(([, field, list]) => (list ?? '').split(',').map((code) => [field, code.trim().slice(1, -1)])),
  );
  expect(codes.length).toBeGreaterThan(60);
  expect(codes).toContainEqual(['kind', 'kiwisaver']);
  expect(
    codes.filter(([field = '', code = '']) => [undefined, code].includes(codeWords(field, code))),
  ).toEqual([]);
});

it('so has what is told of children, and of who ended what', () => {
  const told = filesBelow('src/home/')
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .flatMap((file) => [
      ...textOf(file).matchAll(/emitSignIn\(.*\{ (\w+): '(\w+)' \}/g),
      ...textOf(file).matchAll(/const after = \{ (by): '(\w+)'/g),
    ]);
  expect(told.length).toBeGreaterThan(9);
  expect(told.filter(([, field = '', code = '']) => codeWords(field, code) === undefined)).toEqual([]);
  expect(STAFF_ROLES.map((role) => codeWords('role', role))).toEqual([
    'Viewer',
    'Editor',
    'Manager',
    'Superadmin',
  ]);
});

it('so has every capability that a route asks for, where it was refused', () => {
  const asked = filesBelow('src/')
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...textOf(file).matchAll(
        /requires: '([a-z_]+\.[a-z_]+)'|\.require\('([a-z_]+\.[a-z_]+)'|forbidden\('([a-z_]+\.[a-z_]+)'/g,
      ),
    ]);
  const capabilities = new Set(asked.map(([, ...one]) => one.find(Boolean) ?? ''));
  expect(capabilities.size).toBeGreaterThan(15);
  const actor = { kind: 'user', user_id: null, name: null } as const;
  const said = (subject: string) => subjectWords({ subject, action: 'permission.denied', actor });
  expect([...capabilities].filter((one) => said(one) === one)).toEqual([]);
});

it('text that somebody wrote is left as it is', () => {
  expect(codeWords('name', 'admin')).toBeUndefined();
  expect(codeWords('reason', 'manager')).toBeUndefined();
});
