import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import { Hills } from '../../../shell/hills.tsx';
import { Logo } from '../../../shell/logo.tsx';
import { Button } from '../../../ui/button.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { markOpen } from './keeping.ts';
import { deviceClock } from '../../../clock.ts';
import { leaveGuessed, leaveLost } from './leave.ts';
import { type LockRecord, readLock, withCopy } from './lock-record.ts';
import { OtherWay } from './other-way.tsx';
import { byThisClock, tryStanding } from './tries.ts';
import { PasskeyKey, PinKey } from './unlock-keys.tsx';

/** All that is in the document while the app is locked. It says nothing of whose money lies behind it. */
export function LockScreen({ user, onOpen }: { user: string; onOpen: () => void }) {
  const { i18n } = useLingui();
  const found = useLock(user);
  const way = found?.way;
  const [other, setOther] = useState(false);
  const opened = () => {
    markOpen(user);
    onOpen();
  };
  return (
    <div className="relative flex min-h-full flex-col overflow-hidden">
      <header className="px-5 pt-5 sm:px-8">
        <Logo />
      </header>
      <main className="z-10 mx-auto flex w-full max-w-md flex-1 flex-col justify-center px-4 py-8">
        <section className="rounded-card border border-line bg-surface p-6 shadow-card sm:p-8">
          <div role="status">
            <h1 className="text-xl">{i18n._('KinWise is locked')}</h1>
          </div>
          {other ? (
            <OtherWay user={user} onBack={() => setOther(false)} />
          ) : (
            <div className="mt-6 space-y-4">
              {!way && <Skeleton className="h-11 w-full" />}
              {way === 'pin' && <PinKey user={user} onRight={opened} untilMs={found?.untilMs} />}
              {way === 'passkey' && <PasskeyKey user={user} onRight={opened} />}
              <Button kind="quiet" className="w-full" onClick={() => setOther(true)}>
                {way === 'passkey' ? i18n._('Get in another way') : i18n._('Forgot the PIN?')}
              </Button>
            </div>
          )}
        </section>
      </main>
      <Hills className="pointer-events-none absolute right-0 bottom-0 h-[22vh] w-auto max-w-full opacity-60" />
    </div>
  );
}

type Found = { readonly way: LockRecord['way']['kind']; readonly untilMs: number | undefined };

/** What opens this lock, and until when nobody may try. */
function useLock(user: string): Found | undefined {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    const look = async () => {
      const record = await withCopy(user, readLock);
      if (!record) return await leaveLost(user);
      const nowMs = deviceClock.now();
      const standing = tryStanding(byThisClock(record.tries, nowMs), nowMs);
      // The page was closed over the last try: what follows from it is made up for.
      if (standing.kind === 'out') return await leaveGuessed(user);
      setFound({ way: record.way.kind, untilMs: standing.kind === 'waiting' ? standing.untilMs : undefined });
    };
    void look();
  }, [user]);
  return found;
}
