import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAME_MAX, nameKey, stemOf, tidyName } from './names.ts';

describe('names', () => {
  it('are tidied once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const tidy = tidyName(text);
        expect(tidyName(tidy)).toBe(tidy);
        expect(nameKey(tidy)).toBe(nameKey(text));
        expect(tidy.length).toBeLessThanOrEqual(NAME_MAX * 2);
        // eslint-disable-next-line no-control-regex -- none of these may be left
        expect(tidy).not.toMatch(/[\u0000-\u001f\u007f]|^\s|\s$|\s\s/);
        expect(tidy).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it('are the same in another case, with other blanks, or composed another way', () => {
    expect(nameKey(' COUNTDOWN\t Hamilton ')).toBe(nameKey('countdown hamilton'));
    expect(nameKey('Café Māori'.normalize('NFD'))).toBe('café māori');
  });

  it('have a stem without branch numbers and words of banks', () => {
    expect(stemOf('POS W/D COUNTDOWN 4412 HAMILTON NZL')).toBe('countdown hamilton');
    expect(stemOf('Eftpos Purchase 00123')).toBe('');
  });
});
