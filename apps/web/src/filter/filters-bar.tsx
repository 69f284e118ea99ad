import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../language/use-words.ts';
import './filters-bar.css';

interface FiltersBarProps {
  readonly children: ReactNode;
  /** Given where something is chosen. */
  readonly clear?: (() => void) | undefined;
}

/** What narrows a list; each choice takes effect at once. */
export function FiltersBar({ children, clear }: FiltersBarProps) {
  const { t } = useWords();
  return (
    <search className="filters no-print" aria-label={t('case.filters')}>
      {children}
      {clear && (
        <Button type="link" onClick={clear}>
          {t('case.clear')}
        </Button>
      )}
    </search>
  );
}
