/** Every letter as a mail program shows it: narrow and wide, light and dark. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { samples } from '../apps/server/src/adapters/mail/samples.ts';
import { written } from '../apps/server/src/adapters/mail/letters.ts';
import { topicOf } from '../apps/server/src/identity/letter-natures/letter-natures.ts';
import { findings } from './axe.ts';
import { closeBrowser, openPage } from './browser.ts';

const HOME = 'https://money.example.org';
const WIDTHS = [320, 600];
/** Set to a folder, this leaves the pictures there to be looked at. */
const PICTURES = process.env['LETTER_PICTURES'];

let context: BrowserContext | undefined;
afterEach(async () => {
  await context?.close();
  context = undefined;
});
afterAll(closeBrowser);

const all = samples(HOME).flatMap((letter) =>
  ['en-NZ', 'mi-NZ'].map((locale) => {
    const unsubscribe = topicOf(letter) === undefined ? undefined : 'dW5zdWJzY3JpYmU.c2lnbmF0dXJl';
    const office = { publicUrl: HOME, operator: 'the Ngata-Te Rangihīroa whānau', unsubscribe };
    return { kind: letter.kind, locale, ...written({ to: 'mere@example.org', locale, letter }, office) };
  }),
);

/** A letter without words in a language comes in English, and that one is among them already. */
const letters = all.filter(({ html }, index) => all.findIndex((other) => other.html === html) === index);

/** axe looks at elements and not at words: of letters that are made alike, one is shown to it. */
const shapeOf = (html: string) =>
  html.replace(/<title>[^<]*|>[^<]+</g, '><').replace(/href="[^"]*"/g, 'href=""');
const oneOfEachShape = new Set(
  [...new Map(letters.map((letter) => [shapeOf(letter.html), letter])).values()].map(({ html }) => html),
);

async function show(colorScheme: 'light' | 'dark'): Promise<{ page: Page; asked: string[] }> {
  const opened = await openPage({ colorScheme, javaScriptEnabled: true });
  ({ context } = opened);
  const asked: string[] = [];
  opened.page.on('request', (request) => asked.push(request.url()));
  return { page: opened.page, asked };
}

describe.each(['light', 'dark'] as const)('in %s, a letter', (scheme) => {
  it('of every kind and language fits a narrow screen and a wide one, and axe finds nothing', async () => {
    const { page, asked } = await show(scheme);
    for (const { kind, locale, html } of letters) {
      await page.setContent(html);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
        expect(wide, `${kind} ${locale} at ${width}`).toBeLessThanOrEqual(width);
        if (PICTURES !== undefined) {
          mkdirSync(PICTURES, { recursive: true });
          const picture = await page.screenshot({ fullPage: true });
          writeFileSync(join(PICTURES, `${kind}.${locale}.${width}.${scheme}.png`), picture);
        }
      }
      if (oneOfEachShape.has(html)) expect(await findings(page), `${kind} ${locale}`).toEqual([]);
    }
    // Nothing in a letter comes from elsewhere: who reads it is watched by nobody.
    expect(asked.filter((url) => !url.startsWith('about:'))).toEqual([]);
  });
});

describe('a letter', () => {
  it('is one of few shapes, with and without a code, a way to turn it off and more to say', () => {
    expect(oneOfEachShape.size).toBeGreaterThan(4);
    expect(oneOfEachShape.size).toBeLessThan(letters.length / 2);
  });

  it('stays readable where a mail program drops its style sheet', async () => {
    const { page } = await show('light');
    for (const { kind, html } of letters) {
      await page.setContent(html.replace(/<style>[^]*<\/style>/, ''));
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await page.evaluate<number>('document.documentElement.scrollWidth'), kind).toBeLessThanOrEqual(
        320,
      );
      if (oneOfEachShape.has(html)) expect(await findings(page), kind).toEqual([]);
    }
  });

  it('shows its beginning beside the subject and nowhere else', async () => {
    const { page } = await show('light');
    for (const { kind, html } of letters) {
      await page.setContent(html);
      const [first, ...more] = await page.locator('[role=main] > div').all();
      expect(await first?.isVisible(), kind).toBe(false);
      expect(more, kind).toEqual([]);
    }
  });
});
