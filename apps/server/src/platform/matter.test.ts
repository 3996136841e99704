import { describe, expect, it } from 'vitest';
import { matterOf, placesMoved } from './matter.ts';

describe('what of a change goes into the audit', () => {
  it('are the fields that changed, on both sides, and nothing of what stayed or follows', () => {
    const before = { id: 'x', name: 'Jar', notes: '', colour: 'red', version: 3, updated_at: 'then' };
    const after = { ...before, name: 'Trip', notes: null, version: 4, updated_at: 'now' };
    expect(matterOf({ before, after })).toEqual({
      before: { name: 'Jar' },
      after: { name: 'Trip' },
      parts: null,
    });
    // A body names only what it changes; what it names and leaves is no change.
    expect(matterOf({ before, after: { colour: 'red', notes: 'Hi' } })).toMatchObject({
      before: { notes: '' },
      after: { notes: 'Hi' },
    });
  });

  it('is money with its currency, as text, so that it can be read for ever', () => {
    const row = { amount_minor: -4590n, currency: 'JPY', memo: 'a' };
    expect(matterOf({ before: row, after: { ...row, amount_minor: -4600n } })).toMatchObject({
      before: { amount_minor: '-4590', currency: 'JPY' },
      after: { amount_minor: '-4600', currency: 'JPY' },
    });
    expect(matterOf({ before: row, after: { ...row, memo: 'b' } })).toMatchObject({
      before: { memo: 'a' },
      after: { memo: 'b' },
    });
  });

  it('is all that can be said of what came or went', () => {
    const row = { name: 'Jar', notes: '', owner_id: null, is_open: false, amount_minor: 0n, version: 1 };
    const said = { name: 'Jar', is_open: false, amount_minor: '0' };
    expect(matterOf({ after: row })).toEqual({ before: null, after: said, parts: null });
    expect(matterOf({ before: row })).toEqual({ before: said, after: null, parts: null });
  });

  it('never is a secret, however deep it lies or however it is called', () => {
    const secret = 'open sesame';
    const body = {
      password: secret,
      link: { token_hash: secret, list: [{ client_secret: secret, api_key: secret }] },
      number: secret,
      number_cipher: secret,
      nothing_token: null,
    };
    for (const sides of [{ after: body }, { before: body }, { before: { password: 'x' }, after: body }]) {
      const text = JSON.stringify(matterOf(sides));
      expect(text).not.toContain(secret);
      expect(text).toContain('[hidden]');
    }
    const parts = new Map([['a', { before: { token: 'x' }, after: { token: secret } }]]);
    expect(JSON.stringify(matterOf({ parts }))).not.toContain(secret);
  });

  it('is told of each thing where several changed', () => {
    const parts = placesMoved(
      ['b', 'a'],
      ['b', 'c', 'a'],
      new Map([
        ['a', { position: 1 }],
        ['b', { position: 2 }],
      ]),
    );
    expect(matterOf({ parts })).toEqual({
      before: null,
      after: null,
      parts: { b: [{ position: 2 }, { position: 1 }], a: [{ position: 1 }, { position: 3 }] },
    });
    expect(matterOf({ parts: new Map() })).toMatchObject({ parts: null });
  });
});
