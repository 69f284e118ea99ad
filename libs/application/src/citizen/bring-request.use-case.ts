import { CITIZEN_ACTOR, type Instant, type RequestKind } from '@hotline/domain';
import { registerCase, type RegisterCaseInput } from '../case/register-case.use-case.ts';
import type { CitizenContext } from './citizen-context.ts';
import { countCitizen } from './limits.ts';
import { judgeCode } from './one-time-code.ts';

export interface BringRequestInput {
  readonly codeId: string;
  readonly code: string;
  readonly name: string;
  readonly text: string;
  readonly title?: string;
  readonly place?: string;
  readonly coordinates?: RegisterCaseInput['coordinates'];
  readonly peopleConcerned?: number;
  readonly kind?: RequestKind;
  /** 要求保密 */
  readonly confidential?: boolean;
}

/** What a citizen keeps of his request. */
export interface BroughtRequest {
  readonly caseNumber: string;
  readonly registeredAt: Instant;
}

const TITLE_LENGTH = 40;

/**
 * 网上诉求: a citizen whose phone is proved brings a request by himself, and it is a registered case. Each code brings one:
 * sent again with the same words it answers the same case, however often, with others it is refused
 * (external.other-content). Errors: citizen.wrong-code, citizen.too-many, text.not-storable.
 */
export async function bringRequest(
  context: Omit<CitizenContext, 'sms'>,
  { codeId, code, name, text, title, kind = 'help', confidential = false, ...where }: BringRequestInput,
): Promise<BroughtRequest> {
  const em = context.orm.em.fork();
  await countCitizen(em, 'triesFromAddress', context.address);
  const { phone } = await judgeCode(context, em, { codeId, code, purpose: 'web-request' });
  await countCitizen(em, 'requestsFromAddress', context.address);
  await countCitizen(em, 'requestsOfPhone', phone);
  const { orm, clock } = context;
  const { caseNumber, registeredAt } = await registerCase(
    { orm, clock, actor: CITIZEN_ACTOR },
    {
      channel: 'web',
      callerName: name,
      callerPhone: phone,
      title: title ?? titleOf(text),
      text,
      kind,
      urgency: 'ordinary',
      confidential,
      externalId: webRequestId(codeId),
      ...where,
    },
  );
  return { caseNumber, registeredAt };
}

/** What a request of the web is known by: the code that proved its phone. */
export const webRequestId = (codeId: string): string => `web ${codeId}`;

/** The first words of a text, where nobody gave it a title. */
export function titleOf(text: string): string {
  const characters = Array.from(text.trim().replaceAll(/\s+/g, ' '));
  return characters.length > TITLE_LENGTH ? `${characters.slice(0, TITLE_LENGTH).join('')}…` : characters.join('');
}
