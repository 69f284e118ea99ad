import { Button, Card, Tag } from 'antd';
import type { Case } from '@hotline/contracts-http';
import { Fact, Figures } from '../frame/fact.tsx';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import { dateTime, dateTimeSeconds } from '../time/local-time.ts';
import { askOfAction, type OpenAction } from './ask-of-action.ts';

/** What a case has to do with emergencies and other authorities; nothing where it has nothing to do with them. */
export function EmergencyCard({ of, open }: { of: Case; open: OpenAction }) {
  const { t } = useWords();
  const { since, transfers = [], handOver, urgentReport, handDown } = of.emergency;
  if (!since && transfers.length === 0 && !handOver && !urgentReport && !handDown) return null;
  return (
    <Card title={t('case.emergency')}>
      <dl className="case-facts">
        <Fact name={t('case.emergencySince')}>{time(since)}</Fact>
        <Fact name={t('case.handOver')}>{handOver && (time(handOver.receiptedAt) ?? t('case.notReceipted'))}</Fact>
        <Fact name={t('case.urgentReports')}>{urgentReport && <Figures>{String(urgentReport.sent)}</Figures>}</Fact>
        <Fact name={t('case.urgentReportBy')}>{time(urgentReport?.reportBy)}</Fact>
        <Fact name={t('case.resultBy')}>{time(handDown?.resultBy)}</Fact>
        <Fact name={t('case.resultReturned')}>{time(handDown?.returnedAt)}</Fact>
      </dl>
      {transfers.map((transfer) => (
        <Transfer key={transfer.id} transfer={transfer} of={of} open={open} />
      ))}
    </Card>
  );
}

interface TransferProps {
  readonly transfer: NonNullable<Case['emergency']['transfers']>[number];
  readonly of: Case;
  readonly open: OpenAction;
}

function Transfer({ transfer: { id, line, cause, transferredAt, receiptedAt, outcomeAt }, of, open }: TransferProps) {
  const { t, word } = useWords();
  const { role } = useMe();
  const actions = of.actions.filter(({ transferId }) => transferId === id);
  return (
    <section className="row">
      <Tag>{word('transferCause', cause)}</Tag>
      <strong>{line}</strong>
      <span className="tabular">{dateTimeSeconds(transferredAt)}</span>
      <span className="quiet">{receiptedAt ? t('case.receipted', { at: dateTime(receiptedAt) }) : ''}</span>
      <span className="quiet">{outcomeAt ? t('case.outcomeKnown', { at: dateTime(outcomeAt) }) : ''}</span>
      {actions.map((action) => (
        <Button key={action.type} size="small" className="no-print" onClick={() => open(askOfAction(action, of, role))}>
          {t(`action.name.${action.type}`)}
        </Button>
      ))}
    </section>
  );
}

const time = (at: string | undefined) => at && <Figures>{dateTime(at)}</Figures>;
