import { cleanText, joinTexts } from '../text/clean.ts';

/** What field 86 says of a row, in any of the structures that banks use, or as plain text. */
export type Purpose = {
  payee: string;
  memo: string;
  reference: string;
  kind: string;
  counter_account: string;
};

/** `lines` of all fields 86 of one row, as they stand. */
export function readPurpose(lines: readonly string[]): Purpose {
  const wrapped = lines.join('');
  const mark = /^\s*\d{3}\s?([?~<^|])\d{2}/.exec(wrapped)?.[1] ?? (/\?\d{2}/.test(wrapped) ? '?' : undefined);
  if (mark !== undefined) return numbered(wrapped, mark);
  if (/^\/[A-Z]{4,}\//.test(wrapped.trim()) || /\/(?:NAME|REMI|IBAN|EREF|CNTP)\//.test(wrapped))
    return named(wrapped);
  const text = cleanText(lines.join(' '));
  return { payee: text, memo: '', reference: '', kind: '', counter_account: '' };
}

/** `166?00GUTSCHRIFT?20…?32NAME`: numbered parts, wrapped anywhere. */
function numbered(text: string, mark: string): Purpose {
  const parts = new Map<string, string>();
  const pieces = text.split(new RegExp(`\\${mark}(?=\\d{2})`));
  for (const piece of pieces.slice(1)) {
    const key = piece.slice(0, 2);
    parts.set(key, (parts.get(key) ?? '') + piece.slice(2));
  }
  const at = (from: number, to: number) => {
    let joined = '';
    for (let key = from; key <= to; key += 1) joined += parts.get(String(key).padStart(2, '0')) ?? '';
    return joined;
  };
  const purpose = at(20, 29) + at(60, 63);
  const tags = sepaTags(purpose);
  const payee = cleanText(at(32, 33));
  const kind = cleanText(at(0, 0));
  // References of machines are no name and no purpose: without words of a person, the bank's kind of booking stands.
  const memo = cleanText(tags.get('SVWZ') ?? purpose.replace(FIRST_TAG, ''));
  const reference = cleanText(tags.get('EREF') ?? tags.get('KREF') ?? '');
  return {
    payee: payee || memo || kind || reference,
    memo: payee === '' ? '' : memo,
    reference,
    kind,
    counter_account: cleanText(at(38, 38) || at(31, 31)),
  };
}

const FIRST_TAG = /(?:EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC)\+.*$/s;

/** `EREF+… SVWZ+…`: what German banks put inside the purpose. */
function sepaTags(text: string): Map<string, string> {
  const tags = new Map<string, string>();
  for (const match of text.matchAll(
    /(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC)\+(.*?)(?=(?:EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC)\+|$)/gs,
  )) {
    tags.set(match[1] ?? '', match[2] ?? '');
  }
  return tags;
}

/** `/NAME/…/REMI/…`: what Dutch banks use. */
function named(text: string): Purpose {
  const tags = new Map<string, string>();
  for (const match of text.matchAll(/\/([A-Z]{3,5})\/(.*?)(?=\/[A-Z]{3,5}\/|$)/gs)) {
    if (!tags.has(match[1] ?? '')) tags.set(match[1] ?? '', match[2] ?? '');
  }
  // The other side in one tag: account, bank, name and town. A short name in capitals looks like a tag of its own.
  const [, account = '', name = ''] = /\/CNTP\/([^/]*)\/[^/]*\/([^/]*)/.exec(text) ?? [];
  const payee = cleanText(tags.get('NAME') ?? name);
  const said = (tags.get('REMI') ?? '').replace(/^(?:USTD\/|STRD\/(?:CUR|ISO))\/|\/+$/g, '');
  const memo = joinTexts([said, tags.get('USTD') ?? '']);
  return {
    payee: payee || memo || cleanText(text),
    memo: payee === '' ? '' : memo,
    reference: cleanText(tags.get('EREF') ?? ''),
    kind: cleanText(tags.get('TRTP') ?? ''),
    counter_account: cleanText(tags.get('IBAN') ?? account),
  };
}
