import { useQuery } from '@tanstack/react-query';
import { Select, type SelectProps } from 'antd';
import { useWords } from '../language/use-words.ts';
import { policyQuery } from './organisation.ts';

/** Chooses one of the causes that the policy names for a suspension. */
export function CauseSelect(props: Omit<SelectProps<string>, 'options' | 'loading'>) {
  const { word } = useWords();
  const policy = useQuery(policyQuery);
  const options = (policy.data?.suspensionCauses ?? []).map((value) => ({
    value,
    label: word('suspensionCause', value),
  }));
  return <Select {...props} options={options} loading={policy.isPending} className="full-width" />;
}
