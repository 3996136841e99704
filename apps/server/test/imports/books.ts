/** The books of one person as tests of imports keep them: bringing files in, taking them back, and looking. */
import { expect } from 'vitest';
import type { Answer, Caller, World } from '../world.ts';

/** A line of a bank's table; booked unless it says otherwise. */
export type Line = [day: string, payee: string, amount: string, status?: string];

export const CAFE: Line = ['05/01/2026', 'Cafe', '-4.50'];
export const WAITING: Line = ['06/01/2026', 'Hotel Y', '-100.00', 'Pending'];
export const BOOKED: Line = ['07/01/2026', 'Hotel Y', '-100.00'];
export const SHOP: Line = ['08/01/2026', 'Shop', '-1.00'];

export function csv(lines: readonly Line[]): Uint8Array {
  const rows = lines.map(([day, payee, amount, status]) =>
    [day, payee, amount, status ?? 'Booked'].join(','),
  );
  return new TextEncoder().encode(['Date,Payee,Amount,Status', ...rows].join('\n'));
}

type File = { readonly account_id: string; readonly bytes: Uint8Array; readonly name?: string };

export async function upload(by: Caller, { account_id, bytes, name = 'bank.csv' }: File): Promise<Answer> {
  return await by.upload('imports/', { name, bytes }, { account_id });
}

type By = { readonly world: World; readonly by: Caller };

/** Keeps what was uploaded. Each commit has a moment of its own, so that there is a first one. */
export async function commit({ world, by }: By, id: string, body = {}): Promise<string> {
  world.clock.advance(1000);
  expect((await by.post(`imports/${id}/commit/`, body)).body.status).toBe('committed');
  return id;
}
