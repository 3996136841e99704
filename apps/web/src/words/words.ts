import { i18n, type Messages } from '@lingui/core';
import { compile } from './shaped.ts';

/** The languages that the interface speaks. Te reo Māori covers what we are sure of; the rest is said in English. */
export const LANGUAGES = ['en-NZ', 'mi-NZ'] as const;

i18n.setMessagesCompiler(compile);

export type Language = (typeof LANGUAGES)[number];

/**
 * Speaks a language from now on. Rules of plurals and numbers are always asked for New Zealand English, because browsers
 * carry none for te reo Māori and would silently take American ones.
 */
export async function speak(language: Language): Promise<void> {
  const own = language === 'mi-NZ' ? (await import('./mi-NZ.po')).messages : {};
  i18n.load(language, own as Messages);
  i18n.activate(language, 'en-NZ');
  document.documentElement.lang = language;
}

/** The language of a wish such as `mi`, `mi-NZ` or `en-GB`. */
export function languageOf(wish: string | undefined): Language {
  return wish?.toLowerCase().startsWith('mi') ? 'mi-NZ' : 'en-NZ';
}

export { i18n };
