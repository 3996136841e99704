/**
 * Pictures that people send of themselves: believed to be nothing before they are looked at, and made anew from their
 * pixels, so that nothing of the file that was sent is ever handed out: no place, no camera, no thumbnail, no second format.
 */
import type { SharpOptions } from 'sharp';
import { fewAtOnce } from '../../platform/few-at-once.ts';
import { invalid } from '../../platform/problems.ts';
import type { Problem } from '../../platform/problems.ts';
import type { UploadedFile } from '../../platform/routes.ts';

export const MOST_BYTES = 5 * 1024 * 1024;
export const MOST_PIXELS = 40_000_000;
export const SIDE = 256;
export const KEPT_AS = 'image/webp';

const LONGEST_SECONDS = 20;

/** The work is done beside the event loop; more than two at once would only fill the memory. */
const inTurn = fewAtOnce({
  atOnce: 2,
  waitingMost: 20,
  message: 'Many pictures come at once. Try again in a moment.',
});

type Kind = {
  readonly type: string;
  readonly names: RegExp;
  readonly begins: (bytes: Uint8Array) => boolean;
};

const KINDS: readonly Kind[] = [
  {
    type: 'image/png',
    names: /\.png$/i,
    begins: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  },
  { type: 'image/jpeg', names: /\.jpe?g$/i, begins: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  {
    type: 'image/webp',
    names: /\.webp$/i,
    begins: (bytes) =>
      startsWith(bytes, [...'RIFF'].map(code)) && startsWith(bytes.subarray(8), [...'WEBP'].map(code)),
  },
];

/** The picture as it is kept: a square of its middle, upright, as WebP. Refuses whatever is no honest picture. */
export async function squareOf(file: UploadedFile | undefined): Promise<Uint8Array> {
  if (!file || file.bytes.length === 0) throw refused('file_missing', 'Choose a picture to send.');
  const kind = KINDS.find((one) => one.begins(file.bytes));
  // What it is, what it says it is and what it is called have to be one thing.
  if (!kind || kind.type !== file.type.toLowerCase() || !kind.names.test(file.name))
    throw refused('file_kind', 'Choose a picture that is a PNG, a JPEG or a WebP, and is called so.');
  return await inTurn(async () => await remade(file.bytes));
}

async function remade(bytes: Uint8Array): Promise<Uint8Array> {
  // Loaded with the first picture: most starts of the program see none.
  const { default: sharp } = await import('sharp');
  // Formats that nobody is offered are not even compiled in: `sharp` itself knows many more than three.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp'] });
  // Only the header is read for this; nothing has been unpacked yet.
  const header = sharp(bytes, { ...OPTIONS, limitInputPixels: false });
  const { width, height } = await header.metadata().catch(broken);
  if (width * height > MOST_PIXELS)
    throw refused(
      'file_pixels',
      `The picture has more than ${MOST_PIXELS / 1_000_000} million pixels. Make it smaller first.`,
    );
  return await sharp(bytes, OPTIONS)
    .timeout({ seconds: LONGEST_SECONDS })
    .autoOrient()
    .resize(SIDE, SIDE, { fit: 'cover', position: 'centre' })
    .webp({ quality: 82 })
    .toBuffer()
    .catch(broken);
}

const OPTIONS: SharpOptions = { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 };

function broken(): never {
  throw refused('file_broken', 'This picture cannot be read. It may be damaged: choose another one.');
}

function refused(why: string, message: string): Problem {
  return invalid('/file', why, message);
}

function startsWith(bytes: Uint8Array, with_: readonly number[]): boolean {
  return with_.every((byte, at) => bytes[at] === byte);
}

function code(letter: string): number {
  return letter.codePointAt(0) ?? 0;
}
