import { describe, expect, it } from 'vitest';
import { fileOf, rejectedOf, rowsOf, shown, warningsOf } from '../testing.ts';

function message(entries: string, closing = ':62F:C260502EUR100,00'): string {
  return `:20:STARTUMS\n:25:12345678/1020304050\n:28C:00001/001\n:60F:C260501EUR100,00\n${entries}\n${closing}\n-\n`;
}

describe('an MT940 statement', () => {
  it('is read with structured purposes, wrapped anywhere', () => {
    const file = fileOf(
      message(
        ':61:2605020503DR4,50NTRFNONREF//0724710345313905\n:86:166?00LASTSCHRIFT?20EREF+R 1?21SVWZ+Kaffee und Ku\nchen?30BANKDEFF?31DE0212?32CAFE ?33MITTE',
        ':62F:C260502EUR95,50',
      ),
    );
    expect(rowsOf(file)[0]).toMatchObject({
      on: '2026-05-02',
      booked_on: '2026-05-03',
      amount_minor: -450n,
      payee: 'CAFE MITTE',
      memo: 'Kaffee und Kuchen',
      reference: 'R 1',
      kind: 'LASTSCHRIFT',
      bank_id: '0724710345313905',
      line: 5,
    });
    expect(file.statements[0]).toMatchObject({
      account: { number: '1020304050', bankCode: '12345678' },
      currency: 'EUR',
    });
    expect(file.warnings).toEqual([]);
  });

  it('calls a row that only carries references of machines by its kind of booking', () => {
    const file = fileOf(message(':61:260502C5,00NTRFNONREF\n:86:166?00GUTSCHRIFT?20EREF+4711?21MREF+99'));
    expect(rowsOf(file)[0]).toMatchObject({ payee: 'GUTSCHRIFT', memo: '', reference: '4711' });
  });

  it('turns reversals round: RC takes a credit back, RD gives a debit back', () => {
    const file = fileOf(message(':61:260502RCR5,00NRTINONREF\n:86:a\n:61:260502RD7,00NRTINONREF\n:86:b'));
    expect(rowsOf(file).map((row) => row.amount_minor)).toEqual([-500n, 700n]);
  });

  it('takes 30 February for the last day of the month, and says so', () => {
    const file = fileOf(message(':61:2602300301DR6,00N024NONREF\n:86:805?00ZINSEN'));
    expect(shown(file)).toEqual(['2026-02-28 -600 ZINSEN']);
    expect(rowsOf(file)[0]?.booked_on).toBe('2026-03-01');
    expect(warningsOf(file)).toEqual(['impossible_value_date', 'balance_mismatch']);
  });

  it('of a Dutch bank is read with plain, named and repeated purposes', () => {
    const file = fileOf(
      message(
        ':61:260502D1,00N426NONREF\n:86:BEA   NR:1  21.05 SHOP\n:61:260502D2,00NTRF\n:86:/IBAN/NL01/NAME/Jan/REMI/Huur mei/EREF/X1\n:61:260502D3,00N0600733959555      T-MOBILE\n:86:BETALINGSKENM.\n:86:FACTUUR',
      ),
    );
    expect(rowsOf(file).map((row) => [row.payee, row.memo])).toEqual([
      ['BEA NR:1 21.05 SHOP', ''],
      ['Jan', 'Huur mei'],
      ['BETALINGSKENM. FACTUUR', ''],
    ]);
  });

  it('may be many in one file, without dashes between them and with bank headers above', () => {
    const file = fileOf(
      `ABNANL2A\n940\nABNANL2A\n${message(':61:260502C1,NTRF\n:86:a')}{1:F01BANK}{2:O940}{4:\n${message(':61:260502C2,NTRF\n:86:b')}`,
    );
    expect(file.statements.map((one) => one.rows.map((row) => row.amount_minor))).toEqual([[100n], [200n]]);
    expect(rowsOf(file).map((row) => row.payee)).toEqual(['a', 'b']);
  });

  it('of the interim kind (MT942) has no balances and takes its currency from the floor limit', () => {
    const file = fileOf(
      ':20:X\n:25:GJB02\n:28C:1/1\n:34F:CHFD0,00\n:13D:2605021730+0000\n:61:2605020502D0,42MCI0NONREF\nSUPPLEMENT\n',
    );
    expect(file.format).toBe('mt942');
    expect(rowsOf(file)[0]).toMatchObject({ currency: 'CHF', amount_minor: -42n, payee: 'SUPPLEMENT' });
  });

  it('rejects a damaged entry alone', () => {
    const file = fileOf(message(':61:rubbish\n:86:a\n:61:260502C1,00NTRF\n:86:b'));
    expect(rejectedOf(file)).toEqual(['5 unreadable_entry']);
    expect(rowsOf(file)).toHaveLength(1);
  });

  it('books a day of the next year for a value date at the end of this one', () => {
    const file = fileOf(message(':61:2512310102D1,00NTRF\n:86:a'));
    expect(rowsOf(file)[0]?.booked_on).toBe('2026-01-02');
  });
});

describe('the other side in a tag of its own', () => {
  it('is read with its account, and what was said without its labels', () => {
    const file = fileOf(
      message(
        ':61:260502D5,00NTRFEREF//0000000000100501\n/TRCD/00100/\n:86:/EREF/E1//CNTP/NL11ABNA0123456789/ABNANL2A/KPN///REMI/USTD//Telefoon mei/',
        ':62F:C260502EUR95,00',
      ),
    );
    expect(rowsOf(file)[0]).toMatchObject({
      payee: 'KPN',
      memo: 'Telefoon mei',
      counter_account: 'NL11ABNA0123456789',
    });
  });
});

describe('the text of an entry', () => {
  const purposeOf = (...lines: string[]) => {
    const file = fileOf(message(`:61:260502D5,00NTRFNONREF\n:86:${lines.join('\n')}`));
    const [row] = rowsOf(file);
    return row === undefined ? undefined : { payee: row.payee, memo: row.memo, reference: row.reference };
  };

  it('keeps the words of short parts apart, and joins what a full part was cut in', () => {
    expect(purposeOf('020?00UEBERWEISUNG?20MIETE?21MAI 2026?22WOHNUNG 3?32HAUS GMBH')).toMatchObject({
      payee: 'HAUS GMBH',
      memo: 'MIETE MAI 2026 WOHNUNG 3',
    });
    expect(purposeOf('166?00X?20SVWZ+Rechnung fuer Telefonan?21schluss?32CAFE')?.memo).toBe(
      'Rechnung fuer Telefonanschluss',
    );
  });

  it('is read in parts behind any mark, but a plus in a plain text is none', () => {
    expect(purposeOf('020>00PRZELEW>20CZYNSZ>32JAN')).toMatchObject({ payee: 'JAN', memo: 'CZYNSZ' });
    expect(purposeOf('020+00PRZELEW+20CZYNSZ+32JAN')).toMatchObject({ payee: 'JAN', memo: 'CZYNSZ' });
    expect(purposeOf('100+20 free minutes')?.payee).toBe('100+20 free minutes');
  });

  it('may hold words between slashes that are no tags', () => {
    expect(purposeOf('/TRTP/SEPA/NAME/Jan/REMI/Order A/BCD/7/EREF/NOTPROVIDED')).toEqual({
      payee: 'Jan',
      memo: 'Order A/BCD/7',
      reference: '',
    });
    expect(purposeOf('/EREF/E1//CNTP/NL11/ABNANL2A/KPN///REMI/USTD//Mei/')?.reference).toBe('E1');
  });

  it('is whole again where full lines cut a word, and keeps the end of a short line', () => {
    const long = `/NAME/Jan/REMI/${'x'.repeat(40)} betaling van`;
    expect(purposeOf(long.slice(0, 61), `${long.slice(61)} mei`)?.memo).toMatch(/^x+ betaling van mei$/);
    expect(purposeOf('/NAME/Jan/REMI/Huur van', 'maart')?.memo).toBe('Huur van maart');
  });

  it('is read from the labels of the older Dutch kind', () => {
    const file = fileOf(
      message(
        ':61:260502D5,00N247NONREF\n:86:SEPA OVERBOEKING                 IBAN: NL56VAYB0000000001\nBIC: VAYBNL2U                    NAAM: K. BAKKER\nOMSCHRIJVING: BROOD EN KOEK',
      ),
    );
    expect(rowsOf(file)[0]).toMatchObject({
      payee: 'K. BAKKER',
      memo: 'BROOD EN KOEK',
      kind: 'SEPA OVERBOEKING',
      counter_account: 'NL56VAYB0000000001',
    });
  });
});

it('an MT940 message may begin on the line of its envelope', () => {
  const text = message(':61:260502C1,NTRF\n:86:a').replace(':20:', '{1:F01BANK}{2:O940}{4::20:');
  expect(shown(fileOf(text))).toEqual(['2026-05-02 100 a']);
});

it('what a bank only expects to book is pending', () => {
  const file = fileOf(
    ':20:X\n:25:GJB02\n:28C:1/1\n:34F:CHF0,\n:13D:2605021730+0000\n:61:2605020502EC5,NMSCNONREF\n:86:Wages\n:61:2605020502D1,NMSCNONREF\n:86:Fee\n',
  );
  expect(rowsOf(file).map((row) => [row.amount_minor, row.pending])).toEqual([
    [500n, true],
    [-100n, undefined],
  ]);
});

it('an MT940 entry may have a field of the bank before its text, spaces and small letters', () => {
  const file = fileOf(
    message(':61:260502 0503 d 5,00 NTRFNONREF\n:NS:01Something\n:86:Shop', ':62F:C260502EUR95,00').replace(
      '12345678/1020304050',
      'NL26VAYB8060476890/EUR',
    ),
  );
  expect(shown(file)).toEqual(['2026-05-02 -500 Shop']);
  expect(file.statements[0]?.account).toEqual({ number: 'NL26VAYB8060476890', bankCode: undefined });
  expect(file.warnings).toEqual([]);
});

it('an interim report whose rows are not those that the bank counts is doubted', () => {
  const report = (sums: string) =>
    fileOf(
      `:20:X\n:25:GJB02\n:28C:1/1\n:34F:CHF0,\n:13D:2605021730+0000\n:61:2605020502C5,NMSCNONREF\n:86:Wages\n:61:2605020502D1,5NMSCNONREF\n:86:Fee\n${sums}-\n`,
    ).warnings;
  expect(report(':90D:1CHF1,50\n:90C:1CHF5,\n')).toEqual([]);
  expect(report(':90D:2CHF3,\n:90C:1CHF5,\n')).toMatchObject([{ code: 'sums_differ', line: 10 }]);
});

it('an interim report may count a reversal on its own side, what is only expected, and all its pages', () => {
  const page = (entries: string, sums = '') =>
    `:20:X\n:25:GJB02\n:28C:1/1\n:34F:CHF0,\n:13D:2605021730+0000\n${entries}${sums}-\n`;
  const line = (what: string) => `:61:2605020502${what},NMSCNONREF\n:86:Fee\n`;
  const warned = (text: string) => fileOf(text).warnings;
  expect(warned(page(line('C9') + line('RC5'), ':90D:0CHF0,\n:90C:2CHF4,\n'))).toEqual([]);
  expect(warned(page(line('D1') + line('ED2'), ':90D:2CHF3,\n'))).toEqual([]);
  expect(warned(page(line('D1')) + page(line('D2'), ':90D:2CHF3,\n:90C:0CHF0,\n'))).toEqual([]);
  expect(warned(page(line('D1') + line('D0'), ':90D:2CHF1,\n'))).toEqual([]);
});

it('a tag over the end of a line is one, and a name ends at any tag', () => {
  const read = (text: string) =>
    rowsOf(fileOf(`:20:X\n:25:1\n:60F:C260501EUR1,\n:61:260502D1,NMSC\n:86:${text}\n-\n`))[0];
  expect(read('/TRTP/SEPA/NA\nME/Bakery/\nREMI/Bread')).toMatchObject({ payee: 'Bakery', memo: 'Bread' });
  expect(read('/NAME/Bakery/TOWN/UTRECHT/REMI/Bread')).toMatchObject({ payee: 'Bakery', memo: 'Bread' });
});
