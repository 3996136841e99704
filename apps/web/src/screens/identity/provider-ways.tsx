import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { UserRoundCheck } from 'lucide-react';
import { sayProblem } from '../../shell/say-problem.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { OrLine } from './or-line.tsx';
import { type Journey, leaveFor, useProviders } from './provider-journey.ts';

/** A button for each provider that is set up; nothing where there is none. */
export function ProviderWays({ journey, line }: { journey: () => Journey; line: boolean }) {
  const { i18n } = useLingui();
  const providers = useProviders();
  const leave = useMutation({ mutationFn: (provider: string) => leaveFor(provider, journey()) });
  if (!providers.data || providers.data.length === 0) return null;
  return (
    <>
      {line && <OrLine />}
      {leave.isError && (
        <ProblemNote title={i18n._('There is no way to it at the moment')}>
          {sayProblem(leave.error)}
        </ProblemNote>
      )}
      <div className="space-y-2">
        {providers.data.map(({ id, name }) => (
          <Button
            key={id}
            size="large"
            icon={UserRoundCheck}
            // The page ends with it: what was pressed stays busy until then.
            busy={(leave.isPending || leave.isSuccess) && leave.variables === id}
            className="w-full"
            onClick={() => leave.mutate(id)}
          >
            <span className="min-w-0 truncate">{i18n._('Continue with {name}', { name })}</span>
          </Button>
        ))}
      </div>
    </>
  );
}
