import type { RulesChange } from '@hotline/contracts-http';
import { Mark, type Tone } from '../frame/mark.tsx';
import { useWords } from '../language/use-words.ts';

type Status = RulesChange['status'];

const TONES: Readonly<Record<Status, Tone>> = { draft: 'waits', moving: 'moves', approved: 'good', withdrawn: 'plain' };

export function RulesStatusTag({ status }: { status: Status }) {
  const { word } = useWords();
  return <Mark tone={TONES[status]}>{word('rulesStatus', status)}</Mark>;
}
