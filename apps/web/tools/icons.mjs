/** Draws the PNG icons from the logo: `node apps/web/tools/icons.mjs`. Their output is committed. */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';

const folder = new URL('../public/icons/', import.meta.url);
const logo = await readFile(new URL('logo.svg', folder));
const BRAND = '#0D5C48';

await draw('icon-192.png', 192, 192);
await draw('icon-512.png', 512, 512);
// Home screens cut these to their own shape: the mark stays within the middle, the ground fills the square.
await draw('apple-touch-icon.png', 180, 150);
await draw('maskable-512.png', 512, 360);

/** One square icon: the logo at `mark` pixels in the middle of `size`; brand-coloured ground when it does not fill it. */
async function draw(name, size, mark) {
  const drawn = await sharp(logo, { density: 72 * 8 })
    .resize(mark, mark)
    .png()
    .toBuffer();
  const ground = mark === size ? { r: 0, g: 0, b: 0, alpha: 0 } : BRAND;
  await sharp({ create: { width: size, height: size, channels: 4, background: ground } })
    .composite([{ input: drawn, gravity: 'centre' }])
    .png({ compressionLevel: 9, palette: mark !== size })
    .toFile(new URL(name, folder).pathname);
}
