import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import { ProblemNote } from '../../../ui/states.tsx';
import { type Left, payOwed, whoLeft } from './leave.ts';

/** On the sign-in, after somebody has gone past the app lock: what has become of it, and of what waits. */
export function PastLockNote() {
  const { i18n } = useLingui();
  const [left] = useState(whoLeft);
  useEffect(() => void payOwed(), []);
  if (!left) return null;
  const [title, text] = sayWhy(left.why, i18n);
  return (
    <div className="mb-4">
      <ProblemNote tone="close" title={title}>
        <p>{text}</p>
        {left.waiting > 0 && (
          <p className="mt-2">
            {i18n._(
              '{count, plural, one {# change waits on this device: it is kept, and sent when you are back.} other {# changes wait on this device: they are kept, and sent when you are back.}}',
              { count: left.waiting },
            )}
          </p>
        )}
      </ProblemNote>
    </div>
  );
}

function sayWhy(why: Left['why'], i18n: ReturnType<typeof useLingui>['i18n']): readonly [string, string] {
  if (why === 'guessed') {
    return [
      i18n._('This device was signed out'),
      i18n._('The PIN of its app lock was wrong ten times. The copy of the household is deleted here.'),
    ];
  }
  if (why === 'lost') {
    return [
      i18n._('Sign in again'),
      i18n._('The browser has thrown away what the app lock of this device was made of.'),
    ];
  }
  return [
    i18n._('The app lock is waiting for your sign-in'),
    i18n._('Once you have signed in it is off, and you can set it anew.'),
  ];
}
