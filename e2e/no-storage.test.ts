/** Browsers that keep nothing: who signs in there is told so, and what helps, and no session of theirs stays behind. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { closeBrowser, type OpenPage, openPage } from './browser.ts';
import { newHome, PASSWORD, type Person } from './people.ts';
import { shoot } from './shots.ts';

const { url } = inject('program');

/** A script for the page: every database is refused from now on, in the way that browsers do it. */
const refusing = (name: string) => `
  IDBFactory.prototype.open = () => {
    const error = new DOMException('Refused.', '${name}');
    if (error.name === 'SecurityError') throw error;
    const request = Object.assign(new EventTarget(), { error });
    Object.defineProperty(request, 'onerror', { set: (hear) => request.addEventListener('error', hear) });
    queueMicrotask(() => request.dispatchEvent(new Event('error', { cancelable: true })));
    return request;
  };`;

describe('A browser that keeps nothing', () => {
  let person: Person;
  beforeAll(async () => {
    ({ person } = await newHome('Roimata'));
  });
  afterAll(closeBrowser);

  const signIn = async ({ page }: OpenPage) => {
    await page.getByLabel('Email or username').fill(person.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };

  it.each([
    ['SecurityError', /This browser keeps nothing on the device.*allow this site to store data/],
    ['InvalidStateError', /This browser keeps nothing on the device.*Leave the private window/],
    ['QuotaExceededError', /There is no room on this device.*Make room/],
    ['VersionError', /A newer KinWise was open on this device before.*Close all its windows/],
  ])('says what helps where a database ends in %s', async (name, words) => {
    const open = await openPage();
    await open.page.addInitScript(refusing(name));
    await open.page.goto(`${url}/sign-in`);
    await signIn(open);
    await open.page.getByText(words).waitFor();
    await open.page.getByText('You are not signed in').waitFor();
    if (name === 'SecurityError') await shoot(open.page, 'no-storage');
    const { results } = await person.call<{ results: unknown[] }>('GET', 'auth/sessions/');
    expect(results).toHaveLength(1);
    await open.close();
  });

  it('says so at once to whom it has forgotten since they signed in', async () => {
    const open = await openPage();
    await open.page.goto(`${url}/sign-in`);
    await signIn(open);
    await open.page.getByRole('heading', { name: 'Kia ora, Roimata' }).waitFor();
    await open.page.addInitScript(refusing('UnknownError'));
    await open.page.reload();
    await open.page.getByText(/This browser keeps nothing on the device/).waitFor();
    await open.page.getByLabel('Email or username').waitFor();
    await open.close();
  });
});
