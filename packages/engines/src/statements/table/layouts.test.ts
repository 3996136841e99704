import { describe, expect, it } from 'vitest';
import { fileOf, rejectedOf, rowsOf, shown, warningsOf } from '../testing.ts';

const EUR = { currency: 'EUR' };

describe('the names of columns', () => {
  it('stand below a line that looks like a row, such as an account’s number beside a day', () => {
    const text =
      'Konto:;1234567;;Stand:;14.05.2026\nZeitraum:;;von:;01.05.2026;bis:;13.05.2026\n\nBuchungstag;Valuta;Name;Vorgang/Verwendungszweck;Umsatz;\n13.05.2026;13.05.2026;Kiosk;Zeitung;45,60;S\n12.05.2026;12.05.2026;Werk;Lohn;1.000,00;H';
    const file = fileOf(text, EUR);
    expect(shown(file)).toEqual(['2026-05-13 -4560 Kiosk', '2026-05-12 100000 Werk']);
    expect(rejectedOf(file)).toEqual([]);
  });

  it.each([
    ['Buchungstag;Auftraggeber / Begünstigter;Verwendungszweck;Betrag', 'Kiosk', 'Zeitung'],
    ['Umsatztag;Sender / Empfänger;Verwendungszweck;Betrag in EUR', 'Kiosk', 'Zeitung'],
    ['Datum;Beschreibung1;Beschreibung2;Betrag', 'Kiosk', 'Zeitung'],
    ['Date,Counter Party,Reference note,Amount (EUR)'.replaceAll(',', ';'), 'Kiosk', ''],
  ])('are known with numbers and in pairs: %s', (names, payee, memo) => {
    const file = fileOf(`${names}\n13.05.2026;Kiosk;Zeitung;-45,60`, EUR);
    expect(rowsOf(file)[0]).toMatchObject({ payee, memo });
  });

  it('call a column a balance that begins so', () => {
    const text = 'Datum;Naam;Bedrag;Saldo na mutatie\n13-05-2026;Bakker;-45,60;954,40';
    expect(fileOf(text, EUR).statements[0]?.closing?.amount_minor).toBe(95440n);
  });

  it('lose to a column that holds something, where theirs is empty', () => {
    const text = 'Datum;Vermerk;Betrag;Label\n13.05.2026;Kauf Kiosk;-45.60;\n14.05.2026;Kauf Post;-5.60;';
    expect(rowsOf(fileOf(text, EUR)).map((row) => row.payee)).toEqual(['Kauf Kiosk', 'Kauf Post']);
  });
});

describe('the other side of a row', () => {
  it('is who was paid for money out, and who paid for money in', () => {
    const text =
      'Date,From,To,Note,Amount\n13/05/2026,Mere,Tama,Pizza,-45.60\n14/05/2026,Kiri,Mere,Rent,100.00';
    expect(rowsOf(fileOf(text)).map((row) => [row.payee, row.memo])).toEqual([
      ['Tama', 'Pizza'],
      ['Kiri', 'Rent'],
    ]);
  });

  it('is what a person chose, where that is another column', () => {
    const text = 'Date,From,To,Note,Amount\n13/05/2026,Mere,Tama,Pizza,-45.60';
    const columns = { ...fileOf(text).mapping?.columns, '2': 'ignore', '3': 'payee' } as const;
    expect(rowsOf(fileOf(text, { mapping: { columns } }))[0]?.payee).toBe('Pizza');
  });

  it('is no name that all rows share: that is the holder’s own', () => {
    const rows = ['Kiosk', 'Werk', 'Bank'].map((name) => `13.05.2026;Mere Muster;${name};-1,00`);
    const file = fileOf(
      `Datum;Auftraggeber/Empfänger;Empfänger/Zahlungspflichtiger;Betrag\n${rows.join('\n')}`,
      EUR,
    );
    expect(rowsOf(file).map((row) => row.payee)).toEqual(['Kiosk', 'Werk', 'Bank']);
  });

  it.each([
    ['empty on some rows', ['DE12345678901234567890', '']],
    ['several behind the day', ['DE12345678901234567890', 'DE09876543210987654321']],
  ])('has the account numbers that are %s, so that they part no statements', (_name, ibans) => {
    const rows = ibans.map((iban, index) => `1${index}.05.2026;Kiosk ${index};${iban};-1,00`);
    const file = fileOf(`Datum;Name;IBAN;Betrag\n${rows.join('\n')}`, EUR);
    expect(file.statements).toHaveLength(1);
    expect(rowsOf(file)[0]?.counter_account).toBe(ibans[0]);
  });

  it('is not the holder’s, whose IBAN stands in front of the day', () => {
    const file = fileOf(
      'IBAN;Datum;Name;Betrag\nDE12345678901234567890;10.05.2026;A;-1,00\nDE09876543210987654321;11.05.2026;B;-2,00',
      EUR,
    );
    expect(file.statements.map((one) => one.account?.number)).toEqual([
      'DE12345678901234567890',
      'DE09876543210987654321',
    ]);
  });

  it('is told by words, not by the code that a bank gives each row', () => {
    const file = fileOf(
      '13/05/2026,Reference: AT2613300001,-5.60,KIOSK\n14/05/2026,Reference: AT2613300002,-4.00,POST OFFICE',
    );
    expect(rowsOf(file).map((row) => row.payee)).toEqual(['KIOSK', 'POST OFFICE']);
  });
});

describe('how far a payment has come', () => {
  it('is told by a column of such words, whatever its name', () => {
    const text =
      'Buchungstag;Name;Betrag;Info\n13.05.2026;A;-1,00;Umsatz gebucht\n14.05.2026;B;-2,00;Umsatz vorgemerkt';
    expect(rowsOf(fileOf(text, EUR)).map((row) => row.pending === true)).toEqual([false, true]);
  });

  it('is told by a word in place of the day, which another column has', () => {
    const text = 'Buchungstag;Valuta;Name;Betrag\noffen;14.05.2026;A;-1,00\n13.05.2026;13.05.2026;B;-2,00';
    const file = fileOf(text, EUR);
    expect(shown(file)).toEqual(['2026-05-14 -100 A', '2026-05-13 -200 B']);
    expect(rowsOf(file)[0]?.pending).toBe(true);
  });

  it.each(['Geweigerd', 'Abgelehnt', 'Rechazado'])('leaves out a row that is %s', (word) => {
    const file = fileOf(
      `Datum;Name;Betrag;Status\n13.05.2026;A;-1,00;Gebucht\n14.05.2026;B;-2,00;${word}`,
      EUR,
    );
    expect(rejectedOf(file)).toEqual(['3 not_completed']);
    expect(warningsOf(file)).toEqual([]);
  });
});

describe('the currency of a row', () => {
  it('is the one in the name of its amount, and a column of others says what was paid abroad', () => {
    const text =
      'Date,Payee,Currency,Original amount,Total (AUD)\n13/05/2026,A,USD,-9.99,-15.00\n14/05/2026,B,AUD,-1.00,-1.00\n';
    const rows = rowsOf(fileOf(text));
    expect(rows.map((row) => row.currency)).toEqual(['AUD', 'AUD']);
    expect(rows[0]?.foreign).toMatchObject({ amount_minor: -999n, currency: 'USD' });
  });
});

describe('a card’s number', () => {
  it('is no payee: the text beside it is', () => {
    const text =
      'Type,Details,Particulars,Amount,Date\nVisa Purchase,4835-****-****-1234  Df,Corner Shop,-5.60,13/05/2026\n';
    expect(rowsOf(fileOf(text))[0]).toMatchObject({ payee: 'Corner Shop' });
  });
});

describe('balances among the rows', () => {
  it('move no money, and are said to be left out', () => {
    const text =
      'Datum;Name;Betrag;S/H\n01.05.2026;Anfangssaldo;100,00;H\n13.05.2026;Kiosk;45,60;S\n14.05.2026;Endsaldo;54,40;H\n';
    const file = fileOf(text, EUR);
    expect(shown(file)).toEqual(['2026-05-13 -4560 Kiosk']);
    expect(rejectedOf(file)).toEqual(['2 balance_row', '4 balance_row']);
  });

  it('open an account in an app’s export, which ends without one', () => {
    const file = fileOf('Date,Payee,Amount\n01/05/2026,Opening Balance,100.00\n13/05/2026,Kiosk,-45.60\n');
    expect(shown(file)).toEqual(['2026-05-01 10000 Opening Balance', '2026-05-13 -4560 Kiosk']);
  });

  it('behind the rows do not count what is still pending', () => {
    const text =
      'Date,Payee,Amount,State,Balance\n2026-05-13,A,-5.00,COMPLETED,95.00\n2026-05-14,B,-4.00,COMPLETED,91.00\n2026-05-15,C,-3.00,PENDING,\n';
    const file = fileOf(text);
    expect(file.statements[0]?.closing?.amount_minor).toBe(9100n);
    expect(warningsOf(file)).toEqual([]);
  });

  it('above the rows may be the one before them', () => {
    const text =
      'Balance as on 1 May 2026: 100.00\nDate,Payee,Amount,Balance\n13/05/2026,A,-5.00,95.00\n14/05/2026,B,-4.00,91.00\n';
    expect(warningsOf(fileOf(text))).toEqual([]);
  });
});
