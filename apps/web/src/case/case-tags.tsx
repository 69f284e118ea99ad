import { Tag } from 'antd';
import type { AssignmentStatus, Stage, Urgency } from '@hotline/contracts-http';
import { useWords } from '../language/use-words.ts';

/** Colours that hold their contrast on white; a stage is also said in words. */
const STAGE_STYLE: Readonly<Record<Stage, { background: string; color: string }>> = {
  registered: { background: '#fdf0d5', color: '#6b4200' },
  assigned: { background: '#dcecf2', color: '#134a60' },
  completed: { background: '#e4e1f3', color: '#3c3277' },
  'second-look': { background: '#f6dfe9', color: '#7a1f4a' },
  closed: { background: '#ddebdf', color: '#1b5233' },
  declined: { background: '#e7e7e3', color: '#44504d' },
  merged: { background: '#e7e7e3', color: '#44504d' },
};

const PLAIN = { background: '#e7e7e3', color: '#3c4744' };
const STATUS_STYLE: Readonly<Record<AssignmentStatus, { background: string; color: string }>> = {
  waiting: STAGE_STYLE.registered,
  working: STAGE_STYLE.assigned,
  'return-pending': STAGE_STYLE['second-look'],
  suspended: PLAIN,
  feedback: STAGE_STYLE.completed,
  accepted: STAGE_STYLE.closed,
  withdrawn: PLAIN,
};

export function StageTag({ stage }: { stage: Stage }) {
  const { word } = useWords();
  return (
    <Tag variant="filled" style={STAGE_STYLE[stage]}>
      {word('stage', stage)}
    </Tag>
  );
}

export function StatusTag({ status }: { status: AssignmentStatus }) {
  const { word } = useWords();
  return (
    <Tag variant="filled" style={STATUS_STYLE[status]}>
      {word('assignmentStatus', status)}
    </Tag>
  );
}

/** Ordinary urgency needs no mark. */
export function UrgencyTag({ urgency }: { urgency: Urgency }) {
  const { word } = useWords();
  if (urgency === 'ordinary') return null;
  const style =
    urgency === 'emergency' ? { background: '#b3261e', color: '#fff' } : { background: '#fbe3e1', color: '#8c1d17' };
  return (
    <Tag variant="filled" style={style}>
      {word('urgency', urgency)}
    </Tag>
  );
}
