import { Descriptions, Tag } from 'antd';
import type { CitizenCase } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import { dateTime } from '../time/local-time.ts';

/** A case as its own citizen sees it: where it stands, who has it, until when, and what was answered. */
export function OwnCase({ seen }: { seen: CitizenCase }) {
  const { t, word } = useWords();
  const facts = [
    { label: t('citizen.caseNumber'), children: seen.caseNumber },
    { label: t('citizen.title'), children: seen.title },
    { label: t('citizen.registeredAt'), children: dateTime(seen.registeredAt) },
    { label: t('citizen.stage'), children: seen.stageWords },
    ...seen.units.map(({ unitName, lead, dueAt }) => ({
      label: word('assignmentRole', lead ? 'lead' : 'co'),
      children: dueAt ? t('citizen.unitUntil', { unit: unitName, until: dateTime(dueAt) }) : unitName,
    })),
  ];
  return (
    <>
      <Descriptions bordered column={1} size="middle" items={facts.map((fact, key) => ({ key, ...fact }))} />
      {seen.merged && <p>{t('citizen.merged')}</p>}
      <h2>{t('citizen.answers')}</h2>
      {seen.answers.length === 0 && <p className="quiet">{t('citizen.noAnswerYet')}</p>}
      {seen.answers.map((answer) => (
        <section className="citizen-answer" key={`${answer.at} ${answer.unitName}`}>
          <strong>{answer.unitName ?? t('citizen.center')}</strong> <span className="quiet">{dateTime(answer.at)}</span>{' '}
          {answer.outcome && <Tag>{word('outcome', answer.outcome)}</Tag>}
          {answer.declinedFor && <Tag>{word('declineReason', answer.declinedFor)}</Tag>}
          {answer.text && <p className="words">{answer.text}</p>}
        </section>
      ))}
    </>
  );
}
