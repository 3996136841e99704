import { z } from 'zod';
import { sessionSchema } from '../sessions/sessions.ts';

const seconds = z.number().int().nullable();

export const presenceSchema = z
  .object({
    timeout_seconds: seconds.describe('How long the session may go without its person; null: for ever'),
    grace_seconds: seconds.describe('How long after that a ping still brings it back; counts down meanwhile'),
    remaining_seconds: seconds.describe('Until the session is idle; 0 in the grace'),
    app_lock: z.boolean().describe('Whether the device has said that it locks the app by itself'),
    factors: z.array(z.string()).describe('What the session has seen of its owner'),
    device: sessionSchema.nullable().describe('Null where the call belongs to no session'),
  })
  .meta({ id: 'Presence' });

export type Presence = z.infer<typeof presenceSchema>;
