import { Card } from 'antd';
import type { Case } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import { useNames } from './use-names.ts';

/** Why each deadline is what it is, line by line. */
export function Deadlines({ of }: { of: Case }) {
  const { t, language } = useWords();
  const { assigned } = useNames(of);
  return (
    <Card title={t('case.deadlines')}>
      {of.deadlines.length === 0 && <span className="quiet">{t('case.noDeadlines')}</span>}
      {of.deadlines.map(({ subject, lines }) => (
        <section key={subject} className="deadline">
          <h3>{assigned(subject) || t(subject === 'urgency' ? 'case.urgencyClock' : 'case.citizenClock')}</h3>
          <ol>
            {lines.map(({ code, zh, en }, index) => (
              <li key={`${code}-${index}`} className={code === 'due' ? 'deadline-end' : ''}>
                {language === 'zh' ? zh : en}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Card>
  );
}
