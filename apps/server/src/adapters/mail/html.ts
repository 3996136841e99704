/**
 * The HTML of letters. Tables and styles on each element, because mail programs of twenty years read it; what the style
 * sheet adds (dark colours) may be missing without harm. Nothing comes from elsewhere: no picture, no font, no script.
 */
import { createHash } from 'node:crypto';
import type { Sheet } from './letters.ts';

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const BREAKS = 'overflow-wrap:anywhere;word-break:break-word';
const LINE = `margin:0 0 16px;${FONT};font-size:16px;line-height:24px;color:#1d2a26;${BREAKS}`;
const CODE = `margin:0 0 16px;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:32px;line-height:40px;font-weight:600;letter-spacing:.12em;color:#1d2a26`;
const SMALL = `margin:0 0 12px;${FONT};font-size:14px;line-height:20px;color:#55625d;${BREAKS}`;

/** Inline colours win over a style sheet that is not insistent. */
const STYLE = `@media (prefers-color-scheme:dark){.back{background:#10211c!important}.card{background:#18302a!important}.line,.head{color:#e8efec!important}.small,.link{color:#a9bab4!important}.rule{border-color:#31483f!important}.go{background:#4fc3a1!important;color:#08211a!important}}
@media (max-width:480px){.card td.pad{padding:24px 18px!important}}`;

/** Lets a browser show a letter as mail programs do, and nothing else: no script, no picture, no frame. */
export const LETTER_POLICY = `default-src 'none'; style-src-elem '${hashOf(STYLE)}'; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export function htmlOf(sheet: Sheet): string {
  const { subject, language, preheader, greeting, paragraphs, code, action, closing, footer, off } = sheet;
  const url = escaped(action.url);
  const [first = '', ...others] = paragraphs.map(lineOf);
  const shown = code === undefined ? [] : [`<p class="line" style="${CODE}">${escaped(code)}</p>`];
  return `<!doctype html>
<html lang="${language}" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${escaped(subject)}</title><style>${STYLE}</style></head>
<body class="back" style="margin:0;padding:0;background:#f4f1ea">
<div role="main" lang="${language}">
<div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all">${escaped(preheader)}</div>
<table role="presentation" class="back" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f4f1ea"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background:#ffffff;border-radius:12px;table-layout:fixed"><tr><td class="pad" align="left" style="padding:28px 32px">
<h1 class="head" style="margin:0 0 16px;${FONT};font-size:22px;line-height:28px;font-weight:700;color:#1d2a26;${BREAKS}">${escaped(subject)}</h1>
${[lineOf(greeting), first, ...shown, ...others].join('\n')}
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px"><tr><td class="go" align="center" bgcolor="#0d5c48" style="background:#0d5c48;border-radius:8px">
<a class="go" href="${url}" style="display:inline-block;padding:12px 22px;${FONT};font-size:16px;line-height:24px;font-weight:600;color:#ffffff;text-decoration:none;border-radius:8px">${escaped(action.label)}</a></td></tr></table>
<p class="line" style="${LINE}">${escaped(closing)}</p>
<p class="small" style="${SMALL}"><a class="link" href="${url}" style="color:#55625d;text-decoration:underline;${BREAKS}">${url}</a></p>
<div lang="en"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="rule" style="border-top:1px solid #dcd8cf;padding-top:14px">
${footer.map((text) => `<p class="small" style="${SMALL}">${escaped(text)}</p>`).join('\n')}
${off ? `<p class="small" style="${SMALL}"><a class="link" href="${escaped(off.url)}" style="color:#55625d;text-decoration:underline">${escaped(off.label)}</a></p>` : ''}
</td></tr></table></div>
</td></tr></table>
</td></tr></table>
</div>
</body>
</html>
`;
}

function lineOf(text: string): string {
  return `<p class="line" style="${LINE}">${escaped(text)}</p>`;
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

export function hashOf(style: string): string {
  return `sha256-${createHash('sha256').update(style).digest('base64')}`;
}
