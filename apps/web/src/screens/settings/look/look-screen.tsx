import { useLingui } from '@lingui/react';
import { Page } from '../../../shell/page.tsx';
import { LanguageCard, LookCard } from './look-card.tsx';

export function LookScreen() {
  const { i18n } = useLingui();
  return (
    <Page title={i18n._('Look and language')} note={i18n._('On this device, at once.')} narrow>
      <div className="space-y-4">
        <LookCard />
        <LanguageCard />
      </div>
    </Page>
  );
}
