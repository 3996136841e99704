import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { Keyboard } from 'lucide-react';
import { version } from '../../../../package.json';
import { showOver } from '../../../shell/open.ts';
import { Page } from '../../../shell/page.tsx';
import { useSomeone } from '../../../shell/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';

/** What this is, in which version and under which licence. */
export function AboutScreen() {
  const { i18n } = useLingui();
  const { household } = useSomeone();
  return (
    <Page title={i18n._('About KinWise')} narrow>
      <div className="space-y-4">
        <Card>
          <CardHeader title="KinWise" note={i18n._('A money system for people who share money')} />
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
            <dt className="text-ink-3">{i18n._('Version')}</dt>
            <dd className="kw-tnum">{version}</dd>
            <dt className="text-ink-3">{i18n._('Licence')}</dt>
            <dd>AGPL-3.0</dd>
          </dl>
          <p className="mt-4 text-ink-2">
            {i18n._(
              'KinWise is free software: you may use, study, share and change it under the GNU Affero General Public License, version 3. Whoever runs it for others must offer them its source. It comes without any warranty.',
            )}
          </p>
          <p className="mt-4 flex flex-wrap gap-x-6">
            <Link to="/terms" className="font-semibold text-brand-text underline underline-offset-4">
              {i18n._('Terms')}
            </Link>
            <Link to="/privacy" className="font-semibold text-brand-text underline underline-offset-4">
              {i18n._('Privacy policy')}
            </Link>
          </p>
        </Card>
        {household !== undefined && (
          <Card>
            <CardHeader title={i18n._('Keys')} />
            <p className="mb-3 text-ink-2">
              {i18n._('Most things can be done without a mouse. Press ? on any screen to see its keys.')}
            </p>
            <Button icon={Keyboard} onClick={() => showOver('keys')}>
              {i18n._('Show the keys')}
            </Button>
          </Card>
        )}
      </div>
    </Page>
  );
}
