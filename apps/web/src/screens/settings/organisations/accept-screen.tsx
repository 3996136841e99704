import type { OrganisationSharing } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { Page } from '../../../shell/page.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { useSomeone } from '../../../shell/session.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Select } from '../../../ui/select.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { useShareChoices } from './share-choices.ts';

type Shares = OrganisationSharing['shares'];

/** Where the mail leads: joining as an administrator, or with the household in view. */
export function AcceptScreen() {
  const { i18n } = useLingui();
  const { me, household: inView } = useSomeone();
  const household = me.households.find(({ id }) => id === inView);
  const navigate = useNavigate();
  const choices = useShareChoices();
  const { token = '' } = useSearch({ from: '/app/organisation-invitation' });
  const [shares, setShares] = useState<Shares>('totals');
  const params = { path: { token } };
  const card = useQuery({
    queryKey: ['organisation-invitation', token],
    queryFn: () => got(api.GET('/organisations/by-token/{token}/', { params })),
    retry: false,
    enabled: token !== '',
  });
  const isHome = card.data?.kind === 'household';
  const accept = useMutation({
    mutationFn: () => {
      const body = { shares, ...(isHome && household && { household_id: household.id }) };
      return got(api.POST('/organisations/by-token/{token}/accept/', { params, body }));
    },
    onSuccess: () => void navigate({ to: '/settings/organisations' }),
  });
  return (
    <Page title={card.data?.organisation_name ?? i18n._('An invitation')} narrow>
      <Card className="space-y-4">
        {token === '' && (
          <ProblemNote title={i18n._('The invitation cannot be used')}>
            {i18n._('The link is cut off. Open it from the mail again.')}
          </ProblemNote>
        )}
        {card.isLoading && <SkeletonRows rows={2} />}
        {card.isError && (
          <ProblemNote title={i18n._('The invitation cannot be used')}>{sayProblem(card.error)}</ProblemNote>
        )}
        {accept.isError && (
          <ProblemNote title={i18n._('It was not accepted')}>{sayProblem(accept.error)}</ProblemNote>
        )}
        {isHome && !household && (
          <ProblemNote
            tone="close"
            title={i18n._('You have no household yet')}
            action={
              <Link to="/welcome" className={buttonClass('primary')}>
                {i18n._('Set up a household')}
              </Link>
            }
          >
            {i18n._(
              'The invitation is for a household. Set yours up, then open the link from the mail again.',
            )}
          </ProblemNote>
        )}
        {card.data && (household || !isHome) && (
          <>
            <p>
              {isHome
                ? i18n._(
                    '{household} would belong to it. The organisation sees what you choose here, never single entries, and you can leave at any time.',
                    { household: household?.name ?? '' },
                  )
                : i18n._('You would be one of its administrators, and see what its households share.')}
            </p>
            {isHome && (
              <Select<Shares>
                label={i18n._('What the household shares')}
                choices={choices}
                value={shares}
                onChange={setShares}
              />
            )}
            <SignalButton kind="primary" busy={accept.isPending} onClick={() => accept.mutate()}>
              {i18n._('Accept')}
            </SignalButton>
          </>
        )}
      </Card>
    </Page>
  );
}
