/**
 * Whether everybody can use every screen: axe in light and dark on phone and desk, titles and landmarks, large text
 * without sideways scrolling, te reo Māori; and that no screen breaks the content policy or complains to the console.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { atRest, findings } from './axe.ts';
import { closeBrowser, openPage, type OpenPage } from './browser.ts';
import { type Home, newHome, newPerson, signIn } from './people.ts';
import { unexpected } from './signing-in.ts';
import { eventually } from './screens.ts';

const { url } = inject('program');
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const WEB_SOURCES = new URL('../apps/web/src/', import.meta.url);

/** Screens for who is not signed in, with a text that shows that they are there. */
const GUEST_SCREENS = [
  '/sign-in',
  '/register',
  '/verify-email',
  '/forgot-password',
  '/reset-password',
  '/unlock',
  '/invitation',
  '/leaving',
  '/confirm-email',
  '/undo-email',
  '/oidc/$provider',
  '/child',
  '/family',
  '/grow-up',
  '/unsubscribe',
  '/mail-works',
  '/terms',
  '/privacy',
];
const MEMBER_SCREENS = [
  '/',
  '/transactions',
  '/accounts',
  '/accounts/$id',
  '/import',
  '/import/$id',
  '/household',
  '/household/activity',
  '/household/children',
  '/household/children/$id',
  '/household/staff-access',
  '/rules',
  '/categories',
  '/tags',
  '/sync',
  '/more',
  '/settings',
  '/settings/profile',
  '/settings/look',
  '/settings/security',
  '/settings/api-keys',
  '/settings/privacy',
  '/settings/organisations',
  '/settings/rates',
  '/settings/about',
  '/organisation-invitation',
  '/setup/account',
  '/setup/file',
];
/** Only for people without a household. */
const FIRST_SCREEN = '/welcome';
/** Other names of a screen that is in the lists above. */
const ALIASES = ['/login', '/settings/sessions'];

/** The address of a screen, with things that are there. */
function placeOf(path: string): string {
  return path.replace('$id', ids[path] ?? '').replace('$provider', 'nobody');
}

let home: Home;
let member: OpenPage;
let guest: OpenPage;
const ids: Record<string, string> = {};

beforeAll(async () => {
  home = await newHome('Tama');
  await furnish();
  guest = await openPage({ viewport: DESK });
  member = await openPage({ viewport: DESK });
  for (const { context } of [guest, member]) await context.addInitScript(COLLECT_VIOLATIONS);
  await signIn(member.page, url, home.person);
});
afterAll(closeBrowser);

it('no screen is left out here', () => {
  const inRoutes = routeFiles().flatMap((text) =>
    [...text.matchAll(/\bpath: '(\/[^']*)'/g)].map(([, path]) => path),
  );
  expect([...GUEST_SCREENS, ...MEMBER_SCREENS, FIRST_SCREEN, ...ALIASES].sort()).toEqual(
    [...new Set(inRoutes)].sort(),
  );
});

describe.each([
  ...GUEST_SCREENS.map((path) => ({ path, who: 'a guest' as const })),
  { path: FIRST_SCREEN, who: 'a newcomer' as const },
  ...MEMBER_SCREENS.map((path) => ({ path, who: 'a member' as const })),
])('$path for $who', ({ path, who }) => {
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    if (who === 'a newcomer') await signIn(guest.page, url, await newPerson('Ngaio'));
    ({ page, complaints } = who === 'a member' ? member : guest);
    complaints.length = 0;
    await page.setViewportSize(DESK);
    await page.goto(url + placeOf(path));
    await settled(page);
  });

  it('has a title, one heading, its landmarks and a language', async () => {
    expect(new URL(page.url()).pathname).toBe(placeOf(path));
    expect(await page.title()).toMatch(/^.+ · KinWise$/);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('en-NZ');
  });

  it('gives axe nothing to find, in light and dark, on a phone and on a desk', async () => {
    for (const [device, viewport] of [
      ['desk', DESK],
      ['phone', PHONE],
    ] as const) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await settled(page);
        expect({ device, colorScheme, found: await findings(page) }).toEqual({
          device,
          colorScheme,
          found: [],
        });
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('never scrolls sideways: on a phone, zoomed to 200 %, and with text of twice the size', async () => {
    for (const [how, width, size] of [
      ['phone', 390, '100%'],
      ['zoomed', 640, '100%'],
      ['large text', 1280, '200%'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(`document.documentElement.style.fontSize = '${size}'`);
      await settled(page);
      const over = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
      expect({ how, over: Math.max(0, over) }).toEqual({ how, over: 0 });
    }
    await page.evaluate(`document.documentElement.style.fontSize = ''`);
  });

  it('breaks no rule of the content policy and complains of nothing', async () => {
    expect(await page.evaluate<string[]>('window.violations')).toEqual([]);
    // A device that is no family device is refused, which the browser itself writes down.
    expect(path === '/family' ? unexpected(complaints) : complaints).toEqual([]);
  });
});

describe('what lies over the page', () => {
  const overlays: [string, string, (page: Page) => Promise<unknown>][] = [
    ['the sheet that adds', '/', (page) => page.keyboard.press('n')],
    ['the jump list', '/', (page) => page.keyboard.press('Control+k')],
    ['the list of keys', '/', (page) => page.keyboard.press('?')],
    ['the filters', '/transactions', (page) => page.getByRole('button', { name: 'Filter' }).click()],
    [
      'the details of an entry',
      '/transactions',
      (page) => page.getByRole('button', { name: /^Moana Fish Shop/ }).click(),
    ],
    [
      'a row of a file',
      '/import/$id',
      (page) =>
        page
          .getByRole('button', { name: /Karaka Books/ })
          .first()
          .click(),
    ],
  ];
  it.each(overlays)('%s gives axe nothing to find', async (_name, path, open) => {
    const { page } = member;
    await page.setViewportSize(DESK);
    await page.goto(url + placeOf(path));
    await settled(page);
    await open(page);
    await page.getByRole('dialog').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await settled(page);
      expect({ colorScheme, found: await findings(page) }).toEqual({ colorScheme, found: [] });
    }
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await page.evaluate<string[]>('window.violations')).toEqual([]);
    expect(member.complaints).toEqual([]);
  });
});

describe('in te reo Māori', () => {
  it('the page says which language it speaks, and so does what stays English', async () => {
    const { page } = member;
    await page.setViewportSize(DESK);
    await page.goto(`${url}/settings/look`);
    await page.getByText('Te reo Māori', { exact: true }).click();
    await eventually(() => page.locator('html').getAttribute('lang'), 'mi-NZ');
    await page.goto(url);
    await settled(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('mi-NZ');
    // The browser knows no te reo: a day in English words would mean that it was asked all the same.
    expect(await page.getByRole('main').innerText()).not.toMatch(/(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/);
    expect(await findings(page)).toEqual([]);
    expect(member.complaints).toEqual([]);
  });
});

/** Entries of several kinds, a file that waits for a look, a tag and an invitation, so that no screen is bare. */
async function furnish(): Promise<void> {
  const { person, account, addEntry } = home;
  await addEntry('Moana Fish Shop', '-24.90', { notes: 'For Friday' });
  await addEntry('Harbour Hospital', '2400.00');
  await addEntry('Genesis Power', '-190.00', { status: 'pending' });
  await person.call('POST', 'accounts/', { name: 'Rainy day', kind: 'savings', opening_balance: '1250.00' });
  await person.call('POST', 'tags/', { name: 'camping' });
  const form = new FormData();
  form.set('account_id', account);
  const rows = [
    'Date,Payee,Amount,Currency',
    '2026-10-01,Karaka Books,-31.50,NZD',
    '2026-10-02,Tui Cycles,-45.00,AUD',
    '2026-10-0x,?,?,?',
  ];
  form.set('file', new Blob([rows.join('\n')]), 'october.csv');
  const { id } = await person.call('POST', 'imports/', form);
  ids['/import/$id'] = String(id);
  const child = await person.call('POST', 'children/', { first_name: 'Manaia', guardian_consents: true });
  ids['/household/children/$id'] = String(child['id']);
  ids['/accounts/$id'] = account;
}

const COLLECT_VIOLATIONS = `
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    window.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile));`;

/** The screen is whole: its heading is there, nothing is a skeleton any more, and what moved has come to rest. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await eventually(() => page.locator('.kw-skeleton').count(), 0);
  await atRest(page);
}

function routeFiles(): string[] {
  const files = readdirSync(new URL('routes/', WEB_SOURCES)).map((name) => `routes/${name}`);
  return ['routes.tsx', ...files].map((file) => readFileSync(new URL(file, WEB_SOURCES), 'utf8'));
}
