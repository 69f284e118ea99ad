import type { AssignmentRole, DeclineReason, Outcome, RequestKind, Satisfaction, Urgency } from '@hotline/domain';

/** What one unit did with its assignment, in this order, as far as it came. */
export interface UnitCourse {
  readonly unitId: string;
  readonly role: AssignmentRole;
  readonly acknowledged?: boolean;
  readonly interim?: string;
  readonly feedback?: { readonly outcome: Outcome; readonly text: string };
}

/** How far a sample call has come. */
export type Course =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'declined'; readonly reason: DeclineReason; readonly text: string }
  /** `article`: the title of the one it was taken from. */
  | { readonly kind: 'answered'; readonly text: string; readonly article?: string }
  | {
      readonly kind: 'assigned';
      readonly quality: string;
      readonly feedback: string;
      readonly units: readonly UnitCourse[];
      /** The center accepted all feedback, so the callback is next. */
      readonly accepted?: boolean;
      readonly callback?: { readonly satisfaction: Satisfaction; readonly solved: boolean; readonly text: string };
      readonly meeting?: { readonly inWorkingDays: number; readonly place: string };
      readonly report?: {
        readonly trouble: string;
        readonly cause: string;
        readonly wayOut: string;
        readonly tried: string;
        readonly asked: string;
      };
    };

/** A call of our own writing: no person, place or number in it is real. */
export interface SampleCall {
  readonly callerName: string;
  readonly callerPhone: string;
  readonly title: string;
  readonly text: string;
  readonly kind: RequestKind;
  readonly urgency: Urgency;
  readonly categoryId: string;
  readonly place: string;
  readonly course: Course;
}

/** The demands that go with an assignment unless the call states its own. */
export const DEMANDS = {
  quality: '到现场查明情况，能办的立即办，不能办的说清依据并给出下一步。',
  feedback: '先与来电人联系并答复，再反馈办理经过、结果和联系时间。',
} as const;
