import type { Page } from 'playwright-core';

/**
 * For whoever wants to look: with `KINWISE_PICTURES=folder` the page as it is now, on a phone and on a desk, in light and
 * dark; the page is on a desk and in the light again afterwards. Without the setting nothing is done.
 */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['KINWISE_PICTURES'];
  if (folder === undefined) return;
  for (const width of [390, 1280])
    for (const scheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png`, fullPage: true });
    }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
}
