import type { FastifyRequest } from 'fastify';
import type { CitizenContext } from '@hotline/application';
import type { ApiParts } from '../house/api-parts.ts';
import { addressOf } from '../session/address-of.ts';

/** What a citizen's use case is given: no person of the house acts. */
export function citizenContext({ orm, clock, sms }: ApiParts, request: FastifyRequest): CitizenContext {
  return { orm, clock, sms, address: addressOf(request) };
}
