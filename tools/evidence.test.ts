/** The gate over docs/security: the pages hold as they are, and each lie is caught. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Read = (path: string) => string | undefined;

// By name only at run time, because plain JavaScript brings no types.
const file = 'evidence.mjs';
const { faultsOf, requirements } = (await import(/* @vite-ignore */ `./${file}`)) as {
  faultsOf(page: string, text: string, read: Read): string[];
  requirements(): Map<string, string>;
};

const ROOT = join(import.meta.dirname, '..');
/** A folder is there too, and has no text. */
const read: Read = (path) => {
  const place = join(ROOT, path);
  if (!existsSync(place)) return undefined;
  return /\.\w+$/.test(path) ? readFileSync(place, 'utf8') : '';
};
const PAGES = ['asvs', 'rules', 'soc2', 'threats', 'inventory'].map((name) => `docs/security/${name}.md`);
const ASVS = 'docs/security/asvs.md';
const asvs = read(ASVS) ?? '';

/** What the gate says of a page in which something was changed. */
function after(page: string, change: (text: string) => string): string[] {
  const text = read(page) ?? '';
  const changed = change(text);
  expect(changed, 'the change has to change something').not.toBe(text);
  return faultsOf(page, changed, read);
}

describe('the pages about safety', () => {
  it.each(PAGES)('%s says what is there', (page) => {
    expect(faultsOf(page, read(page) ?? '', read)).toEqual([]);
  });

  it('count as many requirements as the standard has in levels 1 and 2', () => {
    const levels = [...requirements().values()];
    expect([levels.filter((level) => level === '1').length, levels.length]).toEqual([70, 253]);
  });
});

describe('a page is caught', () => {
  it('when a file is gone', () => {
    const gone: Read = (path) => (path.endsWith('/answer.ts') ? undefined : read(path));
    expect(faultsOf(ASVS, asvs, gone)).toContain(`${ASVS}: apps/server/src/platform/answer.ts is not there`);
  });

  it('when a test is gone or was renamed', () => {
    const renamed: Read = (path) => read(path)?.replace('tells the browser to be strict', 'is strict');
    expect(faultsOf(ASVS, asvs, renamed)).toContain(
      `${ASVS}: apps/server/src/platform/headers.test.ts has no test “tells the browser to be strict: %s”`,
    );
  });

  it('when a test file is named without a test', () => {
    const [fault] = after(ASVS, (text) => text.replace(/(headers\.test\.ts`): “[^”]+”/, '$1'));
    expect(fault).toMatch(/headers\.test\.ts is named without a test in it/);
  });

  it('when a quotation belongs to no file', () => {
    expect(after(ASVS, (text) => text.replace('.test.ts`: “', '.test.ts` “')).join()).toMatch(
      /behind no file/,
    );
  });

  it('when a requirement is missing, made up, there twice, or of another level', () => {
    const row = /\| V3\.4\.4 .*\n/;
    const faults = (change: (text: string) => string): string => after(ASVS, change).join('\n');
    expect(faults((text) => text.replace(row, ''))).toMatch(/V3\.4\.4 is missing/);
    expect(faults((text) => text.replace('| V3.4.4 |', '| V3.4.9 |'))).toMatch(/V3\.4\.9 is none of them/);
    expect(faults((text) => text.replace(row, '$&$&'))).toMatch(/V3\.4\.4 stands there twice/);
    expect(faults((text) => text.replace('| V3.4.4 | 2 |', '| V3.4.4 | 1 |'))).toMatch(/is of level 2/);
  });

  it('when it counts wrong', () => {
    const wrong = after(ASVS, (text) => text.replace(/(\| V1\.1\.1 .*\| )met \|/, '$1open |'));
    expect(wrong.join('\n')).toMatch(/the count should be \| both \|/);
    expect(after('docs/security/rules.md', (text) => text.replace(/\*\*\d+ met/, '**20 met'))).toHaveLength(
      1,
    );
  });

  it('when it says met and not by what, or open and not why', () => {
    const bare = (standing: string): string =>
      asvs.replace(/(\| V12\.3\.2 \| 2 \| [^|]+ \|) met \| .*\|/, `$1 ${standing} | trust us |`);
    expect(faultsOf(ASVS, bare('met'), read).join('\n')).toMatch(/V12\.3\.2: met by what\?/);
    expect(faultsOf(ASVS, bare('open'), read).join('\n')).toMatch(/V12\.3\.2: open, and why\?/);
    expect(faultsOf(ASVS, bare('sure'), read).join('\n')).toMatch(/"sure" is none of/);
  });

  it('when a criterion of SOC 2 or a rule is left out', () => {
    expect(after('docs/security/soc2.md', (text) => text.replace(/\| CC6\.1 .*\n/, ''))).toContain(
      'docs/security/soc2.md: CC6.1 is missing',
    );
    expect(after('docs/security/rules.md', (text) => text.replace(/\| 7 .*\n/, '')).join()).toMatch(
      /7 is missing/,
    );
  });
});
