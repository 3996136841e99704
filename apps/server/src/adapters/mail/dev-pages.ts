/** The pages of the development mailbox. */
import type { Config } from '../../platform/config.ts';
import { escaped, hashOf } from './html.ts';
import type { Mail } from './mail.ts';
import type { Kept } from './mailbox.ts';
import { headersShown } from './smtp.ts';

const STYLE = `body{margin:0;padding:24px 12px;background:#f4f1ea;color:#1d2a26;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}
main{max-width:760px;margin:0 auto;padding:28px 24px;background:#fff;border-radius:12px}
h1{margin:0 0 16px;font-size:22px;line-height:1.25}h2{font-size:16px;margin:24px 0 8px}
p,li{margin:0 0 12px;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:12px;border-radius:8px;background:#f4f1ea;font:14px/1.5 ui-monospace,monospace}
a{color:#0d5c48}.small{font-size:14px;color:#55625d}
@media (prefers-color-scheme:dark){body,pre{background:#10211c;color:#e8efec}main{background:#18302a}a{color:#7fdcc0}.small{color:#a9bab4}}`;

export const PAGE_POLICY = `default-src 'none'; style-src '${hashOf(STYLE)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export function listOf(mails: readonly Kept[]): string {
  const body = mails.length === 0 ? '<p>No mail yet.</p>' : mails.map(itemOf).join('\n');
  return pageOf(
    'Mailbox',
    `<h1>Mailbox</h1>\n<p><a href="/dev/mail/kinds">What every kind of letter looks like</a></p>\n${body}`,
  );
}

export function kindsOf(kinds: readonly { kind: string; locale: string; subject: string }[]): string {
  const items = kinds.map(({ kind, locale, subject }) => {
    const path = `/dev/mail/kinds/${kind}/${locale}`;
    return `<li><a href="${path}">${escaped(kind)}, ${locale}</a> <span class="small">${escaped(subject)}</span></li>`;
  });
  return pageOf(
    'Letters',
    `<h1>Every kind of letter</h1>\n<p><a href="/dev/mail">Mailbox</a></p>\n<ul>${items.join('\n')}</ul>`,
  );
}

export function detailOf(config: Config, mail: Mail, path: string): string {
  return pageOf(
    mail.subject,
    `<h1>${escaped(mail.subject)}</h1>
<p><a href="/dev/mail">Mailbox</a> · <a href="${path}/html">As HTML</a></p>
<h2>Headers</h2><pre>${headersShown(config, mail)
      .map(([name, value]) => escaped(`${name}: ${value}`))
      .join('\n')}</pre>
<h2>Text</h2><pre>${pre(mail.text)}</pre>
<h2>Links</h2>${linksOf(mail)}`,
  );
}

function itemOf({ name, mail }: Kept): string {
  return `<article><p><strong><a href="/dev/mail/${name}">${escaped(mail.subject)}</a></strong><br>
<span class="small">to ${escaped(mail.to)} at ${escaped(mail.at)} · <a href="/dev/mail/${name}/html">as HTML</a></span></p>
<pre>${pre(mail.text)}</pre>${linksOf(mail)}<hr></article>`;
}

function linksOf(mail: Mail): string {
  return mail.links.map((link) => `<p><a href="${escaped(link)}">${escaped(link)}</a></p>`).join('');
}

/** In `pre` a line break is one. */
function pre(text: string): string {
  return text.split('\n').map(escaped).join('\n');
}

function pageOf(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><main>
${body}
</main></body>
</html>
`;
}
