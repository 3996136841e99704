import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EICAR, startClamd } from '../../../test/clamd.ts';
import type { Clamd } from '../../../test/clamd.ts';
import { readConfig } from '../../platform/config.ts';
import type { Scanner } from '../../platform/scanner.ts';
import { clamd, openScanner } from './scanner.ts';

const scannerOf = (url: string): Scanner => {
  const scanner = openScanner(readConfig({ CLAMAV_URL: url }));
  if (!scanner) throw new Error('no scanner was opened');
  return scanner;
};

describe('a scanner that speaks the protocol of clamd', () => {
  let double: Clamd;
  let scanner: Scanner;
  beforeEach(async () => {
    double = await startClamd();
    scanner = scannerOf(double.url);
  });
  afterEach(async () => {
    await double.close();
  });

  it.each([0, 1, 65_535, 65_536, 65_537, 300_000])(
    'hears all of a file of %i bytes, in pieces',
    async (size) => {
      const bytes = Buffer.alloc(size, 'kinwise ');
      expect(await scanner.scan(bytes)).toEqual({ kind: 'clean' });
      const [heard] = double.heard;
      expect(heard?.bytes.equals(bytes)).toBe(true);
      expect(heard?.chunks.every((length) => length > 0 && length <= 65_536)).toBe(true);
      expect(heard?.chunks).toHaveLength(Math.ceil(size / 65_536));
    },
  );

  it('names what it finds, also across two pieces', async () => {
    const bytes = Buffer.concat([Buffer.alloc(65_520, ' '), Buffer.from(EICAR)]);
    expect(await scanner.scan(bytes)).toEqual({ kind: 'infected', what: 'Eicar-Test-Signature' });
  });

  it('is not listened to without an end', async () => {
    double.behave({ kind: 'says', text: 'x'.repeat(1_000_000) });
    const said = await scanner.scan(Buffer.from('a file'));
    expect(said).toEqual({ kind: 'silent', why: 'an answer without an end' });
  });

  it('says that a file is too large for it, though it hung up while the file was still being sent', async () => {
    double.behave({ kind: 'well', mostBytes: 100_000 });
    expect(await scanner.scan(Buffer.alloc(8_000_000))).toEqual({ kind: 'too_large' });
  });

  it.each([
    'stream: OK',
    'stream: OKAY\0',
    'OK\0',
    'stream: Eicar FOUND\nstream: OK\0',
    '\0',
    `${'x'.repeat(5000)}`,
    'stream: Can’t allocate memory ERROR\0',
  ])('is silent, and never clean, when it answers %j', async (text) => {
    double.behave({ kind: 'says', text });
    expect(await scanner.scan(Buffer.from('x'))).toMatchObject({ kind: 'silent' });
  });

  it('is silent when it hangs up, does not answer in time, or is not there', async () => {
    double.behave({ kind: 'cuts' });
    expect(await scanner.scan(Buffer.alloc(200_000))).toMatchObject({ kind: 'silent' });
    double.behave({ kind: 'silent' });
    const { hostname: host, port } = new URL(double.url);
    const hasty = clamd({ host, port: Number(port) }, { withinMs: 50 });
    expect(await hasty.scan(Buffer.alloc(4_000_000))).toEqual({
      kind: 'silent',
      why: 'no answer within 50 ms',
    });
    await double.close();
    expect(await scanner.scan(Buffer.from('x'))).toEqual({ kind: 'silent', why: 'ECONNREFUSED' });
    expect(await scanner.broken()).toMatch(/does not answer \(ECONNREFUSED\)/);
    double = await startClamd();
  });

  it('is asked how it is', async () => {
    expect(await scanner.broken()).toBeUndefined();
    double.behave({ kind: 'says', text: 'HTTP/1.1 400 Bad Request\0' });
    expect(await scanner.broken()).toMatch(/is this clamd\?/);
  });

  it('listens at a path too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kinwise-clamd-'));
    const local = await startClamd(join(folder, 'clamd.ctl'));
    expect(await scannerOf(local.url).scan(Buffer.from(EICAR))).toMatchObject({ kind: 'infected' });
    await local.close();
    rmSync(folder, { recursive: true });
  });
});

describe('CLAMAV_URL', () => {
  it('names a scanner, or there is none', () => {
    expect(openScanner(readConfig({}))).toBeUndefined();
    for (const url of [
      'tcp://127.0.0.1:3310',
      'tcp://clamav:3310',
      'tcp://[::1]:3310',
      'unix:/run/clamd.ctl',
    ])
      expect(() => readConfig({ CLAMAV_URL: url })).not.toThrow();
    for (const url of ['clamav', 'http://clamav:3310', 'tcp://clamav', 'unix:clamd.ctl', 'tcp://a b:1'])
      expect(() => readConfig({ CLAMAV_URL: url })).toThrow(/CLAMAV_URL: tcp:\/\/HOST:PORT, or unix:\/PATH/);
  });
});
