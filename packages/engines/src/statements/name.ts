/** Whether the name of a file says the same as what is in it. What is in it decides; the name is worth a warning. */
import type { StatementFormat, Warning } from './types.ts';

/** What an ending promises. Those of archives and of plain text promise nothing. */
const PROMISED: Readonly<Record<string, RegExp>> = {
  csv: /^(csv|ynab|mint|actual|splitwise)$/,
  tsv: /^(csv|ynab|mint)$/,
  xlsx: /^xlsx?$/,
  xlsm: /^xlsx?$/,
  xls: /^xlsx?$/,
  ofx: /^(ofx|qfx)/,
  qfx: /^(ofx|qfx)/,
  ofc: /^(ofx|qfx)/,
  qif: /^qif$/,
  sta: /^mt94/,
  mt940: /^mt94/,
  940: /^mt94/,
  xml: /^(camt|ofx2|qfx|gnucash)/,
  gnucash: /^gnucash/,
};
/** Endings of what is no statement at all, and may have come by mistake, or not by mistake. */
const OTHERS = /^(pdf|png|jpe?g|gif|webp|heic|svg|html?|js|exe|bat|cmd|com|sh|ps1|docx?|pptx?|json|mp[34])$/;

export function nameWarnings(fileName: string, format: StatementFormat): Warning[] {
  const ending = /\.([a-z\d]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase();
  if (ending === undefined) return [];
  const agrees = PROMISED[ending]?.test(format) ?? !OTHERS.test(ending);
  if (agrees) return [];
  const message = `The name of the file ends in .${ending}, but what is in it is ${format.toUpperCase()}, and was read so. Make sure that it is the file that you meant.`;
  return [{ code: 'name_disagrees', message }];
}
