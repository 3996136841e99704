import { deliver } from '../../adapters/mail/mail.ts';
import { written } from '../../adapters/mail/letters.ts';
import { instant } from '../../platform/clock.ts';
import { unsealed } from '../../platform/encryption.ts';
import type { Job } from '../../platform/feature.ts';
import type { Post } from './letters.ts';
import { deleteSentBefore, insertSent, wasSent } from './letters.store.ts';

const KEPT_MS = 90 * 24 * 3600 * 1000;

export const jobs: readonly Job[] = [
  {
    kind: 'outward',
    name: 'letters.send',
    work: async (outward, payload) => {
      const { messageId } = outward;
      const found = await outward.outside(async (ctx) => ({
        ground: ctx.ground,
        at: ctx.now,
        done: await wasSent(ctx, messageId),
      }));
      if (found.done) return;
      const post = JSON.parse(unsealed(found.ground, String(payload['sealed']))) as Post;
      await deliver(found.ground.config, {
        id: messageId,
        at: found.at,
        to: post.to,
        ...written(post, found.ground.publicUrl()),
      });
      await outward.outside(async (ctx) => {
        await insertSent(ctx, { messageId, kind: post.letter.kind });
      });
    },
  },
  {
    kind: 'outside',
    name: 'letters.forget',
    cron: '20 3 * * *',
    work: async (ctx) => {
      await deleteSentBefore(ctx, instant(ctx.nowMs - KEPT_MS));
    },
  },
];
