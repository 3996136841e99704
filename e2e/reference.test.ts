/** The interactive reference of the API, under a policy that allows nothing inline. */
import { afterAll, expect, inject, it } from 'vitest';
import { closeBrowser, openPage } from './browser.ts';

const { url } = inject('program');
afterAll(closeBrowser);

it('shows every operation, opens one, and breaks no rule of its policy', async () => {
  const { page, complaints } = await openPage({ viewport: { width: 1280, height: 900 } });
  const answer = await page.goto(`${url}/api/v1/docs/`);
  expect(answer?.headers()['content-security-policy']).not.toMatch(/unsafe/);
  await page.getByRole('heading', { name: /^KinWise/ }).waitFor();
  await page.getByRole('link', { name: 'Transactions', exact: true }).first().click();
  await page
    .getByRole('button', { name: /^GET .*\/transactions\/\s/ })
    .first()
    .click();
  await page.getByText('Parameters').first().waitFor();
  expect(complaints).toEqual([]);
});
