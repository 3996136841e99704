import { plainWords } from './text/clean.ts';

export type Bank = { id: string; name: string };

/** New Zealand account numbers begin with the bank's registered code. */
const NZ_CODES: Readonly<Record<string, Bank>> = {
  '01': { id: 'anz-nz', name: 'ANZ' },
  '02': { id: 'bnz', name: 'BNZ' },
  '03': { id: 'westpac-nz', name: 'Westpac' },
  '06': { id: 'anz-nz', name: 'ANZ' },
  '11': { id: 'anz-nz', name: 'ANZ' },
  '12': { id: 'asb', name: 'ASB' },
  '15': { id: 'tsb', name: 'TSB' },
  '31': { id: 'citi-nz', name: 'Citi' },
  '38': { id: 'kiwibank', name: 'Kiwibank' },
};

const NZ_ACCOUNT = /\b(\d{2})-(\d{4})-(\d{7})-(\d{2,3})\b/;

/** The New Zealand account number in a text, and the bank that its first two digits name. */
export function nzAccountIn(text: string): { number: string; bank: Bank | undefined } | undefined {
  const match = NZ_ACCOUNT.exec(text);
  return match ? { number: match[0], bank: NZ_CODES[match[1] ?? ''] } : undefined;
}

export function bankOfCode(code: string): Bank | undefined {
  return NZ_CODES[code];
}

/** Column names that one bank uses and others do not; all must be there. */
const SIGNATURES: readonly [Bank, string][] = [
  [
    { id: 'anz-nz', name: 'ANZ' },
    'type|details|particulars|code|reference|amount|date|foreigncurrencyamount',
  ],
  [{ id: 'anz-nz', name: 'ANZ' }, 'card|type|amount|details|transactiondate|processeddate'],
  [{ id: 'asb', name: 'ASB' }, 'unique id|tran type'],
  [{ id: 'kiwibank', name: 'Kiwibank' }, 'account number|memo/description|source code payment type|tp ref'],
  [{ id: 'kiwibank', name: 'Kiwibank' }, 'account number|effective date|transaction date|other party name'],
  [
    { id: 'westpac-nz', name: 'Westpac' },
    'date|amount|other party|description|reference|particulars|analysis code',
  ],
  [{ id: 'bnz', name: 'BNZ' }, 'this party account|other party account'],
  [{ id: 'bnz', name: 'BNZ' }, 'date|amount|payee|particulars|code|reference|tran type'],
  [{ id: 'n26', name: 'N26' }, 'datum|empfanger|kontonummer|transaktionstyp|verwendungszweck'],
  [{ id: 'revolut', name: 'Revolut' }, 'started date|completed date|state'],
  [{ id: 'wise', name: 'Wise' }, 'transferwise id'],
  [{ id: 'stripe', name: 'Stripe' }, 'balance transaction id|reporting category'],
];

export function bankOfColumns(names: readonly string[]): Bank | undefined {
  const known = new Set(names.map((name) => plainWords(name.replace(/_/g, ' '))));
  return SIGNATURES.find(([, wanted]) => wanted.split('|').every((name) => known.has(name)))?.[0];
}

/** A bank named by an OFX file's institution or by a BIC: the name as given, with an id made of it. */
export function bankNamed(name: string): Bank | undefined {
  const id = plainWords(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return id === '' ? undefined : { id, name: name.trim() };
}
