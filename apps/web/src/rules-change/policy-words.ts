import { rungWords } from '../case/rung-words.ts';
import type { Speech } from '../language/use-words.ts';

const UNITS = ['workingDays', 'workingHours', 'minutes'] as const;

/** What a place of a policy is called, `terms.help.workingDays`; the place itself where nothing is said of it. */
export function pathWords({ t, word }: Pick<Speech, 't' | 'word'>, path: string): string {
  const way = path.split('.').filter((step) => !unitOf(step));
  const [first, second, third, ...rest] = way;
  if (first === 'terms' && second) return word('kind', second);
  if (first === 'ladders' && second && third) {
    const rung = rungWords({ t }, second, third);
    return rung === third
      ? path
      : [rung, ...rest.map((step) => t(`rules.ofRung.${step}` as never, { defaultValue: step }))].join(' · ');
  }
  return t(`rules.knob.${way.join('.')}` as never, { defaultValue: path });
}

/** A value of a policy as people read it: a length of time with its unit, anything else as it is written; — for none. */
export function valueWords({ t }: Pick<Speech, 't'>, path: string, value: unknown): string {
  if (value === undefined || value === null) return '—';
  const unit = unitOf(path.split('.').at(-1));
  if (unit && typeof value === 'number') return `${value} ${t(`rules.units.${unit}`)}`;
  if (typeof value === 'string') return value;
  const [[name, length] = ['', undefined], ...more] = Object.entries(value);
  const unitWithin = more.length === 0 ? unitOf(name) : undefined;
  return unitWithin ? `${String(length)} ${t(`rules.units.${unitWithin}`)}` : JSON.stringify(value);
}

const unitOf = (step: string | undefined) => UNITS.find((unit) => unit === step);
