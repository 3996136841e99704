import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { isCategoryIcon } from './tools/category-icons.ts';
import { compressPlugin } from './tools/compress-plugin.ts';
import { poPlugin } from './tools/po-plugin.ts';

const API = process.env['KINWISE_API'] ?? 'http://localhost:8000';

/** Screens, and parts of them, that a visit may begin with or that come with a press on one of those. */
const BEGINNING =
  /\/(?:today|transactions|accounts?|sign-in|register|join|guest|add|entry|balances|latest|month|needs|worth|cash-flow|first|sheet|dialog|toast|menu|combobox)-/;
const LOADED_FIRST = /\/(?:react|ground|app|index|rolldown-runtime)-/;

export default defineConfig({
  resolve: {
    alias: [
      { find: /^temporal-polyfill$/, replacement: new URL('./src/temporal.ts', import.meta.url).pathname },
      // The modern build: the default one is written for browsers that we do not serve, and heavier for it.
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
    ],
  },
  plugins: [
    poPlugin(),
    react(),
    tailwindcss(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      // The page registers the worker itself (src/shell/worker.ts): an injected inline script would break the CSP.
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: [
          'index.html',
          'theme.js',
          'manifest.webmanifest',
          'icons/logo.svg',
          'assets/**/*.{js,css,woff2}',
        ],
        // Not by `staff-`: a screen of the app begins with that too.
        globIgnores: ['assets/portal-*'],
      },
    }),
    compressPlugin(),
  ],
  build: {
    target: ['chrome123', 'safari17.5', 'firefox120'],
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    // Nothing may travel as a data: address; the content policy would refuse it.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // Each name costs every first load its hash, which does not compress. So what the first load brings is not named
      // again, and the screens that nobody begins with ask one step later for what they share.
      resolveDependencies: (file, deps, { hostType }) => {
        if (hostType === 'html') return deps;
        const begins = BEGINNING.test(file);
        return deps.filter((dep) => dep.endsWith('.css') || (begins && !LOADED_FIRST.test(dep)));
      },
    },
    reportCompressedSize: false,
    manifest: true,
    rolldownOptions: {
      // The staff portal is a page of its own: nothing of it travels with the app.
      input: { index: 'index.html', portal: 'admin.html' },
      output: {
        // What every screen needs travels in a few files: many small ones compress worse and ask more often.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler|use-sync-external-store)\// },
            {
              name: 'ground',
              test: /node_modules\/(?:@tanstack\/(?!.*(?:infiniteQueryObserver|useInfiniteQuery|utationObserver|useMutation\.))(?:react-router|router-core|history|react-store|store|query-core|react-query)|dexie|dexie-react-hooks|@lingui\/(?:core|react)|openapi-fetch|uuid)\//,
            },
            {
              name: 'app',
              test: /src\/(?:offline\/(?!conflicts|unkept|uses\.)|api\/(?!form)|words\/(?:words|plain|shaped)|shell\/(?!command-palette|face\.|frame-questions|in-turn|keys-help|own-frame|session-over-note|asked-papers|mail-note|settings-places|save-file|problem-way)|ui\/(?:bar|card|money|use-is-wide)\.|clock|routes)/,
            },
            // The many pictures of categories come with the first screen that shows some, not with the few that all share.
            { name: 'category-icons', test: isCategoryIcon },
            { name: 'icons', test: /lucide-react/, minShareCount: 3 },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': API, '/dev': API } },
});
