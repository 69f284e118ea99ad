import type { InstructionPart } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';
import { dateTime } from '../time/local-time.ts';

/** What was said of a part of an instruction, the last word last. */
export function SaidOfPart({ said }: Pick<InstructionPart, 'said'>) {
  const { word } = useWords();
  if (said.length === 0) return null;
  return (
    <ul className="said-of-part">
      {said.map(({ at, byName, kind, text }) => (
        <li key={at + kind}>
          <span className="quiet tabular">
            {dateTime(at)} · {byName} · {word('partWord', kind)}
          </span>
          {text && <div className="words">{text}</div>}
        </li>
      ))}
    </ul>
  );
}
