import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

/** What somebody went to a provider for, and for a link whose session it is. */
export type FlowOf =
  | { readonly purpose: 'sign_in' }
  | { readonly purpose: 'link'; readonly user: Id; readonly boundTo: Id | undefined };

export type FlowAt = {
  readonly stateHash: string;
  readonly browserHash: string;
  readonly provider: string;
  readonly of: FlowOf;
};

export async function insertFlow(
  ctx: OpenContext,
  flow: FlowAt & { secrets: string; expiresAt: string },
): Promise<void> {
  await ctx.db.run(
    k.insertInto('oidc_flows').values({
      state_hash: flow.stateHash,
      browser_hash: flow.browserHash,
      provider: flow.provider,
      purpose: flow.of.purpose,
      user_id: userOf(flow.of),
      bound_to: boundOf(flow.of),
      secrets_cipher: flow.secrets,
      expires_at: flow.expiresAt,
    }),
  );
}

/** Uses a flow up: of any number of calls at once, one gets the row, and only in the browser that began it. */
export async function takeFlow(ctx: OpenContext, at: FlowAt): Promise<string | undefined> {
  const row = await ctx.db.first(
    k
      .deleteFrom('oidc_flows')
      .where('state_hash', '=', at.stateHash)
      .where('browser_hash', '=', at.browserHash)
      .where('provider', '=', at.provider)
      .where('purpose', '=', at.of.purpose)
      .where('user_id', 'is not distinct from', userOf(at.of))
      .where('bound_to', 'is not distinct from', boundOf(at.of))
      .where('expires_at', '>', ctx.now)
      .returning('secrets_cipher'),
  );
  return row?.secrets_cipher;
}

export async function deleteExpiredFlows(ctx: OpenContext): Promise<void> {
  await ctx.db.run(k.deleteFrom('oidc_flows').where('expires_at', '<', ctx.now));
}

function userOf(of: FlowOf): Id | null {
  return of.purpose === 'link' ? of.user : null;
}

function boundOf(of: FlowOf): Id | null {
  return of.purpose === 'link' ? (of.boundTo ?? null) : null;
}
