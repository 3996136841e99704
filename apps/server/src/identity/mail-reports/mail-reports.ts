/** What others report about our mails: that they came back, or are unwanted. Believed of mails alone that we have sent. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { readMailReport } from '@kinwise/engines/mail-reports/read';
import type { MailReport } from '@kinwise/engines/mail-reports/read';
import type { Ground, OpenContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import { sentLetter } from '../letters/letters.ts';
import { markComplained, markUndeliverable } from '../mail-addresses/mail-addresses.ts';
import type { Reports } from './mail-reports.schema.ts';

/** Takes reports of the mail provider. Whatever they name, the answer is the same. */
export async function takeReports(ctx: OpenContext, body: Reports): Promise<void> {
  for (const report of reportsIn(body)) await believe(ctx, report);
}

/** A report that came as a mail, on the command line. Answers whether it was one, of a mail that we sent. */
export async function takeMail(ctx: OpenContext, message: string): Promise<boolean> {
  const report = readMailReport(message);
  return report !== undefined && (await believe(ctx, report));
}

function reportsIn(body: Reports): MailReport[] {
  if ('message' in body) {
    const report = readMailReport(body.message);
    return report ? [report] : [];
  }
  return body.events.map(({ event, message_id, permanent, status }) => ({
    kind: event,
    messageId: message_id.replace(/^<|>$/g, ''),
    isPermanent: permanent,
    status,
  }));
}

/** Nobody but its reader and the servers on the way knows the id of a mail, so that nobody else can report it. */
async function believe(ctx: OpenContext, report: MailReport): Promise<boolean> {
  const letter = await sentLetter(ctx, report.messageId.split('@')[0] ?? '');
  if (!letter?.address_hash) return false;
  const { kind: event, isPermanent, status } = report;
  ctx.ground.log.info({ event, status, letter: letter.kind }, 'a mail was reported');
  if (event === 'complaint') await markComplained(ctx, letter.address_hash);
  else if (isPermanent) await markUndeliverable(ctx, letter.address_hash, status);
  return true;
}

/** As a bearer token, or as the password of an address with one in it, which is what many providers can do. */
export function requireSecret(ground: Ground, header: string | string[] | undefined): void {
  const secret = ground.config.MAIL_WEBHOOK_SECRET;
  if (secret === undefined) throw new Problem('RESOURCE_3001', 'There is nothing at this address.');
  const [scheme = '', value = ''] = String(header ?? '').split(' ');
  const basic = Buffer.from(value, 'base64').toString('utf8');
  const given = /^basic$/i.test(scheme) ? basic.slice(basic.indexOf(':') + 1) : value;
  const [a, b] = [given, secret].map((text) => createHash('sha256').update(text).digest());
  if (!a || !b || !timingSafeEqual(a, b))
    throw new Problem('AUTH_1001', 'Show MAIL_WEBHOOK_SECRET as a bearer token, or as the password.');
}
