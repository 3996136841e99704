/** What only a development machine and a demonstration offer. Elsewhere there is nothing at these addresses. */
import type { Ground } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import type { Reply, Steps } from '../../platform/routes.ts';
import { signIn } from '../login/login.ts';
import { userByName } from '../users/users.ts';

export type DevStatus = { demo: boolean; dev_login: boolean; mailbox: boolean };

export function devStatus({ config }: Ground): DevStatus {
  if (config.NODE_ENV === 'production') throw nothingHere();
  const mail = config.MAIL_URL ?? 'dev:';
  return {
    demo: config.demo,
    dev_login: config.DEV_LOGIN_UNVERIFIED,
    mailbox: config.NODE_ENV === 'development' && /^(dev|dir):/.test(mail),
  };
}

/** Signs in as one of the people of the demonstration, and as nobody else. */
export async function demoLogin(steps: Steps, member: string): Promise<Reply> {
  const { config } = steps.ground;
  if (!config.demo || config.NODE_ENV === 'production') throw nothingHere();
  const user = await steps.step(async (ctx) => await userByName(ctx, member));
  if (!user?.is_demo) throw new Problem('RESOURCE_3001', 'Nobody of that name is in the demonstration.');
  const how = { client: 'web', remembered: false, deviceName: 'Demonstration', factors: ['demo'] } as const;
  return await steps.step(async (ctx) => await signIn(ctx, user, how), user.id);
}

function nothingHere(): Problem {
  return new Problem('RESOURCE_3001', 'There is nothing at this address.');
}
