/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { onTokenMessage } from './api/kept-token.ts';

declare const self: ServiceWorkerGlobalScope;

/**
 * Lets the app start without signal: its own files and nothing else. Answers of the API are never kept here, because the
 * local copy keeps them and two caches would lie to each other.
 */
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// Pages that are not the app's own are always asked from the server.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), {
    denylist: [/^\/api\//, /^\/dev\//, /^\/admin(?:\/|$)/],
  }),
);

self.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | undefined)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
self.addEventListener('message', onTokenMessage);
