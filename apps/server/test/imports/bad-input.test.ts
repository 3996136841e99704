/** Files that no bank sends on purpose, and calls that nobody makes on purpose: nothing by half, nothing by force. */
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../world.ts';
import type { Answer, Caller, World } from '../world.ts';
import { zipOf } from './archives.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const table = (...lines: string[]): string => ['Date,Amount,Payee', ...lines].join('\n');
const JUNE = table('01/06/2026,-12.50,Café Ōtāhuhu', '03/06/2026,-84.10,Countdown');
const MB = 1024 * 1024;

/** Archives that unpack to far more than they weigh. */
const BOMBS: Record<string, () => Uint8Array> = {
  'a gzip bomb': () => gzipSync(Buffer.alloc(300 * MB)),
  'a gzip within a gzip': () => gzipSync(gzipSync(Buffer.from(JUNE))),
  'a zip bomb': () => zipOf({ 'june.csv': new Uint8Array(300 * MB) }),
  'a zip within a zip': () => zipOf({ 'a.zip': zipOf({ 'june.csv': text(JUNE) }) }),
  'a workbook bomb': () =>
    zipOf({
      '[Content_Types].xml': text('<Types/>'),
      'xl/workbook.xml': text('<workbook><sheets><sheet name="A" sheetId="1"/></sheets></workbook>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(300 * MB).fill(32),
    }),
  'a zip of many files': () =>
    zipOf(Object.fromEntries(Array.from({ length: 3000 }, (_unused, index) => [`${index}.csv`, text('a')]))),
  'a zip that was cut off': () => zipOf({ 'june.csv': text(JUNE.repeat(200)) }).slice(0, 60),
};

const WRONG: Record<string, () => Uint8Array> = {
  'nothing at all': () => new Uint8Array(0),
  'only empty lines': () => text('\n\n   \n'),
  'a PDF': () => text('%PDF-1.7\n1 0 obj\n'),
  'a web page': () => text('<!doctype html><html><body>Sign in</body></html>'),
  JSON: () => text('{"transactions": []}'),
  'an old workbook': () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
  noise: () => Uint8Array.from({ length: 5000 }, (_unused, index) => (index * 7919) % 256),
  NULs: () => new Uint8Array(2000),
  'XML that swells': () =>
    text(
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]><Document>&c;</Document>',
    ),
  'OFX that was cut off': () =>
    text('OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0'),
  'one long line': () => new Uint8Array(20 * MB).fill(97),
  'a bracket, again and again': () => text(`<Document>${'<a>'.repeat(200_000)}`),
};

describe('files and calls that are wrong', () => {
  let world: World;
  let mere: Caller;
  let account: string;

  beforeAll(async () => {
    world = await makeWorld();
    mere = world.as('mere');
    account = (await mere.post('accounts/', { name: 'Everyday', kind: 'checking' })).body.id;
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
  });
  afterAll(async () => {
    await world.close();
  });

  const upload = async (
    bytes: Uint8Array,
    name = 'june.csv',
    fields = { account_id: account },
  ): Promise<Answer> => {
    const answer = await mere.upload('imports/', { name, bytes }, fields as Record<string, string>);
    if (answer.body.status !== 'reading') return answer;
    await world.runJobs();
    return { ...answer, body: (await mere.get(`imports/${answer.body.id}/`)).body };
  };
  const rowsOf = async (id: string) => (await mere.get(`imports/${id}/rows/`)).body.results;
  const countEntries = async (): Promise<number> =>
    (await mere.get('transactions/?totals=true&page_size=1')).body._meta.totals.count;

  it.each(Object.keys({ ...WRONG, ...BOMBS }))('%s is refused with a reason and a cure', async (what) => {
    const { status, body } = await upload({ ...WRONG, ...BOMBS }[what]?.() ?? new Uint8Array(0), 'file');
    expect([status, body.status, body.counts?.total]).toEqual([201, 'failed', 0]);
    expect(body.refusal.message).toMatch(/\.$/);
    expect(body.refusal.cure).toMatch(/\.$/);
    expect(await rowsOf(body.id)).toEqual([]);
    expect((await mere.post(`imports/${body.id}/commit/`)).status).toBe(409);
    expect((await mere.delete(`imports/${body.id}/`)).status).toBe(204);
  });

  it.each([
    ['UTF-16, little end first', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(JUNE, 'utf16le')])],
    [
      'UTF-16, big end first',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(JUNE, 'utf16le').swap16()]),
    ],
    ['UTF-16 without a mark', Buffer.from(JUNE, 'utf16le')],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${JUNE}`)],
    ['gzip', gzipSync(Buffer.from(JUNE))],
    ['a zip with one file', zipOf({ 'june.csv': text(JUNE) })],
  ])('%s is read as what it is', async (_what, bytes) => {
    const { body } = await upload(bytes);
    expect(body).toMatchObject({ status: 'preview', counts: { total: 2, rejected: 0 }, sum: '-96.60' });
    expect((await rowsOf(body.id))[0].payee).toBe('Café Ōtāhuhu');
    await mere.delete(`imports/${body.id}/`);
  });

  it('a NUL within a text is left out, and the row is kept', async () => {
    const { body } = await upload(
      text(table('01/06/2026,-12.50,Ca\0fe', '03/06/2026,-84.10,Countdown', 'x\0y')),
    );
    if (body.status === 'failed') return expect(body.refusal.cure).not.toBe('');
    expect((await rowsOf(body.id)).map((row: { payee: string }) => row.payee)).toContain('Cafe');
    await mere.delete(`imports/${body.id}/`);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\june.csv', 'june.csv'],
    ['ju\u0007ne.csv', 'june.csv'],
    [`${'x'.repeat(400)}.csv`, 'x'.repeat(200)],
    ['<img src=x onerror=alert(1)>.csv', '<img src=x onerror=alert(1)>.csv'],
  ])('a file named %j is shown by its last part', async (name, shown) => {
    const { status, body } = await upload(text(JUNE), name);
    expect([status, body.file_name]).toEqual([201, shown]);
    await mere.delete(`imports/${body.id}/`);
  });

  it('a file whose name promises something else is read by what is in it, and a warning says so', async () => {
    const { body } = await upload(text(JUNE), 'june.ofx');
    expect([body.status, body.format]).toEqual(['preview', 'csv']);
    expect(body.warnings[0]).toMatchObject({ code: 'name_disagrees' });
    await mere.delete(`imports/${body.id}/`);
    const other = await upload(text(JUNE), 'june.csv');
    const codes = other.body.warnings.map((one: { code: string }) => one.code);
    expect(codes).not.toContain('name_disagrees');
    await mere.delete(`imports/${other.body.id}/`);
  });

  it('a body of 200 MB is refused before it has arrived', async () => {
    await world.http.listen({ port: 0, host: '127.0.0.1' });
    const { port } = world.http.server.address() as AddressInfo;
    const answer = await new Promise<{ status: number; sent: number }>((resolve, reject) => {
      const call = request({
        port,
        method: 'POST',
        path: '/api/v1/imports/',
        headers: {
          authorization: `Bearer test-${world.ids.mere}`,
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': String(200 * MB),
        },
      });
      let sent = 0;
      call.on('response', (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, sent });
        call.destroy();
      });
      call.on('error', reject);
      sent = 1 * MB;
      call.write(
        Buffer.concat([
          Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'),
          Buffer.alloc(sent, 97),
        ]),
      );
    });
    expect(answer).toEqual({ status: 413, sent: 1 * MB });
  });

  it('a body that does not say how large it is, is cut off at the cap', async () => {
    const { status, body } = await upload(new Uint8Array(51 * MB).fill(97));
    expect([status, body.error_code]).toEqual([413, 'VALIDATION_2005']);
  });

  it.each([
    [{ delimiter: 5 }, '/mapping'],
    [{ columns: { zero: 'date' } }, '/mapping'],
    [{ columns: { 0: 'secret' } }, '/mapping'],
    [{ sign: 'upside_down' }, '/mapping'],
    [[], '/mapping'],
  ])('a mapping of %j is refused with its place', async (mapping, pointer) => {
    const fields = { account_id: account, mapping: JSON.stringify(mapping) };
    const { status, body } = await upload(text(JUNE), 'june.csv', fields);
    expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
  });

  it('many files at once are each read, and each row is kept once', async () => {
    const before = await countEntries();
    const bytes = text(table('11/06/2026,-1.11,Parallel one', '12/06/2026,-2.22,Parallel two'));
    const previews = await Promise.all(Array.from({ length: 8 }, async () => await upload(bytes)));
    expect(previews.map((one) => one.body.counts.new)).toEqual(Array(8).fill(2));
    world.clock.advance(1000);
    const done = await Promise.all(
      previews.map(async (one) => await mere.post(`imports/${one.body.id}/commit/`)),
    );
    expect(done.map((one) => one.body.status)).toEqual(Array(8).fill('committed'));
    expect(await countEntries()).toBe(before + 2);
    for (const one of previews) expect((await mere.post(`imports/${one.body.id}/undo/`)).status).toBe(200);
    expect(await countEntries()).toBe(before);
  });

  it('what is being read or written waits for no second word', async () => {
    const id = (await upload(text(JUNE))).body.id;
    for (const [status, calls] of [
      ['reading', ['commit', 'undo']],
      ['committing', ['commit', 'undo']],
    ] as const) {
      await world.sql('update imports set status = $2 where id = $1', [id, status]);
      for (const call of calls) expect((await mere.post(`imports/${id}/${call}/`)).status).toBe(409);
      expect((await mere.patch(`imports/${id}/`, { account_id: account })).status).toBe(409);
      expect(
        (await mere.patch(`imports/${id}/rows/`, { all: { state: 'new', include: false } })).status,
      ).toBe(409);
    }
    expect((await mere.delete(`imports/${id}/`)).status).toBe(409);
    await world.sql("update imports set status = 'reading' where id = $1", [id]);
    expect((await mere.delete(`imports/${id}/`)).status).toBe(204);
    expect(await world.sql('select 1 from import_rows where import_id = $1', [id])).toEqual([]);
  });

  it('a closed account takes no file, and none that was assigned before it closed', async () => {
    const closing = (await mere.post('accounts/', { name: 'Old', kind: 'checking' })).body.id;
    const early = await upload(text(JUNE), 'june.csv', { account_id: closing });
    expect((await mere.post(`accounts/${closing}/close/`)).status).toBe(200);
    const late = await mere.upload(
      'imports/',
      { name: 'june.csv', bytes: text(JUNE) },
      { account_id: closing },
    );
    expect([late.status, late.body.error_code]).toEqual([409, 'BUSINESS_4010']);
    expect((await mere.get(`imports/${early.body.id}/`)).body.statements[0].warnings).toMatchObject([
      { code: 'account_closed' },
    ]);
    expect((await mere.post(`imports/${early.body.id}/commit/`)).body.error_code).toBe('BUSINESS_4010');
  });

  it('a currency that has no rate is told before the first row is written', async () => {
    const euros = (await mere.post('accounts/', { name: 'Euros', kind: 'checking', currency: 'EUR' })).body
      .id;
    const { body } = await upload(text(JUNE), 'june.csv', { account_id: euros });
    const before = await countEntries();
    const refused = await mere.post(`imports/${body.id}/commit/`);
    expect(refused.body.error_code).toBe('BUSINESS_4009');
    expect(await countEntries()).toBe(before);
    expect((await mere.get(`imports/${body.id}/`)).body.status).toBe('preview');
    // What is left out needs no rate.
    await mere.post('exchange-rates/', { base: 'EUR', quote: 'NZD', on: '2026-06-02', rate: '1.9' });
    const rows = (await mere.get(`imports/${body.id}/rows/`)).body.results;
    const early = rows.filter((row: { on: string }) => row.on < '2026-06-02');
    await mere.patch(`imports/${body.id}/rows/`, {
      rows: early.map((row: { id: string }) => ({ id: row.id, include: false })),
    });
    expect(early).toHaveLength(1);
    expect((await mere.post(`imports/${body.id}/commit/`)).body).toMatchObject({ status: 'committed' });
  });
});
