import { unpackGzip, unpackZip } from './archive.ts';
import { readBundle } from './bundle.ts';
import { readCamt } from './camt/read.ts';
import { readHtml } from './csv/html.ts';
import { readCsv } from './csv/read.ts';
import { readQif } from './qif/read.ts';
import { RefusedFile, refused } from './refusals.ts';
import { readGnucash } from './gnucash/read.ts';
import { withinLimits } from './limits.ts';
import { readMt940 } from './mt940/read.ts';
import { readOfx } from './ofx/read.ts';
import { sniffBytes, sniffText } from './sniff.ts';
import { decodeText } from './text/encoding.ts';
import type { Progress, ReadOptions, ReadOutcome, StatementFile } from './types.ts';
import { isWorkbookPart, readXlsx } from './xlsx/read.ts';

/** The largest file that is read at all. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/**
 * Reads a bank's or app's file of any known kind: bytes in, statements out. Pure and synchronous in steps: each `next()`
 * does a little, so that a caller can report progress and let others run. Never throws for what a file may hold: a
 * damaged row is rejected alone with its line and reason, and a file that cannot be read is refused with the line,
 * what is wrong and what to do.
 */
export function* readStatements(bytes: Uint8Array, options: ReadOptions): Generator<Progress, ReadOutcome> {
  const total = bytes.length;
  try {
    const steps = stepsFor(bytes, options);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return { ok: true, file: withinLimits(step.value) };
      yield { done: Math.min(total, Math.round(step.value * total)), total };
    }
  } catch (problem) {
    if (problem instanceof RefusedFile) return { ok: false, refusal: problem.refusal };
    throw problem;
  }
}

function* stepsFor(bytes: Uint8Array, options: ReadOptions, depth = 0): Generator<number, StatementFile> {
  if (bytes.length === 0) throw refused('empty_file', 'The file is empty (0 bytes).');
  if (bytes.length > MAX_FILE_BYTES) {
    throw refused('too_large', `The file has ${bytes.length} bytes; at most ${MAX_FILE_BYTES} are read.`);
  }
  switch (sniffBytes(bytes)) {
    case 'pdf':
      throw refused('pdf', 'The file is a PDF, which shows a statement but does not hold it as data.');
    case 'old_excel':
      throw refused(
        'old_excel',
        'The file is an Excel workbook of the old kind (XLS), or one with a password.',
      );
    case 'binary':
      throw refused('not_a_statement', 'The file is a picture or a program, no statement.');
    case 'zip':
      return yield* readZip(bytes, options, depth);
    case 'gzip':
      if (depth > 0) throw refused('archive_bomb', 'An archive stands inside an archive.');
      return yield* stepsFor(yield* unpackGzip(bytes), options, 1);
    default:
      return yield* readText(bytes, options);
  }
}

/** A workbook, or an archive with statements inside, as some banks send them. */
function* readZip(bytes: Uint8Array, options: ReadOptions, depth: number): Generator<number, StatementFile> {
  if (depth > 0) throw refused('archive_bomb', 'An archive stands inside an archive.');
  const { files, names } = yield* unpackZip(
    bytes,
    (name) => isWorkbookPart(name) || !/^(?:xl|docProps|_rels|customXml|__MACOSX)\//.test(name),
  );
  if (files.has('xl/workbook.xml')) return yield* readXlsx(files, options);
  const inside = [...files].filter(([name]) => !/^\[Content_Types\]\.xml$|^mimetype$|\/\.|^\./.test(name));
  const [only] = inside;
  if (only === undefined) {
    if (names.length === 0) throw refused('damaged_archive', 'The archive is damaged or empty.');
    throw refused('not_a_statement', 'The archive holds no statement.');
  }
  const read = (part: Uint8Array, fileName: string) => stepsFor(part, { ...options, fileName }, 1);
  return yield* inside.length === 1 ? read(only[1], only[0]) : readBundle(inside, read);
}

function readText(bytes: Uint8Array, options: ReadOptions): Generator<number, StatementFile> {
  const declared = declaredEncoding(bytes);
  const decoded = decodeText(bytes, {
    forced: options.mapping?.encoding,
    declared,
    currency: options.currency,
  });
  if (decoded.text.trim() === '') throw refused('empty_file', 'The file holds only empty lines.');
  switch (sniffText(decoded.text)) {
    case 'ofx':
      return readOfx(decoded, options);
    case 'qif':
      return readQif(decoded, options);
    case 'mt940':
      return readMt940(decoded, options);
    case 'camt':
      return readCamt(decoded, options);
    case 'binary':
      throw refused('not_a_statement', 'The file is not text and no spreadsheet either.', 1);
    case 'gnucash':
      return readGnucash(decoded, options);
    case 'old_gnucash':
      throw refused('old_gnucash', 'The file was written by a GnuCash before version 1.6.', 1);
    case 'html':
      return readHtml(decoded, options);
    case 'json':
      throw refused('not_a_statement', 'The file is JSON, which no bank uses for statements.', 1);
    case 'other_xml':
      throw refused(
        'not_a_statement',
        'The file is XML, but none of the kinds that banks use for statements.',
        1,
      );
    default:
      return readCsv(decoded, options);
  }
}

/** What the header of XML, a web page or OFX says of its own encoding; ASCII says nothing. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 600));
  const xml = /<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(head)?.[1];
  const page = /<meta\b[^<>]*charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  if (xml !== undefined || page !== undefined) return xml ?? page;
  const charset = /^CHARSET:\s*([\w-]+)/im.exec(head)?.[1];
  // Nearly every OFX file says 1252, whatever it is in.
  if (charset === '1252') return undefined;
  return charset !== undefined && /^\d{3,4}$/.test(charset) ? `windows-${charset}` : charset;
}
