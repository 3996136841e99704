import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMailReport } from './read.ts';

const ID = '0199f7c2-5d1e-7c3a-9a51-3f0c8f0d2b11@money.example.org';

/** As Postfix writes it. */
const BOUNCE = `From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
To: post@money.example.org
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="4F2A.1795/mx.example.net"
MIME-Version: 1.0

This is a MIME-encapsulated message.

--4F2A.1795/mx.example.net
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--4F2A.1795/mx.example.net
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
X-Postfix-Queue-ID: 4F2A
Arrival-Date: Sun, 22 Nov 2026 02:30:00 +0000 (UTC)

Final-Recipient: rfc822; hana@example.org
Original-Recipient: rfc822;hana@example.org
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <hana@example.org>: Recipient address
    rejected: User unknown

--4F2A.1795/mx.example.net
Content-Description: Undelivered Message
Content-Type: message/rfc822

Return-Path: <post@money.example.org>
From: KinWise <post@money.example.org>
To: hana@example.org
Subject: Set a new password
Message-ID:
 <${ID}>

Kia ora Hana

--4F2A.1795/mx.example.net--
`;

const COMPLAINT = `From: <fbl@example.com>
Content-Type: multipart/report; report-type=feedback-report; boundary=part

--part
Content-Type: text/plain

This is an email abuse report.

--part
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: SomeGenerator/1.0
Version: 1

--part
Content-Type: text/rfc822-headers

From: <post@money.example.org>
Message-ID: <${ID}>
Subject: An invitation

--part--
`;

describe('a report about a mail', () => {
  it('says which mail came back, and that it will again', () => {
    expect(readMailReport(BOUNCE)).toEqual({
      kind: 'bounce',
      messageId: ID,
      isPermanent: true,
      status: '5.1.1',
    });
  });

  it('reads the same with the line ends of the network', () => {
    expect(readMailReport(BOUNCE.replaceAll('\n', '\r\n'))).toEqual(readMailReport(BOUNCE));
  });

  it('of a full mailbox or a delay is not for good', () => {
    expect(readMailReport(BOUNCE.replace('Status: 5.1.1', 'Status: 4.2.2'))?.isPermanent).toBe(false);
    expect(readMailReport(BOUNCE.replace('Action: failed', 'Action: delayed'))).toBeUndefined();
  });

  it('says that a mail was called spam, and not that it was called none', () => {
    expect(readMailReport(COMPLAINT)).toEqual({
      kind: 'complaint',
      messageId: ID,
      isPermanent: true,
      status: '',
    });
    expect(readMailReport(COMPLAINT.replace('Type: abuse', 'Type: not-spam'))).toBeUndefined();
  });

  it('may carry the mail in base64', () => {
    const [head = '', tail = ''] = COMPLAINT.split('Content-Type: text/rfc822-headers\n\n');
    const [headers = ''] = tail.split('\n--part--');
    const coded = `${head}Content-Type: text/rfc822-headers\nContent-Transfer-Encoding: base64\n\n${btoa(headers)}\n\n--part--\n`;
    expect(readMailReport(coded)?.messageId).toBe(ID);
  });

  it('that names no mail of ours in its attachment is none, whatever its text says', () => {
    const lie = BOUNCE.replace(`Message-ID:\n <${ID}>\n`, '').replace(
      'Kia ora',
      `Message-ID: <${ID}> Kia ora`,
    );
    expect(readMailReport(lie)).toBeUndefined();
    expect(
      readMailReport(`Subject: hello\nMessage-ID: <${ID}>\n\nStatus: 5.1.1\nAction: failed\n`),
    ).toBeUndefined();
  });

  it('that is cut off or torn is never an error', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(BOUNCE, COMPLAINT),
        fc.nat(2000),
        fc.nat(2000),
        fc.string(),
        (...[text, from, length, noise]) => {
          const torn = text.slice(0, from) + noise + text.slice(from + length);
          const report = readMailReport(torn);
          expect(report === undefined || report.messageId.length > 0).toBe(true);
        },
      ),
    );
  });

  it('takes no longer than its size asks for', () => {
    const deep = 'Content-Type: multipart/mixed; boundary=a\n\n--a\n'.repeat(3000);
    expect(readMailReport(deep)).toBeUndefined();
    expect(readMailReport(`${'x '.repeat(200_000)}\n${'\n '.repeat(200_000)}`)).toBeUndefined();
  });
});
