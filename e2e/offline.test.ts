/**
 * The app without signal, in a real browser with its service worker, against the real program. Every scenario begins with
 * a person and a device of its own.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { findings } from './axe.ts';
import { closeBrowser, openPage, WITH_WORKER } from './browser.ts';
import { type Front, newEntry, openFront } from './front.ts';
import { type Home, newHome, signIn } from './people.ts';
import { addSpent, entryRow, eventually, waitingMark } from './screens.ts';

let home: Home;
let front: Front;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  front = await openFront(inject('program').url);
});
beforeEach(async () => {
  home = await newHome();
  await home.addEntry('Moana Fish Shop', '-24.90');
  ({ context, page, complaints } = await openPage(WITH_WORKER));
  await signIn(page, front.url, home.person);
  // A page is under the worker from the load after the one that installed it.
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await openTransactions(page);
});
afterEach(async () => {
  front.mend();
  await context.close();
});
afterAll(async () => {
  await closeBrowser();
  await front.stop();
});

describe('without signal', () => {
  it('the page is under the service worker', async () => {
    expect(await page.evaluate<string>('navigator.serviceWorker.controller.scriptURL')).toBe(
      `${front.url}/service-worker.js`,
    );
    expect(complaints).toEqual([]);
  });

  it('a reload shows the app and the rows', async () => {
    await goOffline();
    await page.reload();
    await page.getByRole('heading', { name: 'Transactions' }).waitFor();
    await entryRow(page, 'Moana Fish Shop').waitFor();
    await page.getByText('No signal. Your money is here all the same.').waitFor();
  });

  it('a new row appears at once, marked as waiting', async () => {
    await goOffline();
    await addSpent(page, 'Rāwhiti Dairy', '6.50');
    await waitingMark(entryRow(page, 'Rāwhiti Dairy')).waitFor();
    await page.getByText('1 change waiting for signal').waitFor();
    expect(await home.entriesOf('Rāwhiti Dairy')).toEqual([]);
  });

  it('a waiting row survives a reload without signal', async () => {
    await goOffline();
    await addSpent(page, 'Kōwhai Bakery', '8.20');
    await entryRow(page, 'Kōwhai Bakery').waitFor();
    await page.reload();
    await waitingMark(entryRow(page, 'Kōwhai Bakery')).waitFor();
  });

  it('a second tab sees the waiting row', async () => {
    await goOffline();
    const second = await openTab();
    await addSpent(page, 'Pipi Street Books', '31.00');
    await waitingMark(entryRow(second, 'Pipi Street Books')).waitFor();
  });

  it('a row added in a second tab is kept when that tab is closed', async () => {
    await goOffline();
    const second = await openTab();
    await addSpent(second, 'Tui Cycles', '45.00');
    await second.close();
    await waitingMark(entryRow(page, 'Tui Cycles')).waitFor();
    await goOnline();
    await allSent(page, 'Tui Cycles', 1);
    expect(await home.entriesOf('Tui Cycles')).toHaveLength(1);
  });
});

describe('when the signal comes back', () => {
  it('what waits is sent, in the order in which it was wanted', async () => {
    await goOffline();
    const before = front.seen.length;
    for (const [index, payee] of ['Ferry out', 'Ferry lunch', 'Ferry back'].entries())
      await addSpent(page, payee, `1${index}.00`);
    await page.getByText('3 changes waiting for signal').waitFor();
    await goOnline();
    await allSent(page, 'Ferry', 3);
    // A slow answer is asked for again; what counts is that it is asked for under its key.
    expect(
      new Set(
        front.seen
          .slice(before)
          .filter(newEntry)
          .map(({ key }) => key),
      ).size,
    ).toBe(3);
    const kept = await home.entriesOf('Ferry');
    const inOrder = [...kept].sort((left, right) => (left.id < right.id ? -1 : 1));
    expect(inOrder.map(({ payee, amount }) => [payee, amount])).toEqual([
      ['Ferry out', '-10.00'],
      ['Ferry lunch', '-11.00'],
      ['Ferry back', '-12.00'],
    ]);
  });

  it('nothing is doubled, neither on the screen nor on the server', async () => {
    await goOffline();
    await addSpent(page, 'Harbour Pool', '7.00');
    await page.reload();
    await waitingMark(entryRow(page, 'Harbour Pool')).waitFor();
    const second = await openTab();
    await waitingMark(entryRow(second, 'Harbour Pool')).waitFor();
    await goOnline();
    for (const tab of [page, second]) {
      await allSent(tab, 'Harbour Pool', 1);
    }
    expect(await home.entriesOf('Harbour Pool')).toHaveLength(1);
  });

  it('the app closed without signal and opened with signal sends its row once', async () => {
    await goOffline();
    await addSpent(page, 'Island Hire', '90.00');
    await waitingMark(entryRow(page, 'Island Hire')).waitFor();
    await page.close();
    await goOnline();
    page = await openTab();
    await allSent(page, 'Island Hire', 1);
    expect(await home.entriesOf('Island Hire')).toHaveLength(1);
  });
});

describe('when the network or the server fails half-way', () => {
  it('an answer that breaks off after the server committed leads to one row', async () => {
    const before = front.seen.length;
    const lost = front.loseAnswer(newEntry);
    await addSpent(page, 'Lighthouse Café', '12.40');
    await lost;
    expect(await home.entriesOf('Lighthouse Café')).toHaveLength(1);
    await allSent(page, 'Lighthouse Café', 1);
    expect(
      front.seen
        .slice(before)
        .filter(newEntry)
        .map(({ status }) => status),
    ).toEqual([201, 201]);
    expect(await entryRow(page, 'Lighthouse Café').count()).toBe(1);
    expect(await home.entriesOf('Lighthouse Café')).toHaveLength(1);
  });

  it('a server that answers 503 is asked again until it recovers', async () => {
    const refused = front.refuse(newEntry, 503);
    await addSpent(page, 'Night Market', '15.00');
    await eventually(() => refused.count > 1, true);
    await waitingMark(entryRow(page, 'Night Market')).waitFor();
    front.mend();
    await allSent(page, 'Night Market', 1);
    expect(await home.entriesOf('Night Market')).toHaveLength(1);
  });

  it('two tabs that add five rows while the way is cut send each once', async () => {
    const second = await openTab();
    front.cut();
    for (const [index, tab] of [page, second, page, second, page].entries())
      await addSpent(tab, `Regatta ${index + 1}`, `${index + 1}.00`);
    for (const tab of [page, second])
      await eventually(() => waitingMark(entryRow(tab, 'Regatta')).count(), 5);
    front.mend();
    for (const tab of [page, second]) {
      await allSent(tab, 'Regatta', 5);
    }
    expect(await home.entriesOf('Regatta')).toHaveLength(5);
  });
});

describe('when somebody else changed the same entry', () => {
  it('the stale change is held back and nothing is overwritten', async () => {
    const entry = await conflictOver('Quay Garage');
    await page.getByText('1 change needs a look').waitFor();
    await page.getByRole('link', { name: '1 change needs a look' }).click();
    await page.getByText('Somebody else has changed this meanwhile. Nothing was overwritten.').waitFor();
    const notes = page.getByRole('row').filter({ hasText: 'Notes' });
    await notes.getByRole('cell', { name: 'from this phone' }).waitFor();
    await notes.getByRole('cell', { name: 'from the other phone' }).waitFor();
    expect(await notesOf(entry)).toBe('from the other phone');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep theirs' }).click();
    await page.getByText('Everything is sent').waitFor();
    expect(await notesOf(entry)).toBe('from the other phone');
    expect(await page.getByText('needs a look').count()).toBe(0);
  });

  it('“Keep mine” then writes this person’s version', async () => {
    const entry = await conflictOver('Wharf Cinema');
    await page.getByRole('link', { name: '1 change needs a look' }).click();
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await eventually(() => notesOf(entry), 'from this phone');
    await page.getByText('Everything is sent').waitFor();
  });
});

/** The rows of a payee stand in the list, and none of them waits any more. */
async function allSent(tab: Page, payee: string, rows: number): Promise<void> {
  const row = entryRow(tab, payee);
  await eventually(async () => ({ rows: await row.count(), waiting: await waitingMark(row).count() }), {
    rows,
    waiting: 0,
  });
}

/** Edits an entry here without signal and elsewhere with it, then lets this device catch up. Answers the entry's id. */
async function conflictOver(payee: string): Promise<string> {
  const entry = await home.addEntry(payee, '-60.00');
  await page.reload();
  await entryRow(page, payee).waitFor();
  await goOffline();
  await entryRow(page, payee).getByRole('button', { name: payee }).first().click();
  const sheet = page.getByRole('dialog', { name: payee });
  const notes = sheet.getByLabel('Notes');
  await notes.fill('from this phone');
  await notes.blur();
  await page.keyboard.press('Escape');
  await waitingMark(entryRow(page, payee)).waitFor();
  await home.person.call('PATCH', `transactions/${entry.id}/`, { notes: 'from the other phone' });
  await goOnline();
  return entry.id;
}

async function notesOf(id: string): Promise<unknown> {
  return (await home.person.call('GET', `transactions/${id}/`))['notes'];
}

/** Both the browser's own switch and a cut wire: the first alone leaves the browser's opinion of being online right. */
async function goOffline(): Promise<void> {
  front.cut();
  await context.setOffline(true);
}

async function goOnline(): Promise<void> {
  front.mend();
  await context.setOffline(false);
}

async function openTab(): Promise<Page> {
  const tab = await context.newPage();
  await openTransactions(tab);
  return tab;
}

async function openTransactions(tab: Page): Promise<void> {
  await tab.goto(`${front.url}/transactions`);
  await entryRow(tab, 'Moana Fish Shop').waitFor();
}
