import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFamily, ok, tokenOf } from '../family.ts';
import { makeSigningWorld, registration } from '../signing-in.ts';
import type { SigningWorld } from '../signing-in.ts';

/** What opens something is kept as its hash at most: whoever reads the database, or a copy of it, comes in nowhere. */

let signing: SigningWorld;
beforeAll(async () => {
  signing = await makeSigningWorld();
});
afterAll(async () => {
  await signing.close();
});

async function everyRow(): Promise<string> {
  const tables = await signing.world.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'graphile_worker')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await signing.world.sql<{ text: string }>(`select to_jsonb(t)::text as text from ${name} t`);
    texts.push(...rows.map((row) => row.text));
  }
  return texts.join('\n');
}

const queried = (link: string): string => new URL(link).searchParams.get('token') ?? '';

it('no table holds what a link, a letter or a cookie lets somebody in by', async () => {
  const { mother, household, child } = await makeFamily(signing);
  const { email } = (await mother.get('users/me/')).body;
  const late = signing.browser();
  ok(await late.post('auth/register/', registration('late@example.org')));
  const verify = await signing.tokenFor('late@example.org');
  const { exchange_token: exchange } = ok(await late.post('auth/email/verify/', { token: verify })).body;
  ok(await late.post('auth/password/reset/', { email: 'late@example.org' }));
  const reset = await signing.tokenFor('late@example.org');
  ok(await mother.post('auth/email/change/', { new_email: 'moved@example.org' }));
  const change = await signing.tokenFor('moved@example.org');
  const undo = await signing.tokenFor(email);
  const invited = ok(await mother.post(`households/${household}/invitations/`, { role: 'teen' }));
  const organisation = ok(await mother.post('organisations/', { name: 'Harbour' })).body.id;
  const asked = { kind: 'administrator', email: 'helper@example.org' };
  const helper = ok(await mother.post(`organisations/${organisation}/invitations/`, asked));
  const device = tokenOf(ok(await mother.post(`children/${child.id}/link/`, {})));
  ok(await mother.post(`children/${child.id}/grow-up/`, { email: 'manaia@example.org' }));
  const own = await signing.tokenFor('manaia@example.org');
  const refresh = mother.cookies.get('kw_refresh') ?? '';
  const links = { invitation: queried(invited.body.link), organisation: queried(helper.body.link) };
  const secrets = { verify, exchange, reset, change, undo, device, own, refresh, ...links };
  const rows = await everyRow();
  expect(rows).toContain('late@example.org');
  for (const secret of Object.values(secrets)) expect(secret).toMatch(/^[\w-]{43}$/);
  const found = Object.entries(secrets).filter(([, secret]) => rows.includes(secret));
  expect(found.map(([name]) => name)).toEqual([]);
});
