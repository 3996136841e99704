import { expect, it } from 'vitest';
import { countryChoices } from './country-choices.ts';

it.each(['en-NZ', 'mi-NZ'])('every country can be chosen once, by a name, in %s', (language) => {
  const choices = countryChoices(language);
  expect(choices).toHaveLength(249);
  expect(new Set(choices.map((choice) => choice.label)).size).toBe(249);
  expect(choices.slice(0, 8).map((choice) => choice.value)).toContain('NZ');
});
