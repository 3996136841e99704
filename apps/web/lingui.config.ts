import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

/** The English sentence is the id; en-NZ lists what there is to say, mi-NZ what we are sure of in te reo Māori. */
export default defineConfig({
  sourceLocale: 'en-NZ',
  locales: ['en-NZ', 'mi-NZ'],
  catalogs: [{ path: '<rootDir>/src/words/{locale}', include: ['<rootDir>/src'] }],
  format: formatter({ explicitIdAsDefault: true, origins: false, printPlaceholdersInComments: false }),
});
