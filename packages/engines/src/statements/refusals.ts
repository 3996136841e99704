import type { Refusal } from './types.ts';

/** Thrown inside a reader to leave it; `read.ts` turns it into an outcome. Nothing else may be thrown on purpose. */
export class RefusedFile extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = 'RefusedFile';
    this.refusal = refusal;
  }
}

const CURES = {
  empty_file: 'Export the statement again and choose that file.',
  too_large: 'Export a shorter period and import the files one after another.',
  too_deep: 'Export the statement again as OFX or CSV.',
  not_a_statement:
    'Export the statement as OFX, QFX, QIF, CSV, CAMT.053, MT940 or XLSX and choose that file.',
  pdf: 'Look for “Export” or “Download transactions” in your bank and choose CSV or OFX.',
  old_excel: 'Open the file in your spreadsheet and save it as XLSX or CSV.',
  encrypted: 'Save the file without a password and choose it again.',
  archive_bomb: 'Unpack the file yourself and import what is inside.',
  damaged_archive: 'Download the file again; it seems to have been cut off.',
  damaged_markup: 'Download the file again; if the line stays wrong, export as CSV instead.',
  dangerous_markup: 'Export the statement again from your bank; statements never need such definitions.',
  bank_error: 'Ask your bank for the statement again; this file holds only its error answer.',
  no_statement: 'Export again and choose a period that holds transactions.',
  no_transactions: 'Export the register of a bank, cash or card account and choose that file.',
  no_rows: 'Check that the file lists transactions with a day and an amount, or name the columns by hand.',
  no_date_column: 'Choose the column that holds the day.',
  no_amount_column: 'Choose the column that holds the amount, or the two for money out and in.',
  old_gnucash: 'Open the file in a current GnuCash, save it, and choose the new file.',
  unknown_mapping: 'Choose the columns and formats again.',
} as const;

export type RefusalCode = keyof typeof CURES;

export function refused(code: RefusalCode, message: string, line?: number): RefusedFile {
  return new RefusedFile({ code, message, cure: CURES[code], line });
}
