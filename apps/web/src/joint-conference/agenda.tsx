import { Button, Card, Tag } from 'antd';
import { Link } from 'react-router';
import type { Conference } from '@hotline/contracts-http';
import type { OpenAction } from '../case/ask-of-action.ts';
import { NothingHere } from '../frame/nothing-here.tsx';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { KEEPERS } from './circle-card.tsx';

type Item = Conference['agenda'][number];

/** The agenda: each case with the reasons that put it there, whom it needs, and what was decided. */
export function Agenda({ conference, open }: { conference: Conference; open: OpenAction }) {
  const { t } = useWords();
  const { agenda } = conference;
  return (
    <Card size="small" title={t('conference.agenda')}>
      {agenda.length === 0 ? (
        <NothingHere title={t('conference.noAgenda')} hint={t('conference.noAgendaHint')} />
      ) : (
        agenda.map((item) => <AgendaItem key={item.itemId} item={item} conference={conference} open={open} />)
      )}
    </Card>
  );
}

function AgendaItem({ item, conference, open }: { item: Item; conference: Conference; open: OpenAction }) {
  const { t, word } = useWords();
  const { role } = useMe();
  const { itemId, caseNumber, caseTitle, reasons, text, memberIds, decision } = item;
  const { conferenceId, revision, status, members } = conference;
  const isOpen = status === 'preparing' || status === 'invited';
  const needed = members.filter(({ memberId }) => memberIds.includes(memberId)).map(({ name }) => name);
  return (
    <section className="assignment" aria-label={caseNumber ?? text ?? itemId}>
      <div className="row">
        {caseNumber && (
          <Link to={`/cases/${caseNumber}`} className="tabular">
            {caseNumber}
          </Link>
        )}
        <b>{caseTitle ?? text}</b>
        {reasons.map((reason) => (
          <Tag key={reason}>{word('agendaReason', reason)}</Tag>
        ))}
        {isOpen && KEEPERS.has(role) && (
          <Button
            size="small"
            className="no-print"
            onClick={() =>
              open({
                name: 'remove-agenda-item',
                target: { conferenceId, revision, itemId },
                situation: { role, conference, about: caseTitle ?? text ?? itemId },
              })
            }
          >
            {t('action.name.remove-agenda-item')}
          </Button>
        )}
      </div>
      {caseNumber && text && <p className="words">{text}</p>}
      <div className="quiet">
        {needed.length > 0 ? t('conference.needs', { names: needed.join('、') }) : t('conference.needsAll')}
      </div>
      {decision && (
        <p className="words">
          <Tag>{word('conferenceDecision', decision.decision)}</Tag>
          {decision.text}{' '}
          {decision.meetingId && caseNumber && <Link to={`/cases/${caseNumber}`}>{t('conference.meeting')}</Link>}
        </p>
      )}
    </section>
  );
}
