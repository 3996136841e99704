import { describe, expect, it } from 'vitest';
import { encoded, fileOf, shown, warningsOf } from '../testing.ts';

describe('column names and words in other languages', () => {
  it.each([
    [
      'Hungarian',
      'Könyvelés dátuma;Partner neve;Közlemény;Terhelés;Jóváírás;Záró egyenleg',
      '2026.10.20.;Tesco Győr;Vásárlás;2474,00;;7526,00\n2026.10.23.;Kovács;Utalás;;100,00;7626,00',
      ['2026-10-20 -247400 Tesco Győr', '2026-10-23 10000 Kovács'],
    ],
    [
      'Russian',
      'Дата операции;Контрагент;Назначение платежа;Расход;Приход',
      '20.10.2026;Магнит;Покупка;247,40;\n23.10.2026;Иванов;Перевод;;100,00',
      ['2026-10-20 -24740 Магнит', '2026-10-23 10000 Иванов'],
    ],
    [
      'Portuguese',
      'Data do movimento;Favorecido;Histórico;Valor;Tipo',
      '20-10-2026;Pingo Doce;Compra;2,47;Débito\n23-10-2026;João;Transferência;100,00;Crédito',
      ['2026-10-20 -247 Pingo Doce', '2026-10-23 10000 João'],
    ],
    [
      'Norwegian',
      'Utført dato;Rentedato;Motpart;Beskrivelse;Ut fra konto;Inn på konto',
      '20.10.2026;21.10.2026;Kiwi;Varekjøp;2,47;\n23.10.2026;24.10.2026;Ola;Overføring;;100,00',
      ['2026-10-20 -247 Kiwi', '2026-10-23 10000 Ola'],
    ],
    [
      'Italian',
      'Data operazione|Controparte|Causale|Segno|Importo in euro',
      '20/10/2026|Esselunga|POS|Dare|2,47\n23/10/2026|Rossi|Bonifico|Avere|100,00',
      ['2026-10-20 -247 Esselunga', '2026-10-23 10000 Rossi'],
    ],
  ])('are known in %s', (...[, names, rows, expected]) => {
    const file = fileOf(`${names}\n${rows}\n`);
    expect(shown(file)).toEqual(expected);
    expect(warningsOf(file)).toEqual([]);
  });

  it('leaves out a closing balance among the rows, whatever it is called', () => {
    const file = fileOf(
      'Dato;Tekst;Beløb\n20.10.2026;Bilka;-2,47\n23.10.2026;Løn;100,00\n23.10.2026;Ultimosaldo;400,00\n',
    );
    expect(shown(file)).toEqual(['2026-10-20 -247 Bilka', '2026-10-23 10000 Løn']);
  });

  it('reads ISO 8859-2 as well as Windows-1250, which has other letters in a few places', () => {
    const names = { ą: 0xb1, ś: 0xb6, ć: 0xe6, ł: 0xb3, Ż: 0xaf, ó: 0xf3, ź: 0xbc };
    const text =
      'Data;Opis;Kwota\n20.10.2026;Żabka źródło;-2,47\n23.10.2026;Płatność kartą;-5,00\n24.10.2026;ąść;1,00\n';
    const file = fileOf(encoded(text, names), { currency: 'PLN' });
    expect(file.encoding).toBe('iso-8859-2');
    expect(shown(file)).toEqual([
      '2026-10-20 -247 Żabka źródło',
      '2026-10-23 -500 Płatność kartą',
      '2026-10-24 100 ąść',
    ]);
  });
});
