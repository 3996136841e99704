import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { api, got } from '../../api/client.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { Button } from '../../ui/button.tsx';
import { useDevStatus } from './dev-status.tsx';
import { enter as goIn } from './waiting-step.ts';

/** One press signs in as somebody of the demonstration; there only where the server was started with it. */
export function DemoPeople() {
  const { i18n } = useLingui();
  const demo = useDevStatus()?.demo === true;
  const enter = useMutation({
    mutationFn: async (member: string) => goIn(await got(api.POST('/dev/demo-login/', { body: { member } }))),
  });
  if (!demo) return null;
  const homes = [
    {
      name: i18n._('A family'),
      people: [
        ['mere', 'Mere', i18n._('parent')],
        ['tama', 'Tama', i18n._('parent')],
        ['aroha', 'Aroha', i18n._('teen')],
      ],
    },
    {
      name: i18n._('A flat'),
      people: [
        ['sam', 'Sam', undefined],
        ['lena', 'Lena', undefined],
      ],
    },
  ] as const;
  return (
    <section aria-labelledby="demo-people" className="mt-6 space-y-3 rounded-cell bg-sunk p-4">
      <h2 id="demo-people" className="font-sans text-sm tracking-normal text-ink-2">
        {i18n._('Look around the demonstration as')}
      </h2>
      {homes.map(({ name, people }) => (
        <div key={name} className="flex flex-wrap items-center gap-2">
          <span className="w-full text-sm text-ink-3">{name}</span>
          {people.map(([member, first, role]) => (
            <Button
              key={member}
              size="small"
              busy={enter.isPending && enter.variables === member}
              onClick={() => enter.mutate(member)}
            >
              {first}
              {role && <span className="font-normal text-ink-3">{role}</span>}
            </Button>
          ))}
        </div>
      ))}
      {enter.isError && (
        <p role="alert" className="text-sm text-over-text">
          {sayProblem(enter.error)}
        </p>
      )}
    </section>
  );
}
