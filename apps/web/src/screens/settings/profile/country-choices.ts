import { COUNTRIES } from '@kinwise/core/countries';
import type { Choice } from '../../../ui/select.tsx';

/** Those of the neighbourhood first. */
const NEAR = ['NZ', 'AU', 'CK', 'FJ', 'NU', 'TK', 'TO', 'WS'];

/** The countries by their names in the language of the app; where the browser has none in it, in English. */
export function countryChoices(language: string): readonly Choice[] {
  const languages = [language, 'en-NZ'];
  const names = new Intl.DisplayNames(languages, { type: 'region' });
  const { compare } = new Intl.Collator(languages);
  const named = COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value }));
  const isNear = ({ value }: Choice) => NEAR.includes(value);
  const byName = (one: Choice, other: Choice) => compare(one.label, other.label);
  return [...named.filter(isNear).sort(byName), ...named.filter((one) => !isNear(one)).sort(byName)];
}
