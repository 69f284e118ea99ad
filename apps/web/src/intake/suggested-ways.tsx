import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { Link } from 'react-router';
import type { Case, Suggestions } from '@hotline/contracts-http';
import type { ActionName, Values } from '../case-action/action.ts';
import type { OpenAction } from '../case/ask-of-action.ts';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../session/use-me.ts';
import './intake.css';
import { suggestedFor } from './intake-queries.ts';

interface SuggestedProps {
  readonly of: Case;
  readonly open: OpenAction;
}

/** 智能推荐: which unit and category a case not yet assigned may be for, by how like ones went, and why; a person decides. */
export function SuggestedWays({ of, open }: SuggestedProps) {
  const mayAssign = of.stage === 'registered' && of.actions.some(({ type }) => type === 'assign');
  return mayAssign ? <Suggested of={of} open={open} /> : null;
}

function Suggested({ of, open }: SuggestedProps) {
  const { t } = useWords();
  const { data } = useQuery(suggestedFor(of.caseNumber));
  const { role } = useMe();
  if (!data || data.units.length + data.categories.length === 0) return null;
  const take = (name: ActionName, suggested: Values) => (): void =>
    open({
      name,
      target: { caseNumber: of.caseNumber, revision: of.revision },
      situation: { role, case: of, suggested },
    });
  return (
    <Card title={t('intake.suggested')} className="no-print">
      <p className="quiet">{t('intake.suggestedLead')}</p>
      <Choices
        items={data.units}
        label={t('intake.assignToIt')}
        take={(unitId) => take('assign', { units: [{ unitId, role: 'lead' }] })}
      />
      {of.actions.some(({ type }) => type === 'classify') && (
        <Choices
          items={data.categories.filter(({ id }) => id !== of.categoryId)}
          label={t('intake.classifySo')}
          take={(categoryId) => take('classify', { categoryId })}
        />
      )}
      <Precedents items={data.similar} />
    </Card>
  );
}

interface ChoicesProps {
  readonly items: Suggestions['units'];
  readonly label: string;
  readonly take: (id: string) => () => void;
}

function Choices({ items, label, take }: ChoicesProps) {
  const { t, language } = useWords();
  const comma = language === 'zh' ? '、' : ', ';
  return (
    <ul className="intake-list">
      {items.map(({ id, name, score, words, cases }) => (
        <li key={id}>
          <div className="row">
            <strong>{name}</strong>
            <span className="quiet tabular">{t('intake.sureness', { percent: Math.round(score * 100) })}</span>
            <Button size="small" onClick={take(id)}>
              {label}
            </Button>
          </div>
          <div className="quiet">{t('intake.learntFrom', { words: words.join(comma), count: cases })}</div>
        </li>
      ))}
    </ul>
  );
}

function Precedents({ items }: { items: Suggestions['similar'] }) {
  const { t } = useWords();
  if (items.length === 0) return null;
  return (
    <details>
      <summary>{t('intake.precedents')}</summary>
      <ul className="intake-list">
        {items.map(({ caseNumber, title, unitName }) => (
          <li key={caseNumber}>
            <Link to={`/cases/${caseNumber}`} target="_blank" className="tabular">
              {caseNumber}
            </Link>{' '}
            {title} <span className="quiet">{unitName}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
