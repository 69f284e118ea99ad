import { useQuery } from '@tanstack/react-query';
import { Select, type SelectProps } from 'antd';
import { useWords } from '../language/use-words.ts';
import { unitsQuery } from './organisation.ts';

interface UnitSelectProps extends Omit<SelectProps<string | string[]>, 'options' | 'loading'> {
  /** Only these, where not every unit may be chosen. */
  readonly among?: readonly string[];
}

/** Chooses one unit or several by name; typing narrows the list. */
export function UnitSelect({ among, ...rest }: UnitSelectProps) {
  const { t, nameOf } = useWords();
  const units = useQuery(unitsQuery);
  const options = (units.data ?? [])
    .filter(({ id, active }) => active && (!among || among.includes(id)))
    .map((unit) => ({ value: unit.id, label: unit.member ? nameOf(unit) : `${nameOf(unit)} · ${t('case.offline')}` }));
  return (
    <Select
      {...rest}
      options={options}
      loading={units.isPending}
      showSearch={{ optionFilterProp: 'label' }}
      className="full-width"
    />
  );
}
