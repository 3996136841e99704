import { z } from 'zod';
import { publicSteps } from '../../platform/routes.ts';
import { signedInSchema } from '../login/login.ts';
import { demoLogin, devStatus } from './dev.ts';

const tag = 'Development';

export const routes = [
  publicSteps({
    method: 'GET',
    path: 'dev/status/',
    summary: 'What this development machine offers; not there in production',
    tag,
    returns: z
      .object({ demo: z.boolean(), dev_login: z.boolean(), mailbox: z.boolean() })
      .meta({ id: 'DevStatus' }),
    work: async ({ ground }) => await Promise.resolve(devStatus(ground)),
  }),
  publicSteps({
    method: 'POST',
    path: 'dev/demo-login/',
    summary: 'Sign in as somebody of the demonstration; only with --demo',
    tag,
    body: z
      .strictObject({
        member: z
          .string()
          .regex(/^[\w.-]{1,40}$/)
          .describe('Username'),
      })
      .meta({ id: 'DemoLogin', examples: [{ member: 'mere' }] }),
    returns: signedInSchema,
    work: async (steps, { body }) => await demoLogin(steps, body.member),
  }),
];
