import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Archive } from './archive.ts';
import { Bundle, fileName } from './bundle.ts';
import { csvLine } from './csv.ts';
import { tablesOf } from './tables.ts';

const NAMES = new Map([
  ['c1', 'Groceries'],
  ['t1', 'Kai'],
  ['t2', 'Trip, 2026'],
]);

describe('a cell of a CSV', () => {
  it.each(['=1+1', '+64 21 555', '-two', '@sum', '\tx', '\r=x', '\n=x', '＝1', '=HYPERLINK("http://x")'])(
    'that begins with %j begins no formula',
    (text) => {
      expect(parsed(csvLine([text]))).toEqual([[`'${text}`]]);
    },
  );

  it('leaves numbers alone, also below zero', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat(99), (whole, cents) => {
        const amount = `${whole}.${String(cents).padStart(2, '0')}`;
        expect(csvLine([amount, whole, -0.5])).toBe(`${amount},${whole},-0.5\r\n`);
      }),
    );
  });

  it('comes back as it was, whatever it holds, but for the apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), (cells) => {
        const read = parsed(csvLine(cells))[0] ?? [];
        expect(read.map((text, at) => (text === cells[at] ? text : text.slice(1)))).toEqual(cells);
      }),
    );
  });

  it('never begins a formula when it is a text', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@'), fc.string(), (sign, rest) => {
        fc.pre(!/^-?\d+(\.\d+)?$/.test(sign + rest));
        expect(parsed(csvLine([sign + rest]))[0]?.[0]?.startsWith("'")).toBe(true);
      }),
    );
  });

  it('is empty for nothing, and JSON for what has parts', () => {
    expect(csvLine([null, undefined, true, { a: 1n }])).toBe(',,true,"{""a"":""1""}"\r\n');
  });
});

describe('tables', () => {
  it('tell what ids stand for, and give lists of things a table of their own', () => {
    const tables = tablesOf({ table: 'transactions', parent: 'transaction_id' }, NAMES);
    const entry = {
      id: 'e1',
      amount: '-45.90',
      category_id: 'c1',
      tags: ['t1', 't2', 'unknown'],
      place: { town: 'Ōtaki' },
      splits: [
        { id: 's1', category_id: 'c1', amount: '-40.00' },
        { id: 's2', category_id: null, amount: '-5.90' },
      ],
    };
    expect(tables.add([entry])).toEqual([
      {
        table: 'transactions',
        text:
          'id,amount,category_id,category_name,tags,place_town\r\n' +
          'e1,-45.90,c1,Groceries,"Kai; Trip, 2026; unknown",Ōtaki\r\n',
      },
      {
        table: 'transactions-splits',
        text:
          'transaction_id,id,category_id,category_name,amount\r\n' +
          'e1,s1,c1,Groceries,-40.00\r\ne1,s2,,,-5.90\r\n',
      },
    ]);
    expect(tables.add([{ ...entry, id: 'e2', splits: [] }])).toEqual([
      { table: 'transactions', text: expect.stringMatching(/^e2,-45.90,c1/) as string },
    ]);
  });

  it('are not begun for nothing', () => {
    expect(tablesOf({ table: 'rules', parent: 'rule_id' }, NAMES).add([])).toEqual([]);
  });
});

describe('an archive', () => {
  it('holds what was written, file by file, although several grow side by side', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ to: fc.constantFrom('a.json', 'b.csv', 'c/d.txt'), text: fc.string() }), {
          minLength: 1,
        }),
        (writes) => {
          const archive = new Archive(1_795_314_600_000);
          const parts: Uint8Array[] = [];
          for (const { to, text } of writes) {
            archive.write(to, text);
            parts.push(...archive.take());
          }
          archive.end();
          parts.push(...archive.take());
          const read = Object.entries(unzipSync(Buffer.concat(parts)));
          const wanted = new Map<string, string>();
          for (const { to, text } of writes) wanted.set(to, (wanted.get(to) ?? '') + text);
          // What is half a character cannot be kept as UTF-8.
          const told = [...wanted].map(([name, text]) => [name, Buffer.from(text).toString()]);
          expect(read.map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual(told);
        },
      ),
    );
  });

  it('lets go of what is packed long before its end', () => {
    const archive = new Archive(1_795_314_600_000);
    let early = 0;
    for (let line = 0; line < 40_000; line += 1) {
      archive.write('long.json', `${(line * 2_654_435_761) % 4_294_967_296}\n`);
      for (const chunk of archive.take()) early += chunk.length;
    }
    archive.end();
    const late = [...archive.take()].reduce((sum, chunk) => sum + chunk.length, 0);
    expect(early).toBeGreaterThan(2 * late);
  });
});

describe('a copy of somebody’s data', () => {
  it('holds JSON and CSV of each kind, what is named by its name, and says what is where', () => {
    const bundle = new Bundle(1_795_314_600_000);
    const folder = 'households/home';
    const tags = bundle.begin({ folder, table: 'tags', entity: 'tag' });
    tags.add([{ id: 't1', name: 'Kai', available_actions: ['edit'] }]);
    tags.end();
    const entries = bundle.begin({ folder, table: fileName('transaction'), entity: 'transaction' });
    entries.add([{ id: 'e1', amount: '-4.50', minor: -450n, tags: ['t1'], splits: [] }]);
    entries.add([
      { id: 'e2', amount: '-5.50', minor: -550n, tags: [], splits: [{ id: 's1', amount: '-5.50' }] },
    ]);
    entries.end();
    bundle.begin({ folder, table: 'rules', entity: 'rule' }).end();
    bundle.end('Kia ora\n{files}\n');
    const read = unzipSync(Buffer.concat([...bundle.take()]));
    const text = (name: string): string => Buffer.from(read[name] ?? []).toString('utf8');
    expect(Object.keys(read)).toEqual([
      'households/home/tags.json',
      'households/home/tags.csv',
      'households/home/transactions.json',
      'households/home/transactions.csv',
      'households/home/transactions-splits.csv',
      'households/home/rules.json',
      'README.txt',
    ]);
    expect(JSON.parse(text('households/home/tags.json'))).toEqual([{ id: 't1', name: 'Kai' }]);
    expect(JSON.parse(text('households/home/transactions.json'))).toMatchObject([
      { id: 'e1', minor: '-450' },
      { id: 'e2', splits: [{ id: 's1' }] },
    ]);
    expect(text('households/home/transactions.csv')).toBe(
      '\uFEFFid,amount,minor,tags,splits\r\ne1,-4.50,-450,Kai,\r\ne2,-5.50,-550,,\r\n',
    );
    expect(text('households/home/transactions-splits.csv')).toBe(
      '\uFEFFtransaction_id,id,amount\r\ne2,s1,-5.50\r\n',
    );
    expect(text('households/home/rules.json')).toBe('[\n]\n');
    expect(text('README.txt')).toContain('  households/home/transactions (2)\r\n');
  });

  it.each([
    ['saved_search', 'saved-searches'],
    ['category', 'categories'],
    ['exchange_rate', 'exchange-rates'],
    ['key', 'keys'],
  ])('calls the files of a %s %s', (entity, name) => {
    expect(fileName(entity)).toBe(name);
  });
});

/** CSV as a program reads it that knows RFC 4180 and nothing of us. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',') {
      row.push(cell);
      cell = '';
    } else if (char === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      at += 1;
    } else cell += char;
  }
  return rows;
}
