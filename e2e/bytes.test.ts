import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const SCALES = fileURLToPath(new URL('../apps/web/tools/size.mjs', import.meta.url));

it('Today comes within 180 KB of scripts, 20 KB of styles and 60 KB of fonts, and every other screen within 40 KB more', async () => {
  // The scales end with an error when a budget is broken, and name the part that is too heavy.
  const { stdout } = await promisify(execFile)(process.execPath, [SCALES]);
  for (const part of ['First load of Today', 'Styles', 'Fonts']) expect(stdout).toContain(part);
});
