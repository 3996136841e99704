import { useLingui } from '@lingui/react';
import { Page } from '../../../shell/page.tsx';
import { ConsentsCard } from './consents-card.tsx';
import { ChildrenCards } from './children-cards.tsx';
import { ErasureNote } from './erasure-note.tsx';
import { OwnExportCard } from './export-card.tsx';
import { KeptCard } from './kept-card.tsx';
import { LeaveCard } from './leave-card.tsx';

/** What is kept about one, what one agreed to, a copy of all of it, and the way out. */
export function PrivacyScreen() {
  const { i18n } = useLingui();
  return (
    <Page
      title={i18n._('Privacy')}
      note={i18n._('What is kept about you, what you agree to, a copy of all of it, and leaving.')}
      narrow
    >
      <div className="space-y-4">
        <ErasureNote />
        <ConsentsCard />
        <ChildrenCards />
        <OwnExportCard />
        <KeptCard />
        <LeaveCard />
      </div>
    </Page>
  );
}
