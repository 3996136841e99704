import type { Preferences } from '@kinwise/api-client/schema';
import { formatMonth } from '@kinwise/core/format';
import { monthOf } from '@kinwise/core/days';
import { useLingui } from '@lingui/react';
import { api, got } from '../../../api/client.ts';
import { remember } from '../../../shell/device.ts';
import { localeOf, useDayClock } from '../../../shell/household.ts';
import {
  chooseDensity,
  chooseMonthNames,
  chooseTextSize,
  chooseTheme,
  useDensity,
  useMonthNames,
  useTextSize,
  useTheme,
} from '../../../shell/theme.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { type Language, LANGUAGES, languageOf, speak } from '../../../words/words.ts';

/** How the app looks on this device. Takes effect at once; the account remembers what it can when there is signal. */
export function LookCard() {
  const { i18n } = useLingui();
  const theme = useTheme();
  const density = useDensity();
  const textSize = useTextSize();
  return (
    <Card>
      <CardHeader title={i18n._('Look')} />
      <div className="space-y-5">
        <Choice
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
        <Choice
          label={i18n._('Size of the text')}
          note={i18n._('On top of the size that your browser is set to.')}
          choices={[
            { name: 'plain', label: i18n._('Plain') },
            { name: 'large', label: i18n._('Large') },
            { name: 'larger', label: i18n._('Larger') },
          ]}
          value={textSize}
          onChange={chooseTextSize}
        />
        <Choice
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
      </div>
    </Card>
  );
}

/** What the app says, and which names it has for months and days. */
export function LanguageCard() {
  const { i18n } = useLingui();
  const { today } = useDayClock();
  const names = useMonthNames();
  const language = languageOf(i18n.locale);
  const own: Record<Language, string> = { 'en-NZ': 'English', 'mi-NZ': 'Te reo Māori' };
  const month = (set: typeof names) => formatMonth(monthOf(today), localeOf('mi-NZ', set), 'name');
  return (
    <Card>
      <CardHeader title={i18n._('Language')} />
      <div className="space-y-5">
        <Choice
          label={i18n._('Language of the app')}
          note={i18n._('Te reo Māori says what we are sure of; the rest is in English.')}
          choices={LANGUAGES.map((one) => ({ name: one, label: <span lang={one}>{own[one]}</span> }))}
          value={language}
          onChange={(next) => {
            remember('kw_language', next);
            void speak(next);
            keep({ language: next });
          }}
        />
        {language === 'mi-NZ' && (
          <Choice
            label={i18n._('Names of months and days')}
            note={i18n._('The maramataka’s, or the ones made from English names.')}
            choices={[
              { name: 'maramataka', label: <span lang="mi-NZ">{month('maramataka')}</span> },
              { name: 'loan', label: <span lang="mi-NZ">{month('loan')}</span> },
            ]}
            value={names}
            onChange={chooseMonthNames}
          />
        )}
      </div>
    </Card>
  );
}

type ChoiceProps<Name extends string> = {
  label: string;
  note?: string;
  choices: readonly { readonly name: Name; readonly label: React.ReactNode }[];
  value: Name;
  onChange: (name: Name) => void;
};

function Choice<Name extends string>({ label, note, choices, value, onChange }: ChoiceProps<Name>) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium">{label}</p>
        {note && <p className="text-sm text-ink-3">{note}</p>}
      </div>
      <Segments label={label} choices={choices} value={value} onChange={onChange} />
    </div>
  );
}

/** Tells the account what was chosen. Without signal the device keeps it anyway, and that is what counts here. */
function keep(body: Partial<Preferences>): void {
  void got(api.PATCH('/users/me/preferences/', { body })).catch(() => undefined);
}
