import { linesOf } from '../csv/tokenize.ts';

/** A `:tag:` field of a SWIFT message with the lines that continue it. */
export type SwiftField = { tag: string; line: number; lines: string[] };

const TAG = /^:(\d{2}[A-Z]?|NS):(.*)$/;

/** All fields of all messages, in order. Envelope lines, bank headers and the `-` between messages fall away. */
export function readFields(text: string): SwiftField[] {
  const fields: SwiftField[] = [];
  for (const [index, whole] of linesOf(text).entries()) {
    const line = whole.replace(/^\{1:.*\{4:\s*/, '');
    const match = TAG.exec(line);
    if (match) {
      fields.push({ tag: match[1] ?? '', line: index + 1, lines: [match[2] ?? ''] });
      continue;
    }
    const field = fields[fields.length - 1];
    if (field === undefined || isEnvelope(line)) continue;
    field.lines.push(line);
  }
  return fields;
}

/** What stands between messages: their end, the next one's block headers, or a bank's own header lines. */
function isEnvelope(line: string): boolean {
  return (
    line.trim() === '' ||
    /^-(?:\}|X{3}|\s*$)/.test(line) ||
    /^\{\d:/.test(line) ||
    /^:?94[02]:?$|^[A-Z]{6}[A-Z0-9]{2,5}$/.test(line.trim())
  );
}
