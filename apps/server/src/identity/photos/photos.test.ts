import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { picture } from '../../../test/picture.ts';
import { makeWorld } from '../../../test/world.ts';
import type { Person, World } from '../../../test/world.ts';

describe('the photo of a person', () => {
  let world: World;
  let store: string;
  beforeEach(async () => {
    store = mkdtempSync(join(tmpdir(), 'kinwise-files-'));
    world = await makeWorld({ settings: { STORAGE_URL: `file:${store}` } });
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
    rmSync(store, { recursive: true, force: true });
  });

  const files = (): string[] => {
    try {
      return readdirSync(join(store, 'photos'));
    } catch {
      return [];
    }
  };
  const give = async (person: Person, colour = '#2f6f4f') =>
    await world.as(person).upload('users/me/photo/', await picture({ width: 30, height: 20, colour }));
  const at = (person: Person): string => `users/${world.ids[person]}/photo/`;
  const raw = async (as: Person, path: string, headers: Record<string, string> = {}) =>
    await world.http.inject({
      url: `/api/v1/${path}`,
      headers: { authorization: `Bearer test-${world.ids[as]}`, ...headers },
    });

  it('is shown to who shares a household, and does not exist for anybody else', async () => {
    const { status, body } = await give('mere');
    expect(status).toBe(200);
    expect(body).toMatchObject({ photo: expect.any(String) as string });
    expect(body.profile_completeness.missing).not.toContain('photo');
    for (const person of ['mere', 'tama', 'kiri', 'sam', 'olive'] as const)
      expect((await world.as(person).get(at('mere'))).status, person).toBe(200);
    expect(await world.as('zed').get(at('mere'))).toMatchObject({
      status: 404,
      body: { error_code: 'RESOURCE_3001' },
    });
    expect((await world.as('mere').get(at('tama'))).status).toBe(404);
    expect((await world.anonymous().get(at('mere'))).status).toBe(401);
    const { body: seen } = await world.as('tama').get(`users/${world.ids.mere}/`);
    expect(seen.photo).toBe(body.photo);
  });

  it('is gone for who left the household, and that of who left for the others', async () => {
    await give('sam');
    await give('mere');
    const [row] = await world.sql<{ id: string }>(
      "select id from memberships where user_id = $1 and status = 'active'",
      [world.ids.sam],
    );
    await world.as('mere').post(`memberships/${row?.id}/deactivate/`);
    expect((await world.as('mere').get(at('sam'))).status).toBe(404);
    expect((await world.as('sam').get(at('mere'))).status).toBe(404);
    expect((await world.as('sam').get(at('sam'))).status).toBe(200);
  });

  it('is a file of its own type that is kept privately and asked for anew each time', async () => {
    const { photo } = (await give('mere')).body;
    const answer = await raw('tama', at('mere'));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'attachment; filename="photo.webp"',
      'cache-control': 'private, no-cache',
      etag: `"${photo}"`,
    });
    expect(await sharp(answer.rawPayload).metadata()).toMatchObject({
      format: 'webp',
      width: 256,
      height: 256,
    });
    const again = await raw('tama', at('mere'), { 'if-none-match': `"${photo}"` });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const next = (await give('mere', '#aa3300')).body.photo;
    expect(next).not.toBe(photo);
    expect((await raw('tama', at('mere'), { 'if-none-match': `"${photo}"` })).statusCode).toBe(200);
  });

  it('leaves no file behind when another takes its place, or none does', async () => {
    await give('mere');
    await give('mere', '#aa3300');
    await world.runJobs();
    expect(files()).toHaveLength(1);
    expect((await world.as('mere').delete('users/me/photo/')).body.photo).toBeNull();
    await world.runJobs();
    expect(files()).toEqual([]);
    expect((await world.as('mere').get(at('mere'))).status).toBe(404);
    expect((await world.as('mere').delete('users/me/photo/')).status).toBe(200);
  });

  it('is one, and one file, of two that come at once', async () => {
    const answers = await Promise.all([give('mere'), give('mere', '#aa3300'), give('mere', '#0033aa')]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    await world.runJobs();
    expect(files()).toHaveLength(1);
  });

  it('is told to the household, and to the history of the person', async () => {
    await give('mere');
    await world.runJobs();
    expect(await world.sql("select event from changes where event = 'member.profile_changed'")).toHaveLength(
      1,
    );
    expect(await world.sql("select details from security_entries where action = 'account.changed'")).toEqual([
      { details: { fields: 'photo' } },
    ]);
  });

  it('is refused with what is wrong with it, and larger than 5 MB not even read', async () => {
    const good = await picture({ width: 30, height: 20 });
    expect(await world.as('mere').upload('users/me/photo/', { ...good, name: 'me.svg' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/file', code: 'file_kind' }] },
    });
    const bytes = new Uint8Array(5 * 1024 * 1024 + 1).fill(0xff);
    expect((await world.as('mere').upload('users/me/photo/', { ...good, bytes })).status).toBe(413);
    expect(await world.as('mere').upload('users/me/photo/', good, { user_id: world.ids.tama })).toMatchObject(
      {
        status: 422,
      },
    );
    expect(files()).toEqual([]);
  });

  it('that no row names is swept up after a day, and no other', async () => {
    await give('mere');
    const [kept] = files();
    const stray = join(store, 'photos', 'f'.repeat(32));
    writeFileSync(stray, 'left by a call that broke off');
    writeFileSync(join(store, 'photos', 'e'.repeat(32)), 'of a call that goes on');
    const old = world.clock.nowMs() / 1000 - 2 * 86_400;
    for (const path of [stray, join(store, 'photos', kept ?? '')]) utimesSync(path, old, old);
    const young = world.clock.nowMs() / 1000 - 60;
    utimesSync(join(store, 'photos', 'e'.repeat(32)), young, young);
    await world.sql("select kinwise.enqueue('photos.sweep', '{}', null, null)");
    await world.runJobs();
    expect(files().sort()).toEqual([kept, 'e'.repeat(32)].sort());
  });

  it('is in the copy of one’s data, and goes when one is erased', async () => {
    await give('mere');
    const { id } = (await world.as('mere').post('privacy/export/')).body;
    await world.runJobs();
    const zip = await raw('mere', `privacy/export/${id}/download/`);
    const photo = unzipSync(zip.rawPayload)['you/photo.webp'];
    expect(await sharp(photo).metadata()).toMatchObject({ width: 256 });

    await give('zed');
    await world.as('zed').post('privacy/deletion/');
    world.clock.advance(31 * 86_400_000);
    await world.sql("select kinwise.enqueue('erasure.close', '{}', null, null)");
    await world.runJobs();
    expect(await world.sql('select user_id from photos')).toEqual([{ user_id: world.ids.mere }]);
    expect(files()).toHaveLength(1);
  });
});
