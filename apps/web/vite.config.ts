import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const API = process.env['KINWISE_API'] ?? 'http://localhost:8000';

export default defineConfig({
  plugins: [
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
        globIgnores: ['assets/staff-*'],
      },
    }),
  ],
  build: {
    target: ['chrome123', 'safari17.5', 'firefox120'],
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    // Nothing may travel as a data: address; the content policy would refuse it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
  },
  server: { port: 5173, proxy: { '/api': API, '/dev': API } },
});
