import type { TextReference } from '../case-words.ts';

/** What a unit's people do among themselves with their duty. */
export type WithinUnitCommand =
  | {
      readonly type: 'hand-over-within';
      readonly assignmentId: string;
      /** Absent: back to the whole office. */
      readonly subDeskId?: string;
      readonly text?: TextReference;
    }
  | {
      readonly type: 'decide-feedback-proposal';
      readonly assignmentId: string;
      readonly approved: boolean;
      readonly text?: TextReference;
    };
