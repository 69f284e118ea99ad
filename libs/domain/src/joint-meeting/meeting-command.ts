import type { TextReference } from '../case/case-words.ts';
import type { Instant } from '../instant.ts';
import type { Resolution, Substitute } from './meeting-event.ts';

export type MeetingCommand =
  | {
      readonly type: 'open';
      readonly caseNumber: string;
      readonly unitIds: readonly string[];
      readonly startsAt: Instant;
      readonly automatic: boolean;
      readonly place?: TextReference;
      readonly follows?: string;
      /** Where given, the units are asked which of them and `startsAt` suits. */
      readonly otherTimes?: readonly Instant[];
    }
  | {
      readonly type: 'answer-poll';
      readonly unitId: string;
      readonly suits: readonly Instant[];
      readonly text?: TextReference;
    }
  | { readonly type: 'fix-time'; readonly startsAt: Instant }
  | {
      readonly type: 'reschedule';
      readonly startsAt: Instant;
      readonly text: TextReference;
      readonly place?: TextReference;
    }
  | {
      readonly type: 'hold';
      readonly settled: boolean;
      readonly minutes: TextReference;
      readonly attendedUnitIds: readonly string[];
      readonly substitutes?: readonly Substitute[];
      readonly unsettled?: readonly TextReference[];
      readonly place?: TextReference;
      readonly resolutions: readonly Omit<Resolution, 'id'>[];
    }
  | { readonly type: 'cancel'; readonly text: TextReference }
  | { readonly type: 'finish-resolution'; readonly resolutionId: string; readonly text: TextReference }
  | { readonly type: 'act'; readonly key: string; readonly at: Instant };
