import '../styles/index.css';
import { I18nProvider } from '@lingui/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { confirmBy } from '../api/client.ts';
import { expectSession } from '../api/session.ts';
import { askToConfirm } from '../shell/confirm.ts';
import { recall } from '../shell/device.ts';
import { guard } from '../shell/guard.ts';
import { UiProvider } from '../ui/settings.tsx';
import { ToastHost } from '../ui/toast-host.tsx';
import { i18n, languageOf, speak } from '../words/words.ts';
import { tellPresence } from './presence.ts';
import { StaffApp } from './staff-app.tsx';

/** The staff portal: a page of its own, with the same session, the same components and no local copy of anything. */
const queries = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always', retry: false, gcTime: 60_000 } },
});
confirmBy(askToConfirm);
expectSession(recall('kw_user'));
tellPresence();
await speak(languageOf(recall('kw_language')));
await guard('start');

const element = document.getElementById('root');
if (!element) throw new Error('The page has no #root.');
createRoot(element).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <UiProvider locale={{ tag: 'en-NZ' }}>
          <StaffApp />
          <ToastHost />
        </UiProvider>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);

// Another tab has signed in or out: this one would show what its person may not see.
window.addEventListener('storage', ({ key }) => {
  if (key === 'kw_user') window.location.reload();
});
