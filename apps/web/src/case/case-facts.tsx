import { Card } from 'antd';
import type { Case } from '@hotline/contracts-http';
import { Fact, Figures } from '../frame/fact.tsx';
import { useWords } from '../language/use-words.ts';
import { useCategoryPath } from '../organisation/organisation.ts';
import { coordinatesText } from '../place/coordinates.ts';
import { dateTime } from '../time/local-time.ts';
import { MaskedPhone } from './masked-phone.tsx';

/** What the citizen brought, as it was registered. */
export function CaseFacts({ of }: { of: Case }) {
  const { t, word } = useWords();
  const categoryPath = useCategoryPath();
  return (
    <Card title={t('case.facts')}>
      <p className="words case-text">{of.text}</p>
      <dl className="case-facts">
        <Fact name={t('case.kind')}>{word('kind', of.kind)}</Fact>
        <Fact name={t('case.urgency')}>{word('urgency', of.urgency)}</Fact>
        <Fact name={t('case.category')}>{categoryPath(of.categoryId)}</Fact>
        <Fact name={t('case.channel')}>{word('channel', of.channel)}</Fact>
        <Fact name={t('case.place')}>{of.place}</Fact>
        <Fact name={t('case.coordinates')}>
          {of.coordinates && (
            <a className="tabular" href={`geo:${of.coordinates.latitude},${of.coordinates.longitude}`}>
              {coordinatesText(of.coordinates)}
            </a>
          )}
        </Fact>
        <Fact name={t('case.peopleConcerned')}>
          {of.peopleConcerned && <Figures>{String(of.peopleConcerned)}</Figures>}
        </Fact>
        <Fact name={t('case.caller')}>{of.callerName}</Fact>
        <Fact name={t('case.phone')}>
          {of.callerPhone && <MaskedPhone caseNumber={of.caseNumber} masked={of.callerPhone} />}
        </Fact>
        <Fact name={t('case.calls')}>{of.calls > 1 && <Figures>{String(of.calls)}</Figures>}</Fact>
        <Fact name={t('case.externalNumber')}>{of.externalNumber}</Fact>
        <Fact name={t('case.externalDue')}>{instant(of.externalDueAt)}</Fact>
        <Fact name={t('case.registered')}>{instant(of.registeredAt)}</Fact>
        <Fact name={t('case.asked')}>{instant(of.askedAt)}</Fact>
        <Fact name={t('case.citizenDue')}>{instant(of.citizenDueAt)}</Fact>
        <Fact name={t('case.outcome')}>{of.outcome && word('outcome', of.outcome)}</Fact>
        <Fact name={t('case.policy')}>{t('case.policyVersion', { version: of.policyVersion })}</Fact>
      </dl>
    </Card>
  );
}

const instant = (at: string | undefined) => at && <Figures>{dateTime(at)}</Figures>;
