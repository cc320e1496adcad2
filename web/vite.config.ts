import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { addresses } from './api/addresses-plugin.ts'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), addresses()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Pictures stay files: the page allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // `npm run dev -w web` beside a running server.
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:4780' } },
})
