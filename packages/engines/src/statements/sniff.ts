export type Kind =
  | 'ofx'
  | 'qif'
  | 'mt940'
  | 'camt'
  | 'gnucash'
  | 'old_gnucash'
  | 'html'
  | 'json'
  | 'other_xml'
  | 'pdf'
  | 'old_excel'
  | 'zip'
  | 'gzip'
  | 'binary'
  | 'table';

/** What a file is by its first bytes; undefined when only its text can tell. */
export function sniffBytes(bytes: Uint8Array): Kind | undefined {
  const starts = (...wanted: number[]) => wanted.every((byte, index) => bytes[index] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (starts(0x1f, 0x8b)) return 'gzip';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'old_excel';
  // Before there was a container around it, a workbook began with its first record.
  if (
    starts(0x09, 0x08) ||
    starts(0x09, 0x00, 0x04, 0x00) ||
    starts(0x09, 0x02, 0x06) ||
    starts(0x09, 0x04, 0x06)
  )
    return 'old_excel';
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46, 0x38))
    return 'binary';
  if (starts(0x7f, 0x45, 0x4c, 0x46) || starts(0x53, 0x51, 0x4c, 0x69, 0x74, 0x65)) return 'binary';
  return undefined;
}

/** What a text is by how it begins and what stands in it. The name of the file has no say: banks name files at will. */
export function sniffText(text: string): Kind {
  const head = text.slice(0, 20_000);
  if (isNoise(head)) return 'binary';
  if (/^\s*OFXHEADER\s*:|<\?OFX\b|<(?:[\w.-]+:)?OFX\b|<OFC\b/im.test(head)) return 'ofx';
  if (/^\s*<\?xml|^\s*<[A-Za-z!]/.test(head)) return sniffMarkup(head);
  if (/^\s*[[{]\s*["{[\]}]/.test(head)) return 'json';
  if (/^[ \t]*!\s*(?:type|account|option|clear)\b/im.test(head) || isHeadlessQif(head)) return 'qif';
  if (/(?:^|\{4:)[ \t]*:20:/m.test(head) && /^:(?:25|28C?|60[FM]|61|13D|34F):?/m.test(head)) return 'mt940';
  return 'table';
}

/** Records of a register without the line that opens it: each line begins with its code, and a caret ends each. */
function isHeadlessQif(head: string): boolean {
  const [first = '', last] = head.split(/^[ \t]*\^[ \t]*$/m, 2);
  if (last === undefined) return false;
  const lines = first.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  return (
    lines.every((line) => /^[ \t]*[DTUCNPMALFSE$%]/.test(line)) &&
    lines.some((line) => /^[ \t]*D[ \d]/.test(line)) &&
    lines.some((line) => /^[ \t]*[TU][-+ $\d.,(]/.test(line))
  );
}

function sniffMarkup(head: string): Kind {
  if (/camt\.05[234]|<(?:\w+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)\b/.test(head)) return 'camt';
  if (/<gnc-v2\b/.test(head)) return 'gnucash';
  if (/<gnc\b[^>]*>/.test(head)) return 'old_gnucash';
  if (/<(?:!doctype\s+html|html|table|body|head)\b/i.test(head)) return 'html';
  return 'other_xml';
}

/** Text has hardly any control bytes; what has many is a program's own format. */
function isNoise(head: string): boolean {
  let odd = 0;
  for (let index = 0; index < head.length; index += 1) {
    const code = head.charCodeAt(index);
    if (code === 0xfffd || code < 9 || (code > 13 && code < 32 && code !== 26 && code !== 27)) odd += 1;
  }
  return head.length > 0 && odd > head.length * 0.1;
}
