/** Somebody with API keys, for the tests about them. */
import { expect } from 'vitest';
import type { Browser, SigningWorld } from './signing-in.ts';

type Made = { key: string; id: string; by: Browser };

/** Somebody with a household of their own. */
export async function keyOwner(
  signing: SigningWorld,
  name: string,
): Promise<{ browser: Browser; email: string; household: string }> {
  const email = `${name}@example.org`;
  const browser = await signing.signUp(email);
  const home = { name: `Home of ${name}`, type: 'family', currency: 'NZD', time_zone: 'Pacific/Auckland' };
  const { body } = await browser.post('households/', home);
  return { browser, email, household: body.id };
}

export async function makeKey(
  signing: SigningWorld,
  browser: Browser,
  more: Record<string, unknown> = {},
): Promise<Made> {
  const body = { name: 'Spreadsheet', scopes: ['read:accounts'], ...more };
  const made = await browser.post('auth/api-keys/', body);
  expect(made, JSON.stringify(made.body)).toMatchObject({ status: 201 });
  const by = signing.browser('198.51.100.4');
  by.bear(made.body.key);
  return { key: made.body.key, id: made.body.api_key.id, by };
}
