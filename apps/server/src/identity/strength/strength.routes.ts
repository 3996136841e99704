import { z } from 'zod';
import { publicSteps } from '../../platform/routes.ts';
import { rulesOf, strengthOf } from './strength.ts';

export const routes = [
  publicSteps({
    method: 'POST',
    path: 'auth/password/strength/',
    summary: 'Whether a password is good enough, and why not',
    tag: 'Signing in',
    limits: ['strength'],
    body: z
      .strictObject({
        password: z.string().max(1000),
        email: z.string().max(254).optional(),
        username: z.string().max(60).optional(),
        first_name: z.string().max(160).optional(),
        last_name: z.string().max(160).optional(),
      })
      .meta({ id: 'PasswordToJudge', examples: [{ password: 'three herons over the harbour' }] }),
    returns: z
      .object({
        score: z.number().int(),
        acceptable: z.boolean(),
        problems: z.array(z.object({ code: z.string(), message: z.string() })),
      })
      .meta({ id: 'PasswordStrength' }),
    work: async ({ ground }, { body }) =>
      await Promise.resolve(strengthOf(body.password, body, rulesOf(ground))),
  }),
];
