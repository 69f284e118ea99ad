import { useQuery } from '@tanstack/react-query';
import { Select, type SelectProps } from 'antd';
import { subDesksQueryOf } from './people-queries.ts';

interface SubDeskSelectProps extends Omit<SelectProps<string>, 'options' | 'loading'> {
  readonly unit?: string | undefined;
  /** Those that are no more, too: what they had stays in their ledger. */
  readonly past?: boolean;
}

/** Chooses one of a unit's sub-desks. */
export function SubDeskSelect({ unit, past = false, ...rest }: SubDeskSelectProps) {
  const desks = useQuery(subDesksQueryOf(unit));
  const options = (desks.data ?? [])
    .filter(({ active }) => active || past)
    .map(({ subDeskId, name }) => ({ value: subDeskId, label: name }));
  return <Select {...rest} options={options} loading={desks.isPending} className="full-width" />;
}
