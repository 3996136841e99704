/** In which language somebody is told what went wrong: as they chose where they are signed in, else as their browser asks. */
export const LOCALES = ['en-NZ', 'mi-NZ'] as const;
export type Locale = (typeof LOCALES)[number];

const WISHES_MOST = 20;

/** The language of ours that an Accept-Language wants most; English where it says nothing of te reo Māori. */
export function wantedLocale(header: string | undefined): Locale {
  const best = { mi: 0, en: 0 };
  for (const wish of (header ?? '').toLowerCase().split(',').slice(0, WISHES_MOST)) {
    const [range = '', ...more] = wish.split(';').map((part) => part.trim());
    const name = range.split('-')[0];
    if (name !== 'mi' && name !== 'en') continue;
    const weight = more.map((part) => /^q=(0(?:\.\d{1,3})?|1(?:\.0{1,3})?)$/.exec(part)?.[1]).find(Boolean);
    best[name] = Math.max(best[name], weight === undefined ? 1 : Number(weight));
  }
  // Of two that are wanted alike, the one that is named: who asks for te reo at all has set it up.
  return best.mi > 0 && best.mi >= best.en ? 'mi-NZ' : 'en-NZ';
}

/** What somebody has chosen, as it was kept. */
export function chosenLocale(kept: string): Locale {
  return LOCALES.find((locale) => locale === kept) ?? 'en-NZ';
}
