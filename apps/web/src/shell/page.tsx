import type { ReactNode } from 'react';
import { cx } from '../ui/cx.ts';
import { TopActions } from './top-actions.tsx';

type PageProps = {
  title: ReactNode;
  /** A line under the title, such as the date. */
  note?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** Cards beside the content on wide screens, below it on narrow ones. */
  rail?: ReactNode;
  /** For forms and other things that are read in one column. */
  narrow?: boolean;
  children: ReactNode;
};

/** The frame of a screen: heading, actions, content column and rail. */
export function Page({ title, note, actions, rail, narrow = false, children }: PageProps) {
  return (
    <div
      className={cx('mx-auto w-full px-4 pt-4 pb-8 sm:px-6 lg:pt-6', narrow ? 'max-w-3xl' : 'max-w-[1204px]')}
    >
      <header className="mb-5 flex min-h-11 flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-40">
          <h1 id="page-title" tabIndex={-1} className="truncate text-xl outline-none lg:text-[1.625rem]">
            {title}
          </h1>
          {note && <p className="text-ink-2">{note}</p>}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {actions}
          <TopActions />
        </div>
      </header>
      {rail ? (
        <div className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_334px]">
          <div className="min-w-0 space-y-4">{children}</div>
          <aside className="min-w-0 space-y-4">{rail}</aside>
        </div>
      ) : (
        children
      )}
    </div>
  );
}
