/** Texts as pictures for a camera. */
import { z } from 'zod';

/** Modules around the picture that stay white, without which cameras do not find it. */
const QUIET_ZONE = 4;

export const qrSchema = z.object({
  size: z.number().int().describe('Modules on each side, the quiet zone among them'),
  path: z.string().describe('The dark modules as path data of an SVG whose viewBox is `0 0 size size`'),
});

/** Runs of dark modules, row by row. The library is loaded with the first picture. */
export async function pictureOf(text: string): Promise<z.infer<typeof qrSchema>> {
  const { encode } = await import('uqr');
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const rows = data.map((row, y) => {
    const line = row.map((dark) => (dark ? '1' : '0')).join('');
    return [...line.matchAll(/1+/g)].map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`);
  });
  return { size, path: rows.flat().join('') };
}
