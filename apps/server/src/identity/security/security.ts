/** What happened around signing in, for the owner of the account and for whoever watches over the installation. */
import type { OpenContext } from '../../platform/context.ts';
import { insertEntry } from './security.store.ts';
import type { Entry } from './security.store.ts';

/** Writes an entry that nobody can change or take back, in the transaction of what it tells. */
export async function note(ctx: OpenContext, entry: Entry): Promise<void> {
  await insertEntry(ctx, entry);
}
