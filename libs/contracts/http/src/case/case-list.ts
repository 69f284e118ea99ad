import { z } from 'zod';
import { named } from '../contract.ts';
import { identifier, machineId } from '../text/identifier.ts';
import { answeredInstant, instant } from '../text/instant.ts';
import { flag, pageOf, pageQuery } from '../text/page.ts';
import { searchWords } from '../text/words.ts';
import {
  answeredChannel,
  assignmentRole,
  assignmentStatus,
  channel,
  outcome,
  proposalKind,
  proposalStatus,
  requestKind,
  stage,
  urgency,
} from './case-words.ts';

export const CASE_SORTS = ['newest', 'oldest', 'due'] as const;

/** Which cases, in which order. */
export const caseQuery = z.strictObject({
  stage: stage.optional(),
  unit: identifier('承办单位').optional(),
  subDesk: machineId('单位内设岗位').optional().meta({ description: '只看某个内设岗位的台账' }),
  urgency: urgency.optional(),
  channel: channel.optional(),
  kind: requestKind.optional(),
  category: identifier('诉求分类').optional(),
  due: instant().optional().meta({ description: '在此之前到期' }),
  overdue: flag().optional().meta({ description: '只看逾期' }),
  q: searchWords().optional().meta({ description: '编号、标题、内容、地点中的字词' }),
  sort: z.enum(CASE_SORTS).default('newest'),
  ...pageQuery,
});
export type CaseQuery = z.input<typeof caseQuery>;

export const caseRow = named(
  'CaseRow',
  z.object({
    caseNumber: z.string(),
    stage,
    kind: requestKind,
    urgency,
    categoryId: z.string(),
    channel: answeredChannel,
    title: z.string(),
    place: z.string().optional(),
    registeredAt: answeredInstant(),
    dueAt: answeredInstant().optional(),
    overdue: z.boolean(),
    outcome: outcome.optional(),
    units: z.array(
      z.object({ unitId: z.string(), unitName: z.string(), role: assignmentRole, status: assignmentStatus }),
    ),
  }),
);
export type CaseRow = z.infer<typeof caseRow>;
export const casePage = named('CasePage', pageOf(caseRow));
export type CasePage = z.infer<typeof casePage>;

/** A proposal with the case it belongs to, for the director's list. */
export const proposalRow = named(
  'ProposalRow',
  z.object({
    id: z.string(),
    caseNumber: z.string(),
    caseTitle: z.string(),
    caseRevision: z.int().meta({ description: 'The ETag of the case' }),
    kind: proposalKind,
    status: proposalStatus,
    decideBy: answeredInstant(),
    assignmentId: z.string().optional(),
    unitName: z.string().optional(),
    reportId: z.string().optional(),
  }),
);
export type ProposalRow = z.infer<typeof proposalRow>;
export const proposalList = named('ProposalList', z.object({ items: z.array(proposalRow) }));
