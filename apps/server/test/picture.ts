/** Pictures for tests, made when they are needed. */
import sharp from 'sharp';

type Wish = {
  readonly width: number;
  readonly height: number;
  readonly format?: 'png' | 'jpeg' | 'webp';
  readonly colour?: string;
};

export type Picture = { name: string; type: string; text: Uint8Array; bytes: Uint8Array };

export async function picture({ width, height, format = 'png', colour = '#2f6f4f' }: Wish): Promise<Picture> {
  const canvas = sharp({
    create: { width, height, channels: 3, background: colour },
    limitInputPixels: false,
  });
  const bytes = await canvas.toFormat(format).toBuffer();
  return { name: `me.${format}`, type: `image/${format}`, text: bytes, bytes };
}
