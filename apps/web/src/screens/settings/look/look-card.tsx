import { useLingui } from '@lingui/react';
import { api } from '../../../api/client.ts';
import { remember } from '../../../shell/device.ts';
import { chooseDensity, chooseTheme, useDensity, useTheme } from '../../../shell/theme.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { type Language, LANGUAGES, languageOf, speak } from '../../../words/words.ts';

/** How the app looks and speaks on this device. Takes effect at once; the account remembers it when there is signal. */
export function LookCard() {
  const { i18n } = useLingui();
  const theme = useTheme();
  const density = useDensity();
  const names: Record<Language, string> = { 'en-NZ': 'English', 'mi-NZ': 'Te reo Māori' };

  return (
    <Card>
      <CardHeader title={i18n._('Look and language')} note={i18n._('On this device, at once.')} />
      <div className="space-y-5">
        <Choice label={i18n._('Theme')}>
          <Segments
            label={i18n._('Theme')}
            choices={[
              { name: 'light', label: i18n._('Light') },
              { name: 'dark', label: i18n._('Dark') },
              { name: 'system', label: i18n._('As the device') },
            ]}
            value={theme}
            onChange={(next) => {
              chooseTheme(next);
              keep({ theme: next });
            }}
          />
        </Choice>
        <Choice label={i18n._('Room between rows')}>
          <Segments
            label={i18n._('Room between rows')}
            choices={[
              { name: 'compact', label: i18n._('Compact') },
              { name: 'cosy', label: i18n._('Cosy') },
              { name: 'roomy', label: i18n._('Roomy') },
            ]}
            value={density}
            onChange={(next) => {
              chooseDensity(next);
              // The account knows two of them; roomy stays a wish of this device.
              if (next !== 'roomy') keep({ density: next === 'compact' ? 'compact' : 'comfortable' });
            }}
          />
        </Choice>
        <Choice
          label={i18n._('Language')}
          note={i18n._('Te reo Māori says what we are sure of; the rest is in English.')}
        >
          <Segments
            label={i18n._('Language')}
            choices={LANGUAGES.map((language) => ({
              name: language,
              label: <span lang={language}>{names[language]}</span>,
            }))}
            value={languageOf(i18n.locale)}
            onChange={(next) => {
              remember('kw_language', next);
              void speak(next);
              keep({ language: next });
            }}
          />
        </Choice>
      </div>
    </Card>
  );
}

function Choice({ label, note, children }: { label: string; note?: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium">{label}</p>
        {note && <p className="text-sm text-ink-3">{note}</p>}
      </div>
      {children}
    </div>
  );
}

/** Tells the account what was chosen. Without signal the device keeps it anyway, and that is what counts here. */
function keep(preferences: Parameters<typeof patch>[0]): void {
  void patch(preferences).catch(() => undefined);
}

function patch(preferences: { theme?: 'system' | 'light' | 'dark'; density?: string; language?: string }) {
  return api.PATCH('/users/me/preferences/', { body: preferences });
}
