import { useQuery } from '@tanstack/react-query';
import { Button, Card, Tag } from 'antd';
import { Link } from 'react-router';
import type { CenterInvitation } from '@hotline/contracts-http';
import type { ActionName } from '../case-action/action.ts';
import type { OpenAction } from '../case/ask-of-action.ts';
import '../case/case.css';
import { Fact, Figures } from '../frame/fact.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { NothingHere } from '../frame/nothing-here.tsx';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { dateTime } from '../time/local-time.ts';
import { KEEPERS } from './circle-card.tsx';
import { invitationsQuery } from './conference-queries.ts';

/** What may be done with an invitation as it stands. */
const ACTIONS: Readonly<Record<CenterInvitation['status'], readonly ActionName[]>> = {
  open: ['accept-invitation', 'decline-invitation'],
  accepted: ['attend-invitation', 'accept-invitation', 'decline-invitation'],
  declined: [],
  attended: [],
};

/** 其他部门邀请: to what the center is invited, who goes, what came of it. */
export function InvitationsCard({ open }: { open: OpenAction }) {
  const { t } = useWords();
  const { role } = useMe();
  const invitations = useQuery(invitationsQuery);
  return (
    <Card
      size="small"
      title={t('conference.invitations')}
      extra={
        KEEPERS.has(role) && (
          <Button
            size="small"
            className="no-print"
            onClick={() => open({ name: 'record-invitation', target: {}, situation: { role } })}
          >
            {t('action.name.record-invitation')}
          </Button>
        )
      }
    >
      <Loaded query={invitations}>
        {(items) =>
          items.length === 0 ? (
            <NothingHere title={t('conference.noInvitations')} />
          ) : (
            items.map((each) => <Invitation key={each.invitationId} invitation={each} open={open} />)
          )
        }
      </Loaded>
    </Card>
  );
}

function Invitation({ invitation, open }: { invitation: CenterInvitation; open: OpenAction }) {
  const { t, word } = useWords();
  const { id, role } = useMe();
  const { invitationId, revision, status, from, text, startsAt, place, caseNumber, attendeeId, attendeeName, outcome } =
    invitation;
  const names = ACTIONS[status].filter(
    (name) => KEEPERS.has(role) || (name === 'attend-invitation' && attendeeId === id),
  );
  return (
    <section className="assignment" aria-label={`${from} ${dateTime(startsAt)}`}>
      <div className="assignment-head">
        <h3>
          {from}：{text}
        </h3>
        <Tag>{word('invitationStatus', status)}</Tag>
      </div>
      <dl className="case-facts">
        <Fact name={t('conference.startsAt')}>
          <Figures>{dateTime(startsAt)}</Figures>
        </Fact>
        <Fact name={t('conference.place')}>{place}</Fact>
        <Fact name={t('conference.attendee')}>{attendeeName}</Fact>
        <Fact name={t('conference.case')}>
          {caseNumber && (
            <Link to={`/cases/${caseNumber}`} className="tabular">
              {caseNumber}
            </Link>
          )}
        </Fact>
        <Fact name={t('conference.outcome')}>{outcome}</Fact>
      </dl>
      {names.length > 0 && (
        <div className="assignment-actions no-print">
          {names.map((name) => (
            <Button
              key={name}
              size="small"
              onClick={() => open({ name, target: { invitationId, revision }, situation: { role } })}
            >
              {t(`action.name.${name}`)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
