import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import type { Case } from '@hotline/contracts-http';
import type { OpenAction } from '../case/ask-of-action.ts';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { similarToCase } from './intake-queries.ts';
import { SimilarRequests } from './similar-requests.tsx';

/** Open cases like this one, into each of which it may be merged; nothing where there are none, or it is not the reader's. */
export function SimilarCases({ of, open }: { of: Case; open: OpenAction }) {
  const mayMerge = of.actions.some(({ type }) => type === 'merge');
  return mayMerge ? <Found of={of} open={open} /> : null;
}

function Found({ of, open }: { of: Case; open: OpenAction }) {
  const { t } = useWords();
  const { role } = useMe();
  const { caseNumber, revision } = of;
  const { data = [] } = useQuery(similarToCase(caseNumber));
  if (data.length === 0) return null;
  return (
    <Card title={t('intake.similar')}>
      <SimilarRequests
        items={data}
        act={(similar) => (
          <Button
            size="small"
            onClick={() =>
              open({
                name: 'merge',
                target: { caseNumber, revision },
                situation: { role, case: of, suggested: { leadCaseNumber: similar.caseNumber } },
              })
            }
          >
            {t('intake.mergeInto')}
          </Button>
        )}
      />
    </Card>
  );
}
