import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useWords } from '../language/use-words.ts';
import { InstantPicker } from './instant-picker.tsx';

interface InstantsInputProps {
  readonly value?: readonly (string | undefined)[];
  readonly onChange?: (instants: readonly (string | undefined)[]) => void;
}

/** Several instants, each picked by the clock of the city. */
export function InstantsInput({ value = [], onChange }: InstantsInputProps) {
  const { t } = useWords();
  return (
    <Flex vertical gap="small">
      {value.map((instant, index) => (
        <Flex key={index} gap="small">
          <InstantPicker
            {...(instant ? { value: instant } : {})}
            onChange={(picked) => onChange?.(value.with(index, picked))}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${t('action.removeTime')} ${index + 1}`}
            onClick={() => onChange?.(value.toSpliced(index, 1))}
          />
        </Flex>
      ))}
      <Button type="dashed" icon={<PlusOutlined />} onClick={() => onChange?.([...value, undefined])}>
        {t('action.addTime')}
      </Button>
    </Flex>
  );
}
