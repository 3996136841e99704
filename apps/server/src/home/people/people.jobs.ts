import type { Job, Outward } from '../../platform/feature.ts';
import { homesOf } from '../../platform/privacy.ts';
import { tellProfile } from './people.ts';

/** It talks to nobody outside; it is outward because it goes from household to household, and may be done again. */
export const jobs: readonly Job[] = [{ kind: 'outward', name: 'people.tell_profile', work: tell }];

async function tell(outward: Outward, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const [user, what] = [String(payload['user']), String(payload['what'])];
  const ground = await outward.outside(async (ctx) => await Promise.resolve(ctx.ground));
  // What a guardian changed, the child did not do.
  const as = payload['by'] === 'self' ? { as: user } : {};
  for (const home of await homesOf(ground, user)) {
    await outward.inHousehold({ household: home.id, ...as }, async (ctx) => {
      await tellProfile(ctx, { user, what });
    });
  }
}
