import type { z } from 'zod';
import type {
  Article,
  BoardEntry,
  Case,
  InstructionPart,
  CenterInvitation,
  Conference,
  Meeting,
  Role,
  Room,
  RulesChange,
  SpecialReport,
  Task,
  User,
} from '@hotline/contracts-http';
import type { Words } from '../language/zh/index.ts';
import type { WordGroup } from '../language/use-words.ts';
import type { FieldFault } from './validation.ts';

export type ActionName = keyof Words['action']['name'];

/** What an action is done to. `revision` is the one that was seen; a new case and a task have none. */
export interface Target {
  readonly caseNumber?: string;
  readonly assignmentId?: string;
  readonly proposalId?: string;
  readonly questionId?: string;
  readonly transferId?: string;
  readonly meetingId?: string;
  readonly resolutionId?: string;
  readonly conferenceId?: string;
  readonly itemId?: string;
  readonly invitationId?: string;
  readonly reportId?: string;
  readonly partId?: string;
  readonly taskId?: string;
  readonly articleId?: string;
  readonly entryId?: string;
  readonly subDeskId?: string;
  readonly delegationId?: string;
  readonly shiftId?: string;
  readonly room?: string;
  readonly stayId?: string;
  readonly matterId?: string;
  readonly userId?: string;
  readonly absenceId?: string;
  readonly callId?: string;
  readonly checkNumber?: string;
  readonly unitId?: string;
  readonly changeId?: string;
  readonly revision?: number;
}

/** What a form knows of the matter when it is opened. */
export interface Situation {
  readonly role: Role;
  readonly case?: Case;
  readonly meeting?: Meeting;
  readonly conference?: Conference;
  readonly report?: SpecialReport;
  readonly rules?: RulesChange;
  /** What the draft of a policy begins with. */
  readonly policy?: object;
  /** What it is about, where neither case nor report is at hand. */
  readonly about?: string;
  /** What the form begins with, chosen by the button that opened it. */
  readonly suggested?: Values;
  /** The unit whose duty it is about. */
  readonly unitName?: string;
  /** Of what is done within a unit. */
  readonly unitId?: string;
  /** Of what is done with a room of the center. */
  readonly room?: Room;
}

export type Values = Readonly<Record<string, unknown>>;

interface FieldBase {
  readonly name: string;
  /** Shown only then; what is not shown is not sent. */
  readonly when?: (values: Values, situation: Situation) => boolean;
  /** The schema lets it be empty, the house does not. */
  readonly demanded?: true;
  readonly optional?: true;
}

/** One input of a form, by what is asked for. */
export type Field =
  | (FieldBase & {
      readonly kind:
        | 'words'
        | 'line'
        | 'instant'
        | 'yes-no'
        | 'category'
        | 'cause'
        | 'part'
        | 'lines'
        | 'day'
        | 'articles'
        | 'marks'
        | 'sub-desk'
        | 'instants'
        | 'polled-time'
        | 'polled-times'
        | 'member'
        | 'members'
        | 'agenda-item'
        | 'coordinates';
    })
  /** A policy whole; taken as it stands, also what is empty in it. */
  | (FieldBase & { readonly kind: 'policy' })
  | (FieldBase & { readonly kind: 'number'; readonly least: number; readonly most: number })
  | (FieldBase & {
      readonly kind: 'choice' | 'choices';
      readonly of: readonly string[];
      readonly in: WordGroup;
      readonly explain?: WordGroup;
    })
  | (FieldBase & {
      readonly kind: 'unit' | 'units';
      readonly among?: (situation: Situation) => readonly string[] | undefined;
    })
  | (FieldBase & {
      readonly kind: 'person' | 'people';
      readonly among: (situation: Situation) => (user: User) => boolean;
    })
  | (FieldBase & {
      readonly kind: 'rows';
      readonly fields: readonly Field[];
      readonly add: RowWords;
      readonly fresh?: Values;
    });

export type RowWords =
  | 'addUnit'
  | 'addPart'
  | 'addResolution'
  | 'addSubstitute'
  | 'addMember'
  | 'addDecision'
  | 'addMeeting'
  | 'addDay';

/** The headers of a write. A type, not an interface: only so does it count as a record of texts. */
export type WriteHeaders = { 'Idempotency-Key': string; 'If-Match': string };

/** What the API answered: the thing as it is now. */
export type Changed =
  | { readonly kind: 'case'; readonly case: Case }
  | { readonly kind: 'meeting'; readonly meeting: Meeting }
  | { readonly kind: 'report'; readonly report: SpecialReport }
  | { readonly kind: 'part'; readonly part: InstructionPart }
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'board'; readonly entry: BoardEntry }
  | { readonly kind: 'rules'; readonly rules: RulesChange }
  | { readonly kind: 'conference'; readonly conference: Conference }
  | { readonly kind: 'invitation'; readonly invitation: CenterInvitation }
  | { readonly kind: 'circle' | 'people' };

/** Something a person may do, as data: what is asked of him, by which schema it is checked, where it goes. */
export interface Action {
  readonly name: ActionName;
  readonly schema: z.ZodType;
  readonly fields: readonly Field[];
  /** Cannot be taken back: asked once more before it is sent. */
  readonly grave?: true;
  readonly begin?: (situation: Situation, words: Words['action']['begin']) => Values;
  /** Where a fault is shown that the API names by another place. */
  readonly placeOf?: (fault: FieldFault, typed: Values) => FieldFault;
  readonly send: (target: Target, body: unknown, headers: WriteHeaders) => Promise<Changed>;
}

interface Description<Schema extends z.ZodType> extends Omit<Action, 'schema' | 'send'> {
  readonly schema: Schema;
  readonly send: (target: Target, body: z.input<Schema>, headers: WriteHeaders) => Promise<Changed>;
}

/** Ties a schema to where its body goes; from then on the action is data like the others. */
export function action<Schema extends z.ZodType>({ send, ...rest }: Description<Schema>): Action {
  return { ...rest, send: (target, body, headers) => send(target, body as z.input<Schema>, headers) };
}

/** A part of the target that the action cannot be without. */
export function need(target: Target, part: keyof Omit<Target, 'revision'>): string {
  const value = target[part];
  if (value === undefined) throw new Error(`The target has no ${part}`);
  return value;
}

/** The answer of a change, by what it changed. */
export const changedCase = ({ data }: { data: Case }): Changed => ({ kind: 'case', case: data });
export const changedMeeting = ({ data }: { data: Meeting }): Changed => ({ kind: 'meeting', meeting: data });
export const changedReport = ({ data }: { data: SpecialReport }): Changed => ({ kind: 'report', report: data });
export const changedPart = ({ data }: { data: InstructionPart }): Changed => ({ kind: 'part', part: data });
export const changedArticle = ({ data }: { data: Article }): Changed => ({ kind: 'article', article: data });
export const changedBoard = ({ data }: { data: BoardEntry }): Changed => ({ kind: 'board', entry: data });
export const changedRules = ({ data }: { data: RulesChange }): Changed => ({ kind: 'rules', rules: data });
export const changedTask = ({ data }: { data: Task }): Changed => ({ kind: 'task', task: data });
/** Something of the people of the house: it is read anew. */
export const CHANGED_PEOPLE: Changed = { kind: 'people' };

/** Of a write that begins something, or that no revision guards. */
export const keyOf = ({ 'Idempotency-Key': key }: WriteHeaders) => ({ 'Idempotency-Key': key });
