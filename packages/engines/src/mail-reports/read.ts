/** Reads the mails that mail servers write about mails: what came back (RFC 3464) and what was called spam (RFC 5965). */

export type MailReport = {
  readonly kind: 'bounce' | 'complaint';
  /** Of the mail that it is about, without its brackets. */
  readonly messageId: string;
  /** Whether it will be the same when it is tried again. */
  readonly isPermanent: boolean;
  /** The status of RFC 3463, such as 5.1.1; empty in complaints. */
  readonly status: string;
};

type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: string };

const PARTS_MOST = 50;
const DEEPEST = 5;

/** The report in a mail; undefined where the mail is none, or does not say which mail it is about. */
export function readMailReport(message: string): MailReport | undefined {
  const parts = partsOf(partOf(message.replace(/\r\n?/g, '\n')), 0).slice(0, PARTS_MOST);
  const messageId = originalOf(parts);
  if (messageId === undefined) return undefined;
  const feedback = parts.find((part) => typeOf(part) === 'message/feedback-report');
  if (feedback) return complaintOf(feedback, messageId);
  const status = parts.find((part) => typeOf(part) === 'message/delivery-status');
  return status && bounceOf(status, messageId);
}

/** Only what was called abuse or is of an opt-out: `not-spam` says the opposite. */
function complaintOf(part: Part, messageId: string): MailReport | undefined {
  const type = fieldsOf(part.body).get('feedback-type')?.toLowerCase() ?? '';
  if (!['abuse', 'fraud', 'opt-out', 'opt-out-list'].includes(type)) return undefined;
  return { kind: 'complaint', messageId, isPermanent: true, status: '' };
}

/** The first group of fields is about the mail, each further one about a recipient. We write to one recipient a mail. */
function bounceOf(part: Part, messageId: string): MailReport | undefined {
  for (const group of part.body.split(/\n[ \t]*\n/)) {
    const fields = fieldsOf(group);
    if (fields.get('action')?.toLowerCase() !== 'failed') continue;
    const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(fields.get('status') ?? '')?.[1] ?? '';
    return { kind: 'bounce', messageId, isPermanent: status.startsWith('5'), status };
  }
  return undefined;
}

/** The mail that came back is in the report as a whole, or its headers are. */
function originalOf(parts: readonly Part[]): string | undefined {
  for (const part of parts) {
    if (
      !['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers'].includes(
        typeOf(part),
      )
    )
      continue;
    const id = /<([^<>\s]{1,300})>/.exec(
      partOf(part.body.replace(/^\n+/, '')).headers.get('message-id') ?? '',
    )?.[1];
    if (id !== undefined) return id;
  }
  return undefined;
}

/** A part and everything in it, as deep as a report can be. */
function partsOf(part: Part, depth: number): Part[] {
  const boundary = /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(
    part.headers.get('content-type') ?? '',
  );
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined || !typeOf(part).startsWith('multipart/') || depth >= DEEPEST) return [part];
  const pieces: string[] = [];
  let open: string[] | undefined;
  for (const line of part.body.split('\n')) {
    const text = line.trimEnd();
    if (text === `--${mark}` || text === `--${mark}--`) {
      if (open) pieces.push(open.join('\n'));
      open = text.endsWith(`${mark}--`) ? undefined : [];
      if (open === undefined) break;
    } else open?.push(line);
  }
  // A report that was cut off still says what it said.
  if (open) pieces.push(open.join('\n'));
  return pieces.slice(0, PARTS_MOST).flatMap((piece) => partsOf(partOf(piece), depth + 1));
}

function partOf(text: string): Part {
  const end = text.startsWith('\n') ? 0 : text.indexOf('\n\n');
  const head = end === -1 ? text : text.slice(0, end);
  const body = end === -1 ? '' : text.slice(end).replace(/^\n{1,2}/, '');
  const headers = fieldsOf(head);
  return { headers, body: decoded(body, headers.get('content-transfer-encoding') ?? '') };
}

/** Names in small letters; a line that begins with a space goes on where the last one ended. */
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const at = line.indexOf(':');
    const name = line.slice(0, Math.max(0, at)).trim().toLowerCase();
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(at + 1).trim());
  }
  return fields;
}

function decoded(body: string, encoding: string): string {
  if (/^base64$/i.test(encoding)) {
    const bytes = bytesOf(body);
    return bytes === undefined ? body : bytes.replace(/\r\n?/g, '\n');
  }
  if (!/^quoted-printable$/i.test(encoding)) return body;
  return body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** What a report says of itself is ASCII: a byte is a letter. */
function bytesOf(text: string): string | undefined {
  try {
    return atob(text.replace(/\s+/g, ''));
  } catch {
    // What calls itself base64 and is not is read as it stands.
    return undefined;
  }
}

function typeOf({ headers }: Part): string {
  return (headers.get('content-type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ?? '';
}
