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
}

/** 会办: the center convenes the units of a hard case. Invitations go out at once. Errors: unit.unknown, the domain's. */
export function conveneMeeting(context: UseCaseContext, input: ConveneMeetingInput): Promise<CaseView> {
  const { caseNumber, unitIds, startsAt, place } = input;
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
      return { type: 'convene-meeting', unitIds, startsAt };
    },
    place ? { place } : {},
  );
}
