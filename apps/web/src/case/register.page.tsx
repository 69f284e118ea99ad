import { Button, Card, Result } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Case } from '@hotline/contracts-http';
import { BoardPanel } from '../board/board-panel.tsx';
import { useActionDrawer } from '../case-action/action-drawer.tsx';
import { ActionForm } from '../case-action/action-form.tsx';
import type { ActionName, Values } from '../case-action/action.ts';
import { actionOf } from '../case-action/actions.ts';
import { Page } from '../frame/page.tsx';
import { CallerHistory } from '../intake/caller-history.tsx';
import { SimilarPanel } from '../intake/similar-panel.tsx';
import { SuggestedWays } from '../intake/suggested-ways.tsx';
import { toldIn } from '../intake/told-in.ts';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { askOfAction } from './ask-of-action.ts';
import './case.css';

/** The phone desk: a call is written down, and at once answered or assigned. */
export function Component() {
  const { t } = useWords();
  const { role } = useMe();
  const [registered, setRegistered] = useState<Case>();
  const [typed, setTyped] = useState<Values>({});
  const told = toldIn(typed);
  const { open, drawer } = useActionDrawer((changed) => {
    if (changed.kind === 'case') setRegistered(changed.case);
  });
  const next = (type: ActionName): (() => void) | undefined => {
    const action = registered?.actions.find((may) => may.type === type);
    return registered && action ? () => open(askOfAction(action, registered, role)) : undefined;
  };

  return (
    <Page title={t('frame.place.register')}>
      {registered ? (
        <>
          <Registered
            of={registered}
            assign={registered.assignments.length === 0 ? next('assign') : undefined}
            answer={next('answer-directly')}
            another={() => setRegistered(undefined)}
          />
          <SuggestedWays of={registered} open={open} />
        </>
      ) : (
        <div className="register-grid">
          <Card className="register">
            <ActionForm
              action={actionOf('register')}
              target={{}}
              situation={{ role }}
              onDone={(changed) => changed.kind === 'case' && setRegistered(changed.case)}
              onTyped={setTyped}
              focusFirst
            />
          </Card>
          <aside className="stack">
            <BoardPanel />
            <CallerHistory phone={told.callerPhone ?? ''} />
            <SimilarPanel told={told} />
          </aside>
        </div>
      )}
      {drawer}
    </Page>
  );
}

interface RegisteredProps {
  readonly of: Case;
  readonly assign: (() => void) | undefined;
  readonly answer: (() => void) | undefined;
  readonly another: () => void;
}

function Registered({ of, assign, answer, another }: RegisteredProps) {
  const { t, word } = useWords();
  return (
    <Result
      status="success"
      title={<span className="tabular">{t('case.registeredDone', { number: of.caseNumber })}</span>}
      subTitle={`${of.title} · ${word('stage', of.stage)}`}
      extra={[
        assign && (
          <Button key="assign" type="primary" autoFocus onClick={assign}>
            {t('case.assignNow')}
          </Button>
        ),
        answer && (
          <Button key="answer" onClick={answer}>
            {t('case.answerNow')}
          </Button>
        ),
        <Link key="open" to={`/cases/${of.caseNumber}`}>
          <Button>{t('case.openCase')}</Button>
        </Link>,
        <Button key="another" onClick={another}>
          {t('case.registerAnother')}
        </Button>,
      ]}
    />
  );
}
