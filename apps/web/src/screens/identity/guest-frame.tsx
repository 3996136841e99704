import { Outlet } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import { Hills } from '../../shell/hills.tsx';
import { Logo } from '../../shell/logo.tsx';
import { useOwedSignOut } from './owed-sign-out.ts';

/** The quiet frame of everything before the sign-in. */
export function GuestFrame() {
  useOwedSignOut();
  return (
    <div className="relative flex min-h-dvh flex-col overflow-hidden">
      <header className="px-5 pt-5 sm:px-8">
        <Logo />
      </header>
      <main className="z-10 mx-auto flex w-full max-w-md flex-1 flex-col justify-center px-4 py-8">
        <Outlet />
      </main>
      <Hills className="pointer-events-none absolute right-0 bottom-0 h-[22vh] w-auto max-w-full opacity-60" />
    </div>
  );
}

/** Whether the cards below are laid over a screen, in a dialog that is their frame. */
export const WithinDialog = createContext(false);

/** The card of one such screen. */
export function GuestCard({
  title,
  intro,
  children,
}: {
  title: string;
  intro?: React.ReactNode;
  children: React.ReactNode;
}) {
  if (useContext(WithinDialog)) {
    return (
      <section>
        <h3 className="text-lg">{title}</h3>
        {intro && <p className="mt-1 text-ink-2">{intro}</p>}
        <div className="mt-4">{children}</div>
      </section>
    );
  }
  return (
    <section className="rounded-card border border-line bg-surface p-6 shadow-card sm:p-8">
      <h1 className="text-xl">{title}</h1>
      {intro && <p className="mt-1.5 text-ink-2">{intro}</p>}
      <div className="mt-6">{children}</div>
    </section>
  );
}
