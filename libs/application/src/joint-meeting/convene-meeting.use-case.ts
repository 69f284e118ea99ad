import type { Instant } from '@hotline/domain';
import { UnitEntity } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import type { CaseView } from '../case/case-view.ts';
import { onCase } from '../case/on-case.ts';
import type { UseCaseContext } from '../use-case/use-case-context.ts';

export interface ConveneMeetingInput {
  readonly caseNumber: string;
  readonly unitIds: readonly string[];
  readonly startsAt: Instant;
  readonly place?: string;
  /** 征求时间: where given, the units are asked which of these and `startsAt` suits. */
  readonly otherTimes?: readonly Instant[];
}

/** 会办: the center convenes the units of a hard case. Invitations go out at once, or the question which time suits. Errors: unit.unknown, the domain's. */
export function conveneMeeting(context: UseCaseContext, input: ConveneMeetingInput): Promise<CaseView> {
  const { caseNumber, unitIds, startsAt, place, otherTimes = [] } = input;
  return onCase(
    context,
    caseNumber,
    async ({ em }) => {
      const known = await em.find(
        UnitEntity,
        { id: { $in: [...unitIds] }, active: true },
        { disableIdentityMap: true },
      );
      const unknown = unitIds.find((unitId) => !known.some(({ id }) => id === unitId));
      if (unknown) throw new AppError('unit.unknown', { unitId: unknown });
      return { type: 'convene-meeting', unitIds, startsAt, polled: otherTimes.length > 0 };
    },
    { ...(place ? { place } : {}), ...(otherTimes.length > 0 ? { otherTimes } : {}) },
  );
}
