import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { userRoute, userSteps } from '../../platform/routes.ts';
import { KEPT_AS, MOST_BYTES } from '../photo-files/photo-files.ts';
import { meSchema } from '../users/users.ts';
import { removePhoto, sendPhoto, takePhoto } from './photos.ts';

const tag = 'Me';

export const routes = [
  userSteps({
    method: 'POST',
    path: 'users/me/photo/',
    summary: 'Show others a photo: a PNG, JPEG or WebP, of which the middle is kept',
    tag,
    limits: ['photo'],
    upload: { maxBytes: MOST_BYTES },
    body: z.strictObject({}).meta({ id: 'NewPhoto', examples: [{}] }),
    returns: meSchema,
    work: async (steps, { file }) => await takePhoto(steps, file),
  }),
  userRoute({
    method: 'DELETE',
    path: 'users/me/photo/',
    summary: 'Show no photo any more',
    tag,
    returns: meSchema,
    work: async (ctx) => await removePhoto(ctx),
  }),
  userRoute({
    method: 'GET',
    path: 'users/:id/photo/',
    summary: 'The photo of somebody with whom you share a household, or your own',
    tag: 'Members',
    params: z.object({ id }),
    file: [KEPT_AS],
    byItself: true,
    work: async (ctx, { params, headers }) =>
      await sendPhoto(ctx, { of: params.id, known: headers['if-none-match'] }),
  }),
];
