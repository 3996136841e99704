import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { happened } from '../../events.ts';
import { makeWorld } from '../../../test/world.ts';
import type { World } from '../../../test/world.ts';

type Entry = {
  risk: string;
  actor: { name: string };
  changes: { field: string; before: unknown; after: unknown }[];
};

describe('the audit as a file', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });
  afterEach(async () => {
    await world.close();
  });

  const make = async (path: string, body: object): Promise<{ id: string }> =>
    (await world.as('mere').post(path, body)).body;
  const fields = (entry: Entry | undefined) =>
    Object.fromEntries((entry?.changes ?? []).map(({ field, before, after }) => [field, [before, after]]));
  const feed = async (query: string): Promise<Entry[]> =>
    (await world.as('mere').get(`audit/${query}`)).body.results;

  it('leaves the server as CSV without formulas, numbers untouched, and says so itself', async () => {
    const account = await make('accounts/', {
      name: '=HYPERLINK("http://evil.example")',
      kind: 'checking',
      opening_balance: '900.00',
    });
    await make('transactions/', {
      account_id: account.id,
      amount: '-45.90',
      payee: '@SUM(A1:A9)',
      notes: '+1, "two"\nlines',
    });
    const answer = await world.as('mere').get('audit/export/?entity=transaction');
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="kinwise-activity-2026-11-22.csv"',
    });
    const text = String(answer.body);
    expect(text).toContain(',amount,,-45.90,NZD,');
    expect(text).toContain(",payee,,'@SUM(A1:A9),");
    expect(text).toContain(`,notes,,"'+1, ""two""\nlines",`);
    expect(text).toContain(`'=HYPERLINK(""http://evil.example"")`);
    expect(text).not.toMatch(/(^|,|\n)"?[=@]/);
    const json = await world.as('mere').get('audit/export/?format=json&entity=account');
    expect(json.body.results).toHaveLength(1);
    const [second, first] = await feed('?action=data.exported');
    expect(first).toMatchObject({ risk: 'medium', actor: { name: 'Mere' } });
    expect(fields(first)).toMatchObject({
      format: [null, { text: 'csv' }],
      rows: [null, { text: '1' }],
      entity: [null, { text: 'transaction' }],
    });
    expect(fields(second)).toMatchObject({ format: [null, { text: 'json' }] });
  });

  /** Entries of one moment, which only their ids tell apart. */
  const happenOften = async (many: number): Promise<void> => {
    const actor = { kind: 'user', userId: world.ids.mere } as const;
    const at = { household: world.household, actor, origin: { requestId: 'test' } };
    await world.program.opener.inHousehold(at, async (ctx) => {
      for (let index = 0; index < many; index += 1)
        ctx.emit(happened('tag.created', { ids: [], op: 'none', after: { name: `Tag ${index}` } }));
      await Promise.resolve();
    });
  };
  const allIds = async (): Promise<string[]> =>
    (
      await world.sql<{ id: string }>(
        'select id from audit_entries where household_id = $1 order by at desc, id desc',
        [world.household],
      )
    ).map(({ id }) => id);

  it('holds every entry once, however many pages they are, as one chain', async () => {
    await happenOften(3_001);
    world.clock.advance(1000);
    await happenOften(1_999);
    const before = await allIds();
    expect(before.length).toBe(5_000);
    const lines = String((await world.as('mere').get('audit/export/')).body)
      .trim()
      .split('\r\n');
    expect(lines.slice(1).map((line) => line.split(',').at(-1))).toEqual(before);
    const now = await allIds();
    const json = await world.as('mere').get('audit/export/?format=json');
    expect(json.body.results.map(({ id }: { id: string }) => id)).toEqual(now);
    expect(now.length).toBe(5_001);
    const [second, first] = await feed('?action=data.exported');
    expect([first, second].map((entry) => fields(entry)['rows'])).toEqual([
      [null, { text: '5000' }],
      [null, { text: '5001' }],
    ]);
    const { verifyAudit } = await import('../../platform/audit/verify.ts');
    const found = await verifyAudit(world.program.ground, { household: world.household }, () => undefined);
    expect(found.broken).toBe(0);
  });

  it('is empty where nothing is found, in either form', async () => {
    const none = '?entity=nothing_of_the_kind';
    expect((await world.as('mere').get(`audit/export/${none}&format=json`)).body).toEqual({ results: [] });
    expect(String((await world.as('mere').get(`audit/export/${none}`)).body).trim()).not.toContain('\n');
  });

  it('tells the admins when a lot is exported in a short time, once', async () => {
    for (let index = 0; index < 7; index += 1) {
      await world.as('mere').get('audit/export/');
      await world.runJobs();
    }
    expect(await world.sql("select 1 from security_entries where action = 'alert.mass_export'")).toHaveLength(
      1,
    );
  });
});
