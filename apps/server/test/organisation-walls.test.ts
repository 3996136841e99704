/** What the database itself refuses: the words of these queries name no person, so that the wall alone answers. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../src/platform/clock.ts';
import { makeSigningWorld } from './signing-in.ts';
import type { Browser, SigningWorld } from './signing-in.ts';

const origin = { requestId: 'test' };
const TABLES = ['organisations', 'organisation_members', 'organisation_invitations', 'organisation_homes'];

let signing: SigningWorld;
let organisation: string;
let household: string;
const ids: Record<string, string> = {};
const browsers: Record<string, Browser> = {};

async function person(name: string): Promise<Browser> {
  const browser = await signing.signUp(`${name}@example.org`, { first_name: name });
  ids[name] = (await browser.get('users/me/')).body.id;
  browsers[name] = browser;
  return browser;
}

async function ask(kind: string, name: string, by = 'owner'): Promise<string> {
  const body = { kind, email: `${name}@example.org` };
  const made = await browsers[by]?.post(`organisations/${organisation}/invitations/`, body);
  return new URL(made?.body.link).searchParams.get('token') ?? '';
}

/** As the application's role, in a transaction of this person, or of nobody. */
async function as<Row>(name: string | undefined, sql: string, values: unknown[] = []): Promise<Row[]> {
  const user = name === undefined ? undefined : ids[name];
  return await signing.world.program.opener.outside(
    { user, origin },
    async (ctx) => await ctx.db.text<Row>(sql, values),
  );
}

const counts = async (name: string | undefined): Promise<number[]> =>
  await Promise.all(
    TABLES.map(async (table) =>
      Number((await as<{ n: number }>(name, `select count(*)::int as n from ${table}`))[0]?.n),
    ),
  );

beforeAll(async () => {
  signing = await makeSigningWorld();
  for (const name of ['owner', 'helper', 'guest', 'family', 'stranger']) await person(name);
  organisation = (await browsers['owner']?.post('organisations/', { name: 'Harbour' }))?.body.id;
  const helping = await ask('administrator', 'helper');
  await browsers['helper']?.post(`organisations/by-token/${helping}/accept/`, {});
  household = (await browsers['family']?.post('households/', { name: 'Kōwhai Street' }))?.body.id;
  const joining = await ask('household', 'family');
  await browsers['family']?.post(`organisations/by-token/${joining}/accept/`, { household_id: household });
  await ask('administrator', 'guest');
}, 60_000);
afterAll(async () => {
  expect(await signing.world.brokenInvariants()).toEqual([]);
  await signing.close();
});

describe('the wall around an organisation', () => {
  it('shows its rows to who administers it, and none to anybody else', async () => {
    expect(await counts('owner')).toEqual([1, 2, 1, 1]);
    expect(await counts('helper')).toEqual([1, 2, 1, 1]);
    expect(await counts('stranger')).toEqual([0, 0, 0, 0]);
    expect(await counts(undefined)).toEqual([0, 0, 0, 0]);
  });

  it('shows whom it asked its name and their own invitation, and neither its people nor its households', async () => {
    expect(await counts('guest')).toEqual([1, 0, 1, 0]);
  });

  it('shows a household that belongs to it its name, and only there', async () => {
    expect(await counts('family')).toEqual([0, 0, 0, 0]);
    const actor = { kind: 'user', userId: ids['family'] ?? '' } as const;
    const seen = await signing.world.program.opener.inHousehold({ household, actor, origin }, async (ctx) => [
      await ctx.db.text('select name from organisations'),
      await ctx.db.text('select user_id from organisation_members'),
    ]);
    expect(seen).toEqual([[{ name: 'Harbour' }], []]);
  });

  it('lets nobody but the owner change it, and hands it to nobody who does not administer it', async () => {
    const rename = "update organisations set name = 'Mine' returning id";
    for (const name of ['helper', 'guest', 'family', 'stranger', undefined])
      expect(await as(name, rename)).toEqual([]);
    await expect(as('owner', 'update organisations set owner_id = $1', [ids['stranger']])).rejects.toThrow(
      /row-level security/,
    );
    expect(await as('owner', 'delete from organisations returning id')).toEqual([]);
  });

  it('lets nobody in who was not asked, nor anybody put others in', async () => {
    const join =
      'insert into organisation_members (organisation_id, user_id, joined_at) values ($1, $2, now())';
    for (const [by, who] of [
      ['stranger', 'stranger'],
      ['family', 'family'],
      ['owner', 'stranger'],
      ['guest', 'stranger'],
    ] as const)
      await expect(as(by, join, [organisation, ids[who]])).rejects.toThrow(/row-level security/);
  });

  it('keeps the owner in it, and helpers from each other', async () => {
    const gone = 'delete from organisation_members where user_id = $1 returning user_id';
    expect(await as('owner', gone, [ids['owner']])).toEqual([]);
    expect(await as('helper', gone, [ids['owner']])).toEqual([]);
    expect(await as('stranger', gone, [ids['helper']])).toEqual([]);
  });

  it('lets nobody invite in another’s name or from outside', async () => {
    const invite = `insert into organisation_invitations
      (id, organisation_id, kind, email, email_key, token_hash, invited_by, created_at, expires_at)
      values (gen_random_uuid(), $1, 'administrator', 'x@example.org', 'x@example.org', 'x', $2, now(), now())`;
    await expect(as('helper', invite, [organisation, ids['owner']])).rejects.toThrow(/row-level security/);
    await expect(as('stranger', invite, [organisation, ids['stranger']])).rejects.toThrow(
      /row-level security/,
    );
    expect(await as('guest', "update organisation_invitations set kind = 'household' returning id")).toEqual(
      [],
    );
    expect(await as('stranger', 'delete from organisation_invitations returning id')).toEqual([]);
  });
});

describe('an invitation', () => {
  it('that is used twice at once lets in once, and is gone', async () => {
    const token = await ask('administrator', 'guest');
    const answers = await Promise.all(
      [0, 1, 2].map(async () => await browsers['guest']?.post(`organisations/by-token/${token}/accept/`, {})),
    );
    expect(answers.map((one) => one?.status).sort()).toEqual([200, 400, 400]);
    expect(await as('owner', 'select 1 from organisation_invitations')).toEqual([]);
  });

  it('ends in the database itself with the role of who sent it', async () => {
    const late = await person('late');
    const token = await ask('administrator', 'late', 'helper');
    const byToken = 'select kind from kinwise.organisation_invitation_by_token($1, $2)';
    const hash = createHash('sha256').update(token).digest('base64url');
    const seen = async () => [
      await as('late', 'select name from organisations'),
      await as('late', byToken, [hash, instant(signing.world.clock.nowMs())]),
    ];
    expect(await seen()).toEqual([[{ name: 'Harbour' }], [{ kind: 'administrator' }]]);
    await signing.world.sql('delete from organisation_members where user_id = $1', [ids['helper']]);
    expect(await seen()).toEqual([[], []]);
    const join =
      'insert into organisation_members (organisation_id, user_id, joined_at) values ($1, $2, now())';
    await expect(as('late', join, [organisation, ids['late']])).rejects.toThrow(/row-level security/);
    const accepted = await late.post(`organisations/by-token/${token}/accept/`, {});
    expect(accepted.body.error_code).toBe('AUTH_1008');
  });
});
