import type { ComponentProps, MouseEvent } from 'react';
import { createStore, useStore } from '../shell/store.ts';

/** The portal's own addresses, below /admin. It has few, and needs no router for them. */
export type Where = { readonly screen: string; readonly id: string | undefined };

const path = createStore(window.location.pathname);
const search = createStore(window.location.search);
window.addEventListener('popstate', read);

function read(): void {
  path.set(window.location.pathname);
  search.set(window.location.search);
}

export function useWhere(): Where {
  const [, , screen = '', id] = useStore(path).split('/');
  return { screen: screen === '' ? 'users' : screen, id: id === '' ? undefined : id };
}

function go(to: string): void {
  window.history.pushState(null, '', to);
  read();
  window.scrollTo(0, 0);
}

/** What a screen was narrowed by, as it stands in the address: it can be sent to somebody, and Back leads to it again. */
export function useNarrowed(): [Readonly<Record<string, string>>, (to: Record<string, string>) => void] {
  const narrowed = Object.fromEntries(new URLSearchParams(useStore(search)));
  const narrow = (to: Record<string, string>) => {
    const set = Object.entries(to).filter(([, value]) => value !== '');
    const query = new URLSearchParams(set).toString();
    window.history.pushState(null, '', query === '' ? window.location.pathname : `?${query}`);
    read();
  };
  return [narrowed, narrow];
}

/** A link within the portal: `<Way to="users">`. */
export function Way({ to, ...rest }: Omit<ComponentProps<'a'>, 'href'> & { to: string }) {
  const href = `/admin/${to}`;
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(href);
  };
  return <a {...rest} href={href} onClick={follow} />;
}
