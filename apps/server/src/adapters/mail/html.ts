import { createHash } from 'node:crypto';
import type { Words } from './words.ts';

/** One column that narrow readers can show, without pictures; dark where the reader is dark. */
const STYLE = `body{margin:0;padding:24px 12px;background:#f4f1ea;color:#1d2a26;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}
main{max-width:520px;margin:0 auto;padding:28px 24px;background:#fff;border-radius:12px}
h1{margin:0 0 16px;font-size:22px;line-height:1.25}
p{margin:0 0 16px;overflow-wrap:anywhere}
.go{display:inline-block;padding:12px 22px;border-radius:8px;background:#0d5c48;color:#fff;font-weight:600;text-decoration:none}
.small{font-size:14px;color:#5b6863}
.code{font:600 32px/1.2 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;letter-spacing:.18em}
@media (prefers-color-scheme:dark){body{background:#10211c;color:#e8efec}main{background:#18302a}.go{background:#4fc3a1;color:#08211a}.small{color:#a9bab4}.small a{color:#a9bab4}}`;

/** Lets a page show letters with their style and nothing else: no script, no picture, no frame. */
export const LETTER_POLICY = `default-src 'none'; style-src '${hashOf(STYLE)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export function htmlOf(words: Words, language: string): string {
  const { subject, greeting, paragraphs, code, action, closing } = words;
  const url = escaped(action.url);
  const [first = '', ...others] = paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`);
  const shown = code === undefined ? [] : [`<p class="code">${escaped(code)}</p>`];
  return pageOf({
    title: subject,
    language,
    body: `<h1>${escaped(subject)}</h1>
<p>${escaped(greeting)}</p>
${[first, ...shown, ...others].join('\n')}
<p><a class="go" href="${url}">${escaped(action.label)}</a></p>
<p class="small">${escaped(closing)}</p>
<p class="small"><a href="${url}">${url}</a></p>`,
  });
}

/** A whole document around a body that is HTML already. */
export function pageOf(page: { title: string; language: string; body: string }): string {
  return `<!doctype html>
<html lang="${page.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${escaped(page.title)}</title><style>${STYLE}</style></head>
<body><main>
${page.body}
</main></body>
</html>
`;
}

/** The only way for text into HTML. */
export function escaped(text: string): string {
  const signs: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '').replace(/\n/g, '<br>');
}

function hashOf(style: string): string {
  return `sha256-${createHash('sha256').update(style).digest('base64')}`;
}
