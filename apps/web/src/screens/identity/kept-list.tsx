import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { api, got } from '../../api/client.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { ProblemNote, SkeletonRows } from '../../ui/states.tsx';

/** What is kept about people, kind by kind: what it is, why, and until when. */
export function KeptList() {
  const { i18n } = useLingui();
  const query = usePrivacyInformation();
  if (query.isError)
    return <ProblemNote title={i18n._('The list could not be read')}>{sayProblem(query.error)}</ProblemNote>;
  if (!query.data) return <SkeletonRows rows={5} />;
  return (
    <ul lang="en" className="divide-y divide-line">
      {query.data.kept.map(({ what, why, until }) => (
        <li key={what} className="py-3 first:pt-0 last:pb-0">
          <p className="font-medium text-pretty">{what}</p>
          <p className="text-sm text-pretty text-ink-2">{why}.</p>
          <p className="text-sm text-pretty text-ink-3">
            {i18n._('How long')}: {until}
          </p>
        </li>
      ))}
    </ul>
  );
}

export function usePrivacyInformation() {
  return useQuery({ queryKey: ['privacy'], queryFn: () => got(api.GET('/privacy/')) });
}
