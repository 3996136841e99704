/**
 * Makes the pictures of the README from the demonstration, in docs/pictures: starts it on a scratch folder, signs in with
 * one press and looks at the screens. Run through `node tools/pictures.mjs`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { closeBrowser, openPage } from '../e2e/browser.ts';

const [ROOT = '.'] = process.argv.slice(2);
const PICTURES = join(ROOT, 'docs/pictures');
const DESK = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };
const LARGEST_BYTES = 300 * 1024;

type Picture = {
  readonly name: string;
  readonly viewport: { width: number; height: number };
  readonly dark?: boolean;
  readonly show: (page: Page, url: string) => Promise<void>;
};

const today = async (page: Page, url: string): Promise<void> => {
  await page.goto(url);
  await page.getByText('Cash flow').waitFor();
};

const PICTURE_LIST: readonly Picture[] = [
  { name: 'today-light', viewport: DESK, show: today },
  { name: 'today-dark', viewport: DESK, dark: true, show: today },
  { name: 'today-phone', viewport: PHONE, show: today },
  {
    name: 'transactions',
    viewport: DESK,
    show: async (page, url) => {
      await page.goto(`${url}/transactions?type=expense&min=20`);
      await page
        .getByRole('list', { name: /^Entries/ })
        .getByRole('listitem')
        .first()
        .waitFor();
    },
  },
  {
    name: 'accounts',
    viewport: DESK,
    show: async (page, url) => {
      await page.goto(`${url}/accounts`);
      await page.getByRole('heading', { name: 'Accounts' }).waitFor();
    },
  },
  {
    name: 'import',
    viewport: DESK,
    show: async (page, url) => {
      const file = { name: 'everyday-november.csv', mimeType: 'text/csv', buffer: await bankFile(url) };
      await page.goto(`${url}/import`);
      await page.getByLabel(/your bank/).setInputFiles(file);
      await page.getByRole('heading', { name: file.name }).waitFor();
      await page.getByLabel('Goes to').selectOption({ label: 'Everyday' });
      await page.getByText(/rows? comes? in/).waitFor();
    },
  },
];

const demo = await startDemo();
try {
  mkdirSync(PICTURES, { recursive: true });
  for (const picture of PICTURE_LIST) await take(picture, demo.url);
} finally {
  await closeBrowser();
  await demo.stop();
}

async function take({ name, viewport, dark = false, show }: Picture, url: string): Promise<void> {
  const { page, context, complaints } = await openPage({
    viewport,
    deviceScaleFactor: viewport === PHONE ? 2 : 1.5,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    hasTouch: viewport === PHONE,
  });
  await page.goto(`${url}/sign-in`);
  await page.getByRole('button', { name: 'Mere' }).click();
  await page.waitForURL(`${url}/`);
  // The copy of the household arrives page by page; what it comes to is right when all of it is there.
  await page.getByText('Cash flow').waitFor({ timeout: 60_000 });
  await show(page, url);
  await atRest(page);
  const path = join(PICTURES, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  await context.close();
  const { size } = statSync(path);
  process.stdout.write(`${path} ${Math.round(size / 1024)} KB\n`);
  if (complaints.length > 0) throw new Error(`${name}: the page complained: ${complaints.join('; ')}`);
  if (size > LARGEST_BYTES)
    throw new Error(`${name}: more than ${LARGEST_BYTES / 1024} KB; show less or scale less`);
}

/** Nothing is a skeleton any more, the network is quiet and the fonts are there. */
async function atRest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  while ((await page.locator('.kw-skeleton').count()) > 0)
    await page.locator('.kw-skeleton').first().waitFor({ state: 'detached' });
}

type Entry = { occurred_on: string; payee: string; amount: string; transfer_id: string | null };

/** What the bank would give: some that the household has already, and some that are new. */
async function bankFile(url: string): Promise<Buffer> {
  const signedIn = await ask<{ access_token: string }>(`${url}/api/v1/dev/demo-login/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ member: 'mere' }),
  });
  const bearer = { headers: { authorization: `Bearer ${signedIn.access_token}` } };
  const accounts = await ask<{ results: { id: string; name: string }[] }>(`${url}/api/v1/accounts/`, bearer);
  const everyday = accounts.results.find((one) => one.name === 'Everyday')?.id ?? '';
  const entries = await ask<{ results: Entry[] }>(
    `${url}/api/v1/transactions/?account_id=${everyday}&page_size=40`,
    bearer,
  );
  const known = entries.results.filter((one) => one.transfer_id === null && one.payee !== '');
  const rows = known.flatMap(({ occurred_on, payee, amount }, index) =>
    index % 4 === 3
      ? [[occurred_on, payee, amount]]
      : [
          [
            occurred_on,
            payee,
            `${amount.slice(0, -2)}${(Number(amount.slice(-2)) + 37) % 100}`.replace(/\.(\d)$/, '.0$1'),
          ],
        ],
  );
  const lines = rows
    .slice(0, 24)
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
  return Buffer.from(['Date,Payee,Amount', ...lines, ''].join('\n'));
}

async function ask<Body>(address: string, init: RequestInit): Promise<Body> {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Body;
}

async function startDemo(): Promise<{ url: string; stop: () => Promise<void> }> {
  const scratch = mkdtempSync(join(tmpdir(), 'kinwise-pictures-'));
  const port = await freePort();
  const child = spawn(process.execPath, [join(ROOT, 'tools/start.mjs'), '--demo'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: scratch,
      RATE_LIMITS: 'off',
      BREACH_CHECK: 'off',
      LOG_LEVEL: 'error',
    },
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout
      .setEncoding('utf8')
      .on('data', (text: string) => text.includes('KinWise is ready') && resolve());
    child.once('exit', (code) =>
      reject(new Error(`The demonstration ended with ${code}; it says why above.`)),
    );
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
    rmSync(scratch, { recursive: true, force: true });
  };
  return { url: `http://localhost:${port}`, stop };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The system gave no free port.');
  return address.port;
}
