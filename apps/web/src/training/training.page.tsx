import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CaseTable } from '../case/case-table.tsx';
import { ActionForm } from '../case-action/action-form.tsx';
import { actionOf } from '../case-action/actions.ts';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { Page } from '../frame/page.tsx';
import { Pager } from '../frame/pager.tsx';
import { usePaging } from '../frame/use-paging.ts';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { trainingCasesQueryOf, trainingOfferQuery } from './training-queries.ts';
import '../case/case.css';

const PAGE = 20;

/** Trainings: the cases that are not real, and the way to another one. */
export function Component() {
  const { t } = useWords();
  const [isRegistering, setRegistering] = useState(false);
  const offer = useQuery(trainingOfferQuery);
  return (
    <Page
      title={t('frame.place.training')}
      extra={
        offer.data?.offered &&
        !isRegistering && (
          <Button type="primary" onClick={() => setRegistering(true)}>
            {t('action.name.register-training')}
          </Button>
        )
      }
    >
      <p className="quiet">{t('training.what')}</p>
      <Loaded query={offer} rows={2}>
        {({ offered }) =>
          offered ? isRegistering && <Registration /> : <NothingHere title={t('training.notOffered')} />
        }
      </Loaded>
      <TrainingCases />
    </Page>
  );
}

function Registration() {
  const { role } = useMe();
  const navigate = useNavigate();
  return (
    <Card className="register">
      <ActionForm
        action={actionOf('register-training')}
        target={{}}
        situation={{ role }}
        onDone={(changed) => changed.kind === 'case' && void navigate(`/cases/${changed.case.caseNumber}`)}
        focusFirst
      />
    </Card>
  );
}

function TrainingCases() {
  const paging = usePaging();
  const cases = useQuery(trainingCasesQueryOf({ limit: PAGE, ...(paging.after ? { after: paging.after } : {}) }));
  return (
    <Loaded query={cases} rows={6}>
      {({ items, next }) =>
        items.length > 0 && (
          <>
            <CaseTable rows={items} loading={cases.isPlaceholderData} />
            <Pager paging={paging} {...(next ? { next } : {})} />
          </>
        )
      }
    </Loaded>
  );
}
