/** Pages that are opened one after another, by addresses and by reloading: the session goes on without being renewed. */
import { afterAll, expect, inject, it } from 'vitest';
import { closeBrowser, openPage, WITH_WORKER } from './browser.ts';
import { newHome, signIn } from './people.ts';

const { url } = inject('program');
afterAll(closeBrowser);

it('opens page after page with one token, and with none after a sign-out', async () => {
  const home = await newHome();
  const { page, complaints, close } = await openPage(WITH_WORKER);
  await signIn(page, url, home.person);
  // A page is under the worker from the load after the one that installed it.
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  const first = page.waitForResponse((one) => one.url().includes('/api/v1/sync/') && one.ok());
  await page.goto(`${url}/accounts`);
  await first;
  let renewals = 0;
  page.on('request', (request) => {
    if (request.url().includes('/auth/token/refresh/')) renewals += 1;
  });
  for (const [path, title] of [
    ['import', 'Import'],
    ['household/activity', 'Activity'],
    ['settings/security', 'Security'],
  ] as const) {
    // The answer that only the server has shows that the token was taken.
    const answered = page.waitForResponse((one) => one.url().includes('/api/v1/sync/') && one.ok());
    await page.goto(`${url}/${path}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await answered;
  }
  expect(renewals).toBe(0);
  expect(complaints).toEqual([]);

  await page.context().clearCookies();
  await home.person.call('POST', 'auth/sessions/terminate-all/', {});
  await page.reload();
  await page.getByText('Your session is over').first().waitFor();
  expect(renewals).toBe(1);
  await close();
});
