import { describe, expect, it } from 'vitest';
import { encoded, fileOf, rowsOf } from '../testing.ts';

/** The letters of a single-byte alphabet with their places. */
function alphabet(encoding: string): Record<string, number> {
  const decoder = new TextDecoder(encoding);
  return Object.fromEntries(
    Array.from({ length: 128 }, (_, at) => [decoder.decode(Uint8Array.of(128 + at)), 128 + at]),
  );
}

const ofx = (currency: string, names: readonly string[]) =>
  `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n<OFX><STMTRS><CURDEF>${currency}<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST>${names
    .map((name, at) => `<STMTTRN><DTPOSTED>20260502<TRNAMT>-${at + 1}.50<FITID>x${at}<NAME>${name}</STMTTRN>`)
    .join('\n')}</BANKTRANLIST></STMTRS></OFX>\n`;

const qif = (names: readonly string[]) =>
  `!Type:Bank\n${names.map((name, at) => `D25/05/2026\nT-${at + 1}.50\nP${name}\n^\n`).join('')}`;

describe('the alphabet of a file', () => {
  it.each([
    ['windows-1250', 'PLN', ['Łódź Sklep', 'Żabka Piaseczno', 'Książka']],
    ['windows-1251', 'RUB', ['Пятёрочка Москва', 'Зарплата', 'Магнит']],
    ['windows-1253', 'EUR', ['Σκλαβενίτης Αθήνα', 'ΔΕΗ Λογαριασμός', 'Καφέ Μουσείο']],
    ['windows-1254', 'TRY', ['Şişli Market', 'İstanbul Ulaşım', 'Güneş Gıda']],
    ['windows-1252', 'EUR', ['Café Müller', 'Größe', 'Señor Ñandú']],
    ['windows-1252', 'EUR', ['¡Hola!', 'Tapas']],
    ['windows-1252', 'NZD', ['¿Qué?']],
    ['windows-1252', 'EUR', ['Cal·la']],
  ])('is %s by its letters, whatever an OFX file says of itself', (encoding, currency, names) => {
    const table = alphabet(encoding);
    for (const text of [ofx(currency, names), qif(names)]) {
      const file = fileOf(encoded(text, table), { currency });
      expect(rowsOf(file).map((row) => row.payee)).toEqual(names);
      expect(file.encoding).toBe(encoding);
    }
  });

  it('is not told by the money of one payment abroad', () => {
    const names = ['København Bageri', 'Caffè £5', 'ZABKA 50.00 PLN'];
    const csv = `Date,Payee,Amount\n${names.map((name, at) => `2026-05-1${at},${name},-4.50\n`).join('')}`;
    for (const text of [ofx('GBP', names), qif(names), csv]) {
      const file = fileOf(encoded(text, alphabet('windows-1252')), { currency: 'GBP' });
      expect(rowsOf(file).map((row) => row.payee)).toEqual(names);
    }
  });
});
