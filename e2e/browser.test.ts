import { afterAll, afterEach, expect, it } from 'vitest';
import { closeBrowser, findBrowser, openPage } from './browser.ts';

afterEach(() => {
  delete process.env['KINWISE_BROWSER'];
});
afterAll(closeBrowser);

it('opens a page, runs its script and reports what it complains about', async () => {
  const { page, complaints, close } = await openPage();
  await page.setContent(
    '<h1>Kia ora</h1><script>document.title = "ran"; console.error("a complaint")</script>',
  );
  expect(await page.title()).toBe('ran');
  expect(await page.locator('h1').textContent()).toBe('Kia ora');
  expect(complaints).toEqual(['a complaint']);
  await close();
});

it('says so when the browser that was asked for is not there', () => {
  process.env['KINWISE_BROWSER'] = '/nowhere/chromium';
  expect(() => findBrowser()).toThrow('/nowhere/chromium');
});
