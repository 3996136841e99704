import { z } from 'zod';

const BODY_MOST = 2_000_000;

export const reportSchema = z
  .union([
    z.strictObject({
      events: z
        .array(
          z.strictObject({
            event: z.enum(['bounce', 'complaint']),
            message_id: z
              .string()
              .max(300)
              .describe('The Message-ID of the mail, with or without its brackets'),
            permanent: z.boolean().default(true).describe('False where it may work another time'),
            status: z.string().max(20).default('').describe('The status of RFC 3463, such as 5.1.1'),
          }),
        )
        .max(1000),
    }),
    z.strictObject({
      message: z.string().max(BODY_MOST).describe('A report as a mail (RFC 3464 or 5965), as it travelled'),
    }),
  ])
  .meta({
    id: 'MailReport',
    examples: [
      {
        events: [
          {
            event: 'bounce',
            message_id: '<0199f7c2-5d1e-7c3a-9a51-3f0c8f0d2b11@money.example.org>',
            permanent: true,
            status: '5.1.1',
          },
        ],
      },
    ],
  });

export type Reports = z.infer<typeof reportSchema>;
