import { Tag } from 'antd';
import type { ReactNode } from 'react';

/** Colours that hold their contrast; what they mean is also said in words. */
const TONES = {
  good: { background: '#ddebdf', color: '#1b5233' },
  waits: { background: '#fdf0d5', color: '#6b4200' },
  moves: { background: '#dcecf2', color: '#134a60' },
  bad: { background: '#fbe3e1', color: '#8c1d17' },
  plain: { background: '#e7e7e3', color: '#3c4744' },
} as const;
export type Tone = keyof typeof TONES;

/** A state of something, marked by its tone. */
export function Mark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <Tag variant="filled" style={TONES[tone]}>
      {children}
    </Tag>
  );
}
