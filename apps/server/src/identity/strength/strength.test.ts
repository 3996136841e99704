import { describe, expect, it } from 'vitest';
import { readConfig } from '../../platform/config.ts';
import { rulesOf, strengthOf } from './strength.ts';

const codes = (password: string, about = {}): string[] =>
  strengthOf(password, about).problems.map(({ code }) => code);

describe('the strength of a password', () => {
  it('is enough for a long sentence of any characters, in any language', () => {
    expect(codes('three herons over the harbour')).toEqual([]);
    expect(codes('kei te tangi te kererū i te ata')).toEqual([]);
  });

  it('asks for a mix below twenty characters', () => {
    expect(codes('kowhaiblossomss')).toContain('mix');
    expect(codes('Kowhai-Blossom-7')).toEqual([]);
  });

  it('asks for twelve characters, and takes 128', () => {
    expect(codes('Ab1!Ab1!xyz')).toContain('too_short');
    expect(codes(`Kowhai-7 ${'wind over water '.repeat(8)}`)).toContain('too_long');
    expect(codes('ā'.repeat(5))).toContain('too_short');
  });

  it.each(['Password123!', 'Qwerty123456!', 'aaaaaaaaaaaaaaaaaaaaaaaa', 'P@ssw0rd1234'])(
    'finds %s too common',
    (password) => {
      expect(codes(password)).toContain('common');
    },
  );

  it('refuses what is made of the name or the address, forwards and backwards', () => {
    const about = { email: 'mere.ngata@example.org', first_name: 'Mere', username: 'kauri' };
    expect(codes('Xy7!Ngata-quietly', about)).toContain('similar');
    expect(codes('Xy7!atagn-quietly', about)).toContain('similar');
    expect(codes('Xy7!KAURI-quietly', about)).toContain('similar');
    expect(codes('Xy7!harbour-quietly', about)).toEqual([]);
  });

  it('refuses what is made of the name of the product or the installation', () => {
    expect(codes('Xy7!KinWise-quietly')).toContain('similar');
    expect(codes('Xy7!harbour-quietly')).not.toContain('similar');
    const place = strengthOf('Xy7!harbour-quietly', {}, { mix: true, place: ['harbour'] });
    expect(place.problems.map(({ code }) => code)).toContain('similar');
    const publicUrl = () => 'https://money.harbourlight.co.nz';
    expect(rulesOf({ config: readConfig({}), publicUrl })).toEqual({
      mix: true,
      place: ['kinwise', 'harbourlight'],
    });
  });

  it('is told for anything that is typed', () => {
    for (const password of ['', '\u0000', 'x'.repeat(1000), '🐦'.repeat(40)]) {
      expect(strengthOf(password, {}).score).toBeGreaterThanOrEqual(0);
    }
  });
});
