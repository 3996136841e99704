import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type StepRow = {
  id: Id;
  user_id: Id;
  client: string;
  remembered: boolean;
  device_name: string;
  factors: string[];
};

export type Purpose = 'factor' | 'new_password';

const COLUMNS = ['id', 'user_id', 'client', 'remembered', 'device_name', 'factors'] as const;

export async function insertStep(
  ctx: OpenContext,
  step: StepRow & { purpose: Purpose; token_hash: string; expires_at: string },
): Promise<void> {
  await ctx.db.run(k.insertInto('second_steps').values({ ...step, created_at: ctx.now }));
}

export async function findStep(
  ctx: OpenContext,
  purpose: Purpose,
  hash: string,
): Promise<StepRow | undefined> {
  return await ctx.db.first(
    k
      .selectFrom('second_steps')
      .select(COLUMNS)
      .where('token_hash', '=', hash)
      .where('purpose', '=', purpose)
      .where('expires_at', '>', ctx.now),
  );
}

/** Of any number of calls at once, one gets the row. */
export async function takeStep(ctx: OpenContext, id: Id): Promise<StepRow | undefined> {
  return await ctx.db.first(
    k.deleteFrom('second_steps').where('id', '=', id).where('expires_at', '>', ctx.now).returning(COLUMNS),
  );
}

export async function deleteSteps(ctx: OpenContext, user: Id): Promise<void> {
  await ctx.db.run(k.deleteFrom('second_steps').where('user_id', '=', user));
}

export async function deleteExpiredSteps(ctx: OpenContext): Promise<void> {
  await ctx.db.run(k.deleteFrom('second_steps').where('expires_at', '<', ctx.now));
}
