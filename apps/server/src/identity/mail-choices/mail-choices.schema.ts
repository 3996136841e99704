import { z } from 'zod';
import { MAIL_TOPICS } from '../mail-addresses/mail-addresses.ts';

export const byToken = z.object({ token: z.string().min(1).max(200) });

export const choiceSchema = z
  .object({
    topic: z.enum(MAIL_TOPICS).describe('Which mails the link turns off'),
    is_off: z.boolean(),
  })
  .meta({ id: 'MailChoice' });

export const offSchema = z.strictObject({}).meta({ id: 'TurnMailOff', examples: [{}] });

export const oneClickSchema = z
  .strictObject({ 'List-Unsubscribe': z.literal('One-Click') })
  .meta({ id: 'OneClick', examples: [{ 'List-Unsubscribe': 'One-Click' }] });

export const worksSchema = z
  .strictObject({ token: z.string().min(1).max(200) })
  .meta({ id: 'MailWorks', examples: [{ token: 'q7Yw2mZ5nT8bK1cV4xL9dF6gH3jS0pRa' }] });
