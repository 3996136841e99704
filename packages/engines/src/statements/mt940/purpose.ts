import { cleanText, joinTexts } from '../text/clean.ts';
import { withoutPlaceholder } from './placeholder.ts';

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
  const [, known, other] = NUMBERED.exec(wrapped) ?? [];
  const mark = known ?? other ?? (/\?\d{2}/.test(wrapped) ? '?' : undefined);
  if (mark !== undefined) return numbered(wrapped, mark);
  const text = unwrapped(lines);
  if (/^\/[A-Z]{4,}\//.test(wrapped.trim()) || /\/(?:NAME|REMI|IBAN|EREF|CNTP)\//.test(wrapped))
    return named(
      text.replace(TORN, (whole, ...[left, right]) => (TAG.test(left + right) ? `/${left}${right}` : whole)),
    );
  return labelled(text) ?? { ...NOTHING, payee: cleanText(text) };
}

const NOTHING: Purpose = { payee: '', memo: '', reference: '', kind: '', counter_account: '' };

/** The number of the booking, then parts behind a mark of the bank's choice; “+” and “>” also stand in plain texts. */
const NUMBERED = /^\s*\d{3}\s*(?:([?~<^|])\d{2}|([+>])\d{2}.*\2\d{2})/;

/** A field has room for 65 letters a line. A line that fills it goes on in the next, any other one ends there. */
function unwrapped(lines: readonly string[]): string {
  return lines.reduce((text, line, index) => {
    const before = lines[index - 1]?.length ?? 0;
    // Some banks count the tag before the first line in.
    const isFull = before >= 65 || (index === 1 && before === 61);
    return index === 0 || isFull ? text + line : `${text} ${line}`;
  }, '');
}

/** A part has room for 27 letters, of which a space at its end may be lost. */
const FULL_PART = 25;

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
    for (let key = from; key <= to; key += 1) {
      const part = parts.get(String(key).padStart(2, '0')) ?? '';
      joined += part.length < FULL_PART ? `${part} ` : part;
    }
    return joined;
  };
  const purpose = at(20, 29) + at(60, 63);
  const tags = sepaTags(purpose);
  const payee = cleanText(at(32, 33));
  const kind = cleanText(at(0, 0));
  // References of machines are no name and no purpose: without words of a person, the bank's kind of booking stands.
  const memo = cleanText(tags.get('SVWZ') ?? purpose.replace(FIRST_TAG, ''));
  const reference = withoutPlaceholder(tags.get('EREF') ?? tags.get('KREF') ?? '');
  return {
    payee: payee || memo || kind || reference,
    memo: payee === '' ? '' : memo,
    reference,
    kind,
    counter_account: cleanText(at(38, 38)) || cleanText(at(31, 31)),
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

/** The tags that banks agreed upon. Other words between slashes are text: “/REMI/Order A/BCD/7”. */
const TAGS =
  'ACCW|ADDR|BENM|BIC|BO|CDTRREF|CDTRREFTP|CHGS|CNTP|CRED|CSID|CUR|DEBT|EREF|EXCH|IBAN|ID|INID|IREF|ISDT|ISO|KREF|MARF|MREF|NAME|NRTX|OCMT|ORDP|PREF|PURP|RATE|REMI|RTRN|STRD|SVCL|SWOC|TRCD|TRTP|ULTB|ULTC|ULTD|USTD';
const TAG = new RegExp(`^(?:${TAGS})$`);
/** A tag over the end of a line. */
const TORN = /\/([A-Z]*) ([A-Z]*)(?=\/)/g;
const TAGGED = new RegExp(`/(${TAGS})/(.*?)(?=/(?:${TAGS})/|$)`, 'gs');

/** `/NAME/…/REMI/…`: what Dutch banks use. */
function named(text: string): Purpose {
  const tags = new Map<string, string>();
  for (const [, tag = '', value = ''] of text.matchAll(TAGGED)) {
    if (!tags.has(tag)) tags.set(tag, value.replace(/\/+\s*$/, ''));
  }
  // The other side in one tag: account, bank, name and town. A short name in capitals looks like a tag of its own.
  const [, account = '', name = ''] = /\/CNTP\/([^/]*)\/[^/]*\/([^/]*)/.exec(text) ?? [];
  // No name goes on behind a tag, whether all banks know that or not.
  const payee = cleanText((tags.get('NAME') ?? name).replace(/\/[A-Z]{3,5}\/.*$/s, ''));
  const said = (tags.get('REMI') ?? '').replace(/^(?:USTD\/|STRD\/(?:CUR|ISO))\/|\/+$/g, '');
  const memo = joinTexts([said, tags.get('USTD') ?? '']);
  return {
    payee: payee || memo || cleanText(text),
    memo: payee === '' ? '' : memo,
    reference: withoutPlaceholder(tags.get('EREF') ?? ''),
    kind: cleanText(tags.get('TRTP') ?? ''),
    counter_account: cleanText(tags.get('IBAN') ?? account),
  };
}

const LABELS = 'IBAN|BIC|NAAM|OMSCHRIJVING|KENMERK|MACHTIGING|INCASSANT|BETALINGSKENM\\.?';
const LABELLED = new RegExp(`\\b(${LABELS}): *(.*?)(?=\\b(?:${LABELS}):|$)`, 'gis');

/** `SEPA OVERBOEKING  IBAN: … NAAM: … OMSCHRIJVING: …`: the same in words and columns. */
function labelled(text: string): Purpose | undefined {
  const found = new Map<string, string>();
  for (const [, label = '', value = ''] of text.matchAll(LABELLED)) {
    const key = label.toUpperCase();
    if (!found.has(key)) found.set(key, cleanText(value));
  }
  const payee = found.get('NAAM') ?? '';
  if (payee === '') return undefined;
  const kind = cleanText(text.slice(0, text.search(LABELLED)));
  return {
    payee,
    memo: found.get('OMSCHRIJVING') ?? '',
    reference: withoutPlaceholder(found.get('KENMERK') ?? ''),
    kind,
    counter_account: found.get('IBAN') ?? '',
  };
}
