import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { useWords, type WordGroup } from '../language/use-words.ts';

interface StatusSwitchProps<Status extends string> {
  readonly of: readonly Status[];
  readonly group: WordGroup;
}

/** Narrows a list to one status, or to none of them; the address holds which. */
export function StatusSwitch<Status extends string>({ of, group }: StatusSwitchProps<Status>) {
  const { t, word } = useWords();
  const [, setSearch] = useSearchParams();
  const status = useStatus(of);
  return (
    <Segmented<string>
      value={status ?? ''}
      onChange={(chosen) => setSearch(chosen ? { status: chosen } : {})}
      options={[
        { value: '', label: t('frame.all') },
        ...of.map((each) => ({ value: each as string, label: word(group, each) })),
      ]}
    />
  );
}

/** The status that the address narrows a list to. */
export function useStatus<Status extends string>(of: readonly Status[]): Status | undefined {
  const [search] = useSearchParams();
  return of.find((each) => each === search.get('status'));
}
