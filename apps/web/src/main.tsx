import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { prepareClient } from './api/client.ts';
import { createQueryClient } from './api/query-client.ts';
import { House } from './frame/house.tsx';
import './frame/frame.css';
import { beginLanguage } from './language/language.ts';
import { watchSession } from './session/session-store.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');

prepareClient();
watchSession();
await beginLanguage();
createRoot(root).render(
  <StrictMode>
    <House queryClient={createQueryClient()} />
  </StrictMode>,
);
