import type { ColumnRole, CsvMapping, FoundMapping, Import } from '@kinwise/api-client/schema';

/**
 * Correcting how a table is read. A correction overrides only what it names; whatever hangs on it is left to the reader to
 * find anew, so that one wrong guess does not have to be mended in five places.
 */
export type MappingChoice = keyof NonNullable<FoundMapping['because']>;

/** Roles of which a table has one column at most. Texts may be spread over several. */
const SINGLE: ReadonlySet<ColumnRole> = new Set([
  'date',
  'booked_date',
  'value_date',
  'amount',
  'debit',
  'credit',
  'direction',
  'balance',
  'currency',
  'bank_id',
  'account',
]);

/** The reader's word for what a person decided. */
const CHOSEN = 'You chose it.';

/** The mapping that a server sent; an empty one where there is none. */
export function mappingOf({ mapping }: Pick<Import, 'mapping'>): FoundMapping {
  return mapping ?? {};
}

/** Another delimiter makes other columns: everything below it is found anew. */
export function withDelimiter(mapping: FoundMapping, delimiter: string): FoundMapping {
  const { encoding, currency, because } = mapping;
  return { ...given({ encoding, currency, because }), delimiter };
}

/** Another line of names (0: none) may name other columns. */
export function withHeaderLine(mapping: FoundMapping, header_line: number): FoundMapping {
  const { first_line: _first, columns: _columns, sign: _sign, ...kept } = mapping;
  return { ...kept, header_line };
}

/** What a column holds. A role that only one column can have leaves the one that had it. */
export function withRole(mapping: FoundMapping, column: number, role: ColumnRole): FoundMapping {
  const columns: Record<string, ColumnRole> = { ...mapping.columns };
  for (const [other, its] of Object.entries(columns)) {
    if (SINGLE.has(role) && its === role) columns[other] = 'ignore';
    if (excludes(role, its)) columns[other] = 'ignore';
  }
  columns[String(column)] = role;
  const next = { ...mapping, columns };
  if (!MONEY.has(role) && !MONEY.has(mapping.columns?.[String(column)] ?? 'ignore')) return next;
  // Which way a plus counts follows from the columns that hold the money.
  const { sign: _sign, ...found } = next;
  return found;
}

const MONEY: ReadonlySet<ColumnRole> = new Set(['amount', 'debit', 'credit', 'direction']);

/** One column of signed amounts and two columns for out and in are two ways of saying the same. */
function excludes(role: ColumnRole, other: ColumnRole): boolean {
  if (role === 'amount') return other === 'debit' || other === 'credit';
  return (role === 'debit' || role === 'credit') && other === 'amount';
}

export type MappingGap = 'no_date' | 'no_amount';

/** What the columns lack to make rows of a file. */
export function gapsOf(mapping: FoundMapping): MappingGap[] {
  const roles = new Set(Object.values(mapping.columns ?? {}));
  // Without a word about the columns the reader looks for itself.
  if (roles.size === 0) return [];
  const gaps: MappingGap[] = [];
  if (!roles.has('date') && !roles.has('booked_date') && !roles.has('value_date')) gaps.push('no_date');
  if (!roles.has('amount') && !roles.has('debit') && !roles.has('credit')) gaps.push('no_amount');
  return gaps;
}

const CHOICES = [
  'encoding',
  'delimiter',
  'header_line',
  'first_line',
  'columns',
  'date_order',
  'decimal_mark',
  'sign',
  'row_order',
  'currency',
] as const satisfies readonly (keyof FoundMapping)[];

/**
 * What to send: what differs from how the file was read, with what the person had decided before. Everything else stays
 * the reader's to find, with its reasons.
 */
export function correctionsOf(read: FoundMapping, wanted: FoundMapping): CsvMapping {
  const corrections: Record<string, unknown> = {};
  for (const choice of CHOICES) {
    const value = wanted[choice];
    if (value === undefined) continue;
    const decided = choice !== 'first_line' && read.because?.[choice]?.reason === CHOSEN;
    if (decided || JSON.stringify(value) !== JSON.stringify(read[choice])) corrections[choice] = value;
  }
  return corrections as CsvMapping;
}

export function isChanged(read: FoundMapping, wanted: FoundMapping): boolean {
  return CHOICES.some((choice) => JSON.stringify(wanted[choice]) !== JSON.stringify(read[choice]));
}

function given<Part extends object>(part: Part): Partial<Part> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Partial<Part>;
}
