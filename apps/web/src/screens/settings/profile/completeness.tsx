import { useLingui } from '@lingui/react';
import { useSomeone } from '../../../shell/session.ts';
import { Bar } from '../../../ui/bar.tsx';

/** How much of the profile is filled in, and what is not. Nothing of it has to be. */
export function Completeness() {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const words = useFieldWords();
  // What an older version of the app kept of the person does not say.
  const standing = me.profile_completeness as typeof me.profile_completeness | undefined;
  if (!standing || standing.missing.length === 0) return null;
  const { percent, missing } = standing;
  return (
    <div className="mb-5 space-y-1.5">
      <Bar share={percent / 100} label={i18n._('{percent}% of your profile is filled in', { percent })} />
      <p className="text-sm text-ink-3">
        {i18n._('{percent}% filled in. Still to say, if you like: {fields}.', {
          percent,
          fields: missing.map((field) => words[field]).join(', '),
        })}
      </p>
    </div>
  );
}

function useFieldWords() {
  const { i18n } = useLingui();
  return {
    first_name: i18n._('first name'),
    last_name: i18n._('last name'),
    email: i18n._('a confirmed email'),
    phone: i18n._('telephone'),
    country: i18n._('country'),
    photo: i18n._('photo'),
  } as const;
}
