import { useQuery } from '@tanstack/react-query';
import { Select, type SelectProps } from 'antd';
import type { User } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import { usersQuery } from './people-queries.ts';

interface PersonSelectProps extends Omit<SelectProps<string | string[]>, 'options' | 'loading'> {
  /** Only these. */
  readonly among?: (user: User) => boolean;
}

/** Chooses somebody by name, or several. */
export function PersonSelect({ among, ...rest }: PersonSelectProps) {
  const { word } = useWords();
  const users = useQuery(usersQuery);
  const options = (users.data ?? [])
    .filter((user) => among?.(user) ?? true)
    .map(({ id, name, role }) => ({ value: id, label: `${name} · ${word('role', role)}` }));
  return (
    <Select
      {...rest}
      options={options}
      loading={users.isPending}
      showSearch={{ optionFilterProp: 'label' }}
      className="full-width"
    />
  );
}
