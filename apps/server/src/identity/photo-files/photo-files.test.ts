import fc from 'fast-check';
import sharp from 'sharp';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { picture } from '../../../test/picture.ts';
import type { Picture } from '../../../test/picture.ts';
import { SIDE, squareOf } from './photo-files.ts';

const why = async (file: Parameters<typeof squareOf>[0]): Promise<unknown> =>
  await squareOf(file).then(
    () => 'taken',
    (error: { details?: { errors?: { pointer: string; code: string }[] } }) =>
      error.details?.errors?.[0]?.code ?? error,
  );

describe('a picture that somebody sends', () => {
  let sent: Record<'png' | 'jpeg' | 'webp', Picture>;
  beforeAll(async () => {
    const size = { width: 40, height: 20 };
    sent = {
      png: await picture(size),
      jpeg: await picture({ ...size, format: 'jpeg' }),
      webp: await picture({ ...size, format: 'webp' }),
    };
  });

  it.each(['png', 'jpeg', 'webp'] as const)('as %s becomes a square WebP of its middle', async (format) => {
    const kept = await sharp(await squareOf(sent[format])).metadata();
    expect(kept).toMatchObject({ format: 'webp', width: SIDE, height: SIDE });
  });

  it('is cut to its middle, and stands upright as its camera meant', async () => {
    const thirds = await sharp({ create: { width: 300, height: 100, channels: 3, background: '#ff0000' } })
      .composite([
        {
          input: { create: { width: 100, height: 100, channels: 3, background: '#0000ff' } },
          left: 100,
          top: 0,
        },
      ])
      .withExif({ IFD0: { Orientation: '6' } })
      .png()
      .toBuffer();
    const square = await squareOf({ name: 'a.png', type: 'image/png', bytes: thirds });
    const { channels } = await sharp(square).stats();
    const [red, , blue] = channels.map((one) => one.mean);
    expect(blue).toBeGreaterThan(240);
    expect(red).toBeLessThan(15);
  });

  it('keeps nothing of what a camera wrote: no place, no camera, no profile', async () => {
    const place = { GPSLatitudeRef: 'S', GPSLatitude: '41/1 17/1 11/1' };
    const bytes = await sharp(sent.jpeg.bytes)
      .withExif({ IFD0: { Make: 'Quillonabar', Copyright: 'Quillonabar' }, IFD3: place })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>Quillonabar</a></x:xmpmeta>')
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    expect(Buffer.from(bytes).includes('Quillonabar')).toBe(true);
    const square = await squareOf({ ...sent.jpeg, bytes });
    const kept = await sharp(square).metadata();
    expect([kept.exif, kept.xmp, kept.icc, kept.iptc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(Buffer.from(square).includes('Quillonabar')).toBe(false);
  });

  it('has to be what it says, by its bytes, its type and its name at once', async () => {
    const { png, jpeg } = sent;
    expect(await why({ ...png, type: 'image/jpeg' })).toBe('file_kind');
    expect(await why({ ...png, name: 'me.jpg' })).toBe('file_kind');
    expect(await why({ ...png, name: 'me.png.html' })).toBe('file_kind');
    expect(await why({ ...png, bytes: jpeg.bytes })).toBe('file_kind');
    expect(await why({ ...jpeg, name: 'ME.JPG', type: 'IMAGE/JPEG' })).toBe('taken');
  });

  it.each([
    ['me.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['me.gif', 'image/gif', 'GIF89a'],
    ['me.png', 'image/png', '<script>alert(1)</script>'],
    ['me.webp', 'image/webp', 'RIFF\0\0\0\0WAVEfmt '],
  ])('is refused as %s that holds something else', async (name, type, text) => {
    expect(await why({ name, type, bytes: Buffer.from(text, 'latin1') })).toBe('file_kind');
  });

  it('is refused with more pixels than there is room for, before any of them is unpacked', async () => {
    // A few hundred bytes that would become a hundred gigabytes.
    const bomb = header(200_000, 200_000);
    expect(bomb.length).toBeLessThan(300);
    expect(await why({ name: 'a.png', type: 'image/png', bytes: bomb })).toBe('file_pixels');
    const large = await picture({ width: 8000, height: 5001 });
    expect(large.bytes.length).toBeLessThan(5_000_000);
    expect(await why(large)).toBe('file_pixels');
    expect(await why(await picture({ width: 8000, height: 5000 }))).toBe('taken');
  });

  it('is refused, and nothing worse, when it is cut off or has wrong bytes in it', async () => {
    expect(await why(undefined)).toBe('file_missing');
    expect(await why({ ...sent.png, bytes: new Uint8Array() })).toBe('file_missing');
    const whole = sent.jpeg.bytes;
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, byte, isCut) => {
        const bytes = isCut ? whole.slice(0, at) : Uint8Array.from(whole).fill(byte, at, at + 4);
        expect(await why({ ...sent.jpeg, bytes })).toMatch(/^(taken|file_\w+)$/);
      }),
      { numRuns: 60 },
    );
  });
});

/** A PNG that says how large it is, and has a line of pixels. */
function header(width: number, height: number): Uint8Array {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const told = Buffer.concat([Buffer.from(name), body]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(told));
  return Buffer.concat([length, told, sum]);
}

function crc(bytes: Buffer): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (rest ^ 0xffffffff) >>> 0;
}
