import { Select } from 'antd';
import { useWords, type WordGroup } from '../language/use-words.ts';

interface ChoiceProps<Value extends string> {
  readonly group: WordGroup;
  readonly label: string;
  readonly of: readonly Value[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
}

/** One of a list's words, or none of them. */
export function Choice<Value extends string>({ group, label, of, value, onChange }: ChoiceProps<Value>) {
  const { word } = useWords();
  return (
    <Select<Value | null>
      aria-label={label}
      placeholder={label}
      allowClear
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      options={of.map((each) => ({ value: each, label: word(group, each) }))}
    />
  );
}
