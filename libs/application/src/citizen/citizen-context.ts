import type { UseCaseContext } from '../use-case/use-case-context.ts';
import type { NoticeDelivery } from '../process/deliver-notices.use-case.ts';

/** What a citizen's own request is given: he has no session, and is known by where he comes from alone. */
export interface CitizenContext extends Pick<UseCaseContext, 'orm' | 'clock'> {
  readonly sms: NoticeDelivery['sms'];
  /** Where the request comes from, for its limits. */
  readonly address: string;
}
