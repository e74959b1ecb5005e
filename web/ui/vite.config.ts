import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// Assets are named by what is in them, so that a browser may keep them for
// ever. Nothing is inlined: the pages forbid inline scripts and styles.
export default defineConfig({
  plugins: [svelte()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8750', '/openapi.json': 'http://127.0.0.1:8750', '/docs': 'http://127.0.0.1:8750' } },
});
