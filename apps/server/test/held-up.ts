/** What races wait for: that calls stand before rows which somebody else holds. Nothing is judged by the clock. */
import { expect, vi } from 'vitest';
import type { World } from './world.ts';

/** A busy machine takes its time; a call that never comes is told within the time of a test. */
const PATIENCE = { timeout: 20_000, interval: 20 };

type Sql = World['sql'];

/** Waits until so many calls stand and wait. */
export async function heldUp(sql: Sql, calls: number): Promise<void> {
  await vi.waitFor(async () => {
    expect(await waiting(sql)).toBe(calls);
  }, PATIENCE);
}

/** Whether a call comes to stand and wait; false when it ends without. */
export async function isHeldUp(sql: Sql, call: Promise<unknown>): Promise<boolean> {
  let isOver = false;
  const over = (): void => {
    isOver = true;
  };
  call.then(over, over);
  return await vi.waitFor(async () => {
    if ((await waiting(sql)) > 0) return true;
    if (isOver) return false;
    throw new Error('The call neither waits for anything nor has it ended.');
  }, PATIENCE);
}

async function waiting(sql: Sql): Promise<number> {
  const rows = await sql(
    "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return rows.length;
}
