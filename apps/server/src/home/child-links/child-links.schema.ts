import { z } from 'zod';
import { qrSchema } from '../../identity/pictures/pictures.ts';
import { id, instant, line } from '../../platform/fields.ts';

export const newLinkSchema = z
  .strictObject({
    remember_me: z.boolean().default(true).describe('Whether the device is the child’s own'),
    device_name: line(100).default(''),
  })
  .meta({ id: 'NewChildLink', examples: [{ remember_me: true, device_name: 'Manaia’s tablet' }] });

export const linkSchema = z
  .object({
    id,
    link: z.string().describe('To be opened on the child’s device, once; shown this once'),
    qr: qrSchema.describe('The link as a picture for the camera of the child’s device'),
    expires_at: instant,
    expires_in: z.number().int(),
  })
  .meta({ id: 'ChildLink' });

const tokenField = z.string().min(1).max(200);

export const openingSchema = z
  .strictObject({ token: tokenField, client: z.enum(['web', 'native']).default('web') })
  .meta({ id: 'ChildLinkOpening', examples: [{ token: 'the token of the link' }] });

export const lookSchema = z
  .strictObject({ token: tokenField })
  .meta({ id: 'ChildLinkLook', examples: [{ token: 'the token of the link' }] });

export const linkCardSchema = z
  .object({
    child_name: z.string(),
    household_name: z.string(),
    device_name: z.string(),
    remember_me: z.boolean(),
  })
  .meta({ id: 'ChildLinkCard' });

export type NewLinkBody = z.infer<typeof newLinkSchema>;
export type WireLink = z.infer<typeof linkSchema>;
export type LinkCard = z.infer<typeof linkCardSchema>;
export type Opening = z.infer<typeof openingSchema>;
