import { Alert, Button } from 'antd';
import { ApiProblem, ConnectionLost } from '../api/api-problem.ts';
import { useWords, type Speech } from '../language/use-words.ts';

interface ProblemAlertProps {
  readonly error: unknown;
  /** Said instead, where no answer came: what that means here. */
  readonly noAnswer?: string;
  readonly onRetry?: () => void;
}

/** What went wrong in one clear sentence, and what to do now. */
export function ProblemAlert({ error, noAnswer, onRetry }: ProblemAlertProps) {
  const words = useWords();
  const { t } = words;
  const step = error instanceof ApiProblem ? t(`problem.step.${error.status}` as never, { defaultValue: '' }) : '';
  const code = error instanceof ApiProblem ? t('problem.code', { code: error.code }) : '';
  return (
    <Alert
      role="alert"
      type={error instanceof ConnectionLost ? 'warning' : 'error'}
      showIcon
      className="problem"
      style={{ marginBottom: 16 }}
      title={noAnswer && error instanceof ConnectionLost ? noAnswer : sentenceOf(error, words)}
      description={
        step || code ? (
          <span>
            {step} <span className="quiet">{code}</span>
          </span>
        ) : undefined
      }
      action={
        onRetry ? (
          <Button size="small" onClick={onRetry}>
            {t('frame.retry')}
          </Button>
        ) : undefined
      }
    />
  );
}

/** The sentence of an error in the language of the page. */
export function sentenceOf(error: unknown, { t, language }: Pick<Speech, 't' | 'language'>): string {
  if (error instanceof ApiProblem) return language === 'zh' ? error.problem.detail : error.problem.detailEn;
  return error instanceof ConnectionLost ? t('problem.noAnswer') : t('problem.unexpected');
}
