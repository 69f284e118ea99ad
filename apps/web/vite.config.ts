import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where a developer's API answers; `npm run dev` passes on to it what the browser asks of it. */
const api = { target: process.env.API_URL ?? 'http://localhost:12345', changeOrigin: false };

/** Libraries that every page needs, in files that stay in a browser's cache when the desks change. */
const LASTING = [
  { name: 'react', test: /node_modules\/(?:react|react-dom|react-router|scheduler)\// },
  { name: 'language', test: /node_modules\/(?:i18next|react-i18next|dayjs)\// },
];

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': api, '/healthz': api } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups: LASTING } } },
  },
});
