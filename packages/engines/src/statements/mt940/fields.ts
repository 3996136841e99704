import { linesOf } from '../csv/tokenize.ts';
import { endsWithLine } from '../cut-off.ts';

/** A `:tag:` field of a SWIFT message with the lines that continue it. */
export type SwiftField = {
  tag: string;
  line: number;
  lines: string[];
  /** The file ends in it without the end of a line, so that it may have gone on. */
  isCut?: true;
};

/** A last line of this kind is no text of the field above it, but what is left of the next. */
const TAG_BEGUN = /^:(?:\d{1,2}[A-Z]?|NS?)?$/;
const TAG = /^:(\d{2}[A-Z]?|NS):(.*)$/;

/** All fields of all messages, in order. Between the `-` that ends a message and the next field stand bank headers. */
export function readFields(text: string): SwiftField[] {
  const fields: SwiftField[] = [];
  const lines = linesOf(text);
  const unended = endsWithLine(text) ? -1 : lines.length - 1;
  if (unended !== -1 && TAG_BEGUN.test(lines[unended] ?? '')) lines.pop();
  let isOpen = false;
  for (const [index, whole] of lines.entries()) {
    const line = whole.replace(/^\{1:.*\{4:\s*/, '');
    const match = TAG.exec(line);
    if (match) {
      fields.push({ tag: match[1] ?? '', line: index + 1, lines: [match[2] ?? ''] });
      isOpen = true;
    } else if (/^-(?:\}.*|X{3})?\s*$/.test(line)) {
      isOpen = false;
    } else if (isOpen && line.trim() !== '' && !ENVELOPE.test(line)) {
      fields[fields.length - 1]?.lines.push(line);
    } else {
      continue;
    }
    const last = fields[fields.length - 1];
    if (index === unended && isOpen && last !== undefined) last.isCut = true;
  }
  return fields;
}

/** Block headers of the SWIFT envelope, and the message type that some banks write on a line of its own. */
const ENVELOPE = /^(?:\{\d:.*|:?94[02]:?(?: 00)?\s*)$/;
