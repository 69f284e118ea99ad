import { Checkbox } from 'antd';
import { useWords } from '../language/use-words.ts';

interface OverdueSwitchProps {
  readonly filters: { readonly overdue?: 'true' | 'false' | undefined };
  readonly change: (changed: { readonly overdue: 'true' | undefined }) => void;
}

/** Narrows a list of cases to those that are overdue. */
export function OverdueSwitch({ filters, change }: OverdueSwitchProps) {
  const { t } = useWords();
  return (
    <Checkbox
      checked={filters.overdue === 'true'}
      onChange={({ target }) => change({ overdue: target.checked ? 'true' : undefined })}
    >
      {t('case.onlyOverdue')}
    </Checkbox>
  );
}
