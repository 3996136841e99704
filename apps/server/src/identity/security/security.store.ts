import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type SecurityAction =
  | 'account.registered'
  | 'account.changed'
  | 'account.locked'
  | 'account.unlocked'
  | 'email.verified'
  | 'login.succeeded'
  | 'login.failed'
  | 'login.refused'
  | 'session.ended'
  | 'refresh.reused'
  | 'password.changed'
  | 'password.reset_asked'
  | 'password.reset'
  | 'factor.begun'
  | 'factor.added'
  | 'factor.removed'
  | 'factor.failed'
  | 'factor.refused'
  | 'factor.locked'
  | 'backup_codes.made'
  | 'backup_code.used'
  | 'passkey.renamed'
  | 'passkey.copied'
  | 'step_up.passed'
  | 'step_up.failed';

export type Entry = {
  readonly action: SecurityAction;
  readonly user?: Id | undefined;
  readonly session?: Id | undefined;
  readonly success?: boolean;
  readonly risk?: 'low' | 'medium' | 'high' | 'critical';
  /** Never a secret, never an address that belongs to nobody here. */
  readonly details?: Readonly<Record<string, string | number | boolean>>;
};

export async function insertEntry(ctx: OpenContext, entry: Entry): Promise<void> {
  await ctx.db.run(
    k.insertInto('security_entries').values({
      id: newId(),
      at: ctx.now,
      user_id: entry.user ?? null,
      session_id: entry.session ?? null,
      action: entry.action,
      success: entry.success ?? true,
      risk: entry.risk ?? 'low',
      details: JSON.stringify(entry.details ?? {}),
      ip: ctx.origin.ip ?? null,
      agent: ctx.origin.agent ?? null,
      request_id: ctx.origin.requestId,
    }),
  );
}
