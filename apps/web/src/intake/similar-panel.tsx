import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import type { SimilarRequest } from '@hotline/contracts-http';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import { caseQueryOf } from '../case/case-queries.ts';
import { ProblemAlert } from '../frame/problem-alert.tsx';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { similarTo, type Told } from './intake-queries.ts';
import './intake.css';
import { SimilarRequests } from './similar-requests.tsx';
import { useAtRest } from './use-at-rest.ts';

/** While a request is written down: open ones like it. The call may belong to one of them; then it is written down there. */
export function SimilarPanel({ told }: { told: Told }) {
  const { t } = useWords();
  const asked = useAtRest(JSON.stringify(told));
  const similar = useQuery(similarTo(JSON.parse(asked) as Told));
  const call = useCallOn(told);
  const items = similar.data ?? [];
  return (
    <Card size="small" title={t('intake.similar')} className="intake-panel">
      <div aria-live="polite">
        {similar.error && <ProblemAlert error={similar.error} />}
        {items.length === 0 && <span className="quiet">{t('intake.noSimilar')}</span>}
        <SimilarRequests
          items={items}
          act={(one) => (
            <Button size="small" onClick={() => void call.open(one)}>
              {t('intake.callOn')}
            </Button>
          )}
        />
      </div>
      {call.drawer}
    </Card>
  );
}

/** Opens the form of a further call on a case, upon its present revision, with what was typed so far. */
function useCallOn({ text, title, callerPhone }: Told) {
  const { role } = useMe();
  const queryClient = useQueryClient();
  const { open, drawer } = useActionDrawer();
  const suggested = { text: text ?? title, ...(callerPhone ? { callerPhone } : {}) };
  return {
    drawer,
    open: async ({ caseNumber }: SimilarRequest): Promise<void> => {
      const of = await queryClient.fetchQuery({ ...caseQueryOf(caseNumber), staleTime: 0 });
      open({
        name: 'record-call',
        target: { caseNumber, revision: of.revision },
        situation: { role, case: of, suggested },
      });
    },
  };
}
