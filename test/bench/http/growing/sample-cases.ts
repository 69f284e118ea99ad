import {
  acknowledgeAssignment,
  answerDirectly,
  assignCase,
  databaseClock,
  recordCallback,
  registerCase,
  reviewFeedback,
  submitFeedback,
  type UseCaseContext,
} from '@hotline/application';
import { CHANNELS } from '@hotline/contracts-http';
import type { RequestKind, Urgency } from '@hotline/domain';
import type { MikroORM } from '@mikro-orm/postgresql';

/** A case played through the use cases, to be copied: of a thousand cases, so many are like it. */
export interface SampleCase {
  readonly caseNumber: string;
  readonly perThousand: number;
}

const UNITS = ['shuiwu', 'gongdian', 'chengguan', 'zhujian', 'renshe', 'yibao', 'jiaotong', 'huanjing'] as const;
const KINDS: readonly RequestKind[] = ['consultation', 'help', 'complaint', 'suggestion', 'violation-report', 'praise'];
/** The seed answers 84.4 % of the requests at the desk. */
const DIRECT_PER_THOUSAND = 844;

/** Plays the cases that a city's ledger is full of: answered at the desk, or handled by one of eight units. All closed. */
export async function playClosedCases(orm: MikroORM): Promise<SampleCase[]> {
  const samples: SampleCase[] = [];
  const shares = KINDS.length;
  for (const kind of KINDS)
    samples.push({
      caseNumber: await directlyAnswered(orm, kind),
      perThousand: Math.floor(DIRECT_PER_THOUSAND / shares),
    });
  for (const [index, unitId] of UNITS.entries())
    samples.push({
      caseNumber: await closedByUnit(orm, unitId, KINDS[index % 3] ?? 'help', index === 0 ? 'urgent' : 'ordinary'),
      perThousand: Math.floor((1_000 - DIRECT_PER_THOUSAND) / UNITS.length),
    });
  const missing = 1_000 - samples.reduce((sum, { perThousand }) => sum + perThousand, 0);
  return samples.map((sample, index) =>
    index === 0 ? { ...sample, perThousand: sample.perThousand + missing } : sample,
  );
}

/** Plays a case that waits for its unit to acknowledge. */
export async function playWaitingCase(orm: MikroORM, unitId: string = UNITS[0]): Promise<string> {
  const caseNumber = await registered(orm, 'help', 'ordinary');
  await assigned(orm, caseNumber, unitId);
  return caseNumber;
}

async function directlyAnswered(orm: MikroORM, kind: RequestKind): Promise<string> {
  const caseNumber = await registered(orm, kind, 'ordinary');
  await answerDirectly(asOperator(orm), { caseNumber, text: '已当场答复市民，市民表示清楚。' });
  return caseNumber;
}

async function closedByUnit(orm: MikroORM, unitId: string, kind: RequestKind, urgency: Urgency): Promise<string> {
  const caseNumber = await registered(orm, kind, urgency);
  await assigned(orm, caseNumber, unitId);
  const asUnit = asHandler(orm, unitId);
  const assignment = { caseNumber, assignmentId: 'a1' };
  await acknowledgeAssignment(asUnit, assignment);
  const contact = { contactedAt: await databaseClock.now(orm.em.fork()), contactMethod: 'phone' } as const;
  await submitFeedback(asUnit, { ...assignment, outcome: 'solved', text: '已到现场处理完毕并答复市民。', ...contact });
  await reviewFeedback(asOperator(orm), { ...assignment, accepted: true });
  const answers = { result: 'reached', contactedByUnit: true, solved: true, satisfaction: 'satisfied' } as const;
  await recordCallback(asOperator(orm), { caseNumber, ...answers });
  return caseNumber;
}

async function registered(orm: MikroORM, kind: RequestKind, urgency: Urgency): Promise<string> {
  const caller = { callerName: '市民', callerPhone: '13900000000', place: '如城街道' };
  const [row] = await orm.em
    .fork()
    .execute<{ id: string }[]>('select id from category order by level desc, id limit 1');
  const categoryId = row?.id ?? '';
  const request = { channel: CHANNELS[0], title: '样本', text: '样本', kind, urgency, categoryId, ...caller };
  return (await registerCase(asOperator(orm), request)).caseNumber;
}

async function assigned(orm: MikroORM, caseNumber: string, unitId: string): Promise<void> {
  const units = [{ unitId, role: 'lead' }] as const;
  await assignCase(asOperator(orm), {
    caseNumber,
    units,
    quality: '查明原因，现场处理',
    feedback: '先答复市民，再反馈',
  });
}

const asOperator = (orm: MikroORM): UseCaseContext => ({
  orm,
  clock: databaseClock,
  actor: { userId: 'operator1', role: 'operator' },
});

/** In the sown city a unit's handler is named like the unit. */
const asHandler = (orm: MikroORM, unitId: string): UseCaseContext => ({
  orm,
  clock: databaseClock,
  actor: { userId: unitId, role: 'unit-handler', unitId },
});
