import { z } from 'zod';

export const appLockSchema = z
  .strictObject({
    on: z.boolean().describe('Whether this device locks the app while nobody uses it'),
  })
  .meta({ id: 'AppLock', examples: [{ on: true }] });

export type AppLock = z.infer<typeof appLockSchema>;
