import { Tag } from 'antd';
import { isTrainingNumber } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';

/** Marks a training case wherever its number is shown. */
export function TrainingTag({ caseNumber }: { caseNumber: string }) {
  const { t } = useWords();
  if (!isTrainingNumber(caseNumber)) return null;
  return (
    <Tag variant="filled" style={{ background: '#1d1d1d', color: '#ffd54a' }}>
      {t('training.mark')}
    </Tag>
  );
}
