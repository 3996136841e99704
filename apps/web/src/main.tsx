import './styles/index.css';
import { I18nProvider } from '@lingui/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { confirmBy, signInAgainBy } from './api/client.ts';
import { App } from './shell/app.tsx';
import { LOCK_MARK } from './shell/app-lock.ts';
import { askToConfirm } from './shell/confirm.ts';
import { recall } from './shell/device.ts';
import { guard } from './shell/guard.ts';
import { watchIdle } from './shell/idle.ts';
import { beginSession, onOtherPerson, sessionIsBack } from './shell/session.ts';
import { askToSignIn } from './shell/session-over.ts';
import { registerWorker } from './shell/worker.ts';
import { createAppRouter } from './routes.tsx';
import { i18n, languageOf, speak } from './words/words.ts';

const queries = new QueryClient({
  // The browser's opinion of being online is not asked: a query tries, and says what came of it.
  defaultOptions: {
    queries: { networkMode: 'always', staleTime: 30_000, retry: 1 },
    mutations: { networkMode: 'always' },
  },
});
const router = createAppRouter(queries);
confirmBy(askToConfirm);
signInAgainBy(askToSignIn);
watchIdle();
// Answers that one person got are never shown to another.
onOtherPerson(() => {
  queries.clear();
  void guard('arrived');
});

await speak(languageOf(recall('kw_language')));
// Nothing of anybody is read, let alone shown, before their app lock is open.
await guard('start');
await beginSession();

const element = document.getElementById('root');
if (!element) throw new Error('The page has no #root.');
createRoot(element).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <App router={router}>
          <RouterProvider router={router} />
        </App>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);

// Another tab has signed in or out: this one would show somebody else's money.
window.addEventListener('storage', (event) => {
  if (event.key === 'kw_user') window.location.reload();
  else if (event.key === 'kw_signed_in') sessionIsBack();
  else if (event.key?.startsWith(LOCK_MARK)) void guard('told');
});
void registerWorker().catch(() => undefined);
