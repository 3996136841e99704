/** How mail leaves, how long it is tried, and what is kept of what could not be sent. */
import { z } from 'zod';

const address = z.string().regex(/^[^\r\n]*$/, { message: 'is one line' });

export const MAIL = {
  MAIL_URL: z
    .string()
    .optional()
    .describe('smtp://…, smtps://…, dir:PATH (one JSON file a mail) or dev: (shown at /dev/mail)'),
  MAIL_FROM: address
    .regex(/^([^<>,;]*<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/, {
      message: 'an address, or a name and an address: KinWise <post@money.example.org>',
    })
    .default('KinWise <kinwise@localhost>')
    .describe('Sender of mails'),
  MAIL_REPLY_TO: address
    .regex(/^[^\s<>@,;]+@[^\s<>@,;]+$/, { message: 'an address, such as help@money.example.org' })
    .optional()
    .describe('Where answers to mails go; to the sender when absent'),
  MAIL_TLS: z
    .enum(['auto', 'required', 'off'])
    .default('auto')
    .describe(
      'Encryption on the way to the mail server. `auto`: required in production, unless the server is this machine; where it is offered elsewhere. `off` is never for a server across a network',
    ),
  MAIL_TIMEOUT_SECONDS: whole(
    20,
    [1, 600],
    'How long the mail server may be silent until a letter is tried later',
  ),
  MAIL_TRIES: whole(12, [1, 100], 'How often a letter is tried until it is given up'),
  MAIL_LONGEST_PAUSE_MINUTES: whole(
    360,
    [1, 10_080],
    'The longest pause between two tries; the first is half a minute, and each further one twice as long',
  ),
  DEAD_LETTERS_DAYS: whole(30, [1, 365], 'Days that a letter is kept, sealed, that was given up'),
  MAIL_MARKS_DAYS: whole(180, [7, 3650], 'Days that it is remembered that mail does not reach an address'),
  MAIL_WEBHOOK_SECRET: z
    .string()
    .optional()
    .describe(
      'What the mail provider shows when it reports bounces to /api/v1/mail/bounces/; nothing is there when absent',
    ),
};

/** Whether nobody can listen between here and there: the mail server is this machine. */
export function isNearby(mailUrl: string | undefined): boolean {
  if (mailUrl === undefined || !URL.canParse(mailUrl)) return true;
  const host = new URL(mailUrl).hostname.replace(/^\[|\]$/g, '');
  return ['', 'localhost', '::1'].includes(host) || /^127(\.\d{1,3}){3}$/.test(host);
}

function whole(
  fallback: number,
  [least, most]: readonly [number, number],
  what: string,
): z.ZodDefault<z.ZodCoercedNumber> {
  return z.coerce.number().int().min(least).max(most).default(fallback).describe(what);
}
