import { z } from 'zod';
import { named } from '../contract.ts';

/** What is wrong with one part of a request. */
export const fieldProblem = named(
  'FieldProblem',
  z.object({
    path: z.string().meta({ description: 'Where: `units.0.unitId`; empty for the whole body' }),
    code: z.string().meta({ examples: ['field.missing'] }),
    message: z.string().meta({ description: '中文说明' }),
  }),
);
export type FieldProblem = z.infer<typeof fieldProblem>;

/** Every answer that is not a success: RFC 9457, with a stable code and a sentence in Chinese and in English. */
export const problem = named(
  'Problem',
  z.object({
    type: z.string().meta({ examples: ['urn:hotline:problem:case.stale'] }),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.string().meta({ examples: ['case.stale'] }),
    detail: z.string().meta({ description: '中文说明' }),
    detailEn: z.string(),
    errors: z.array(fieldProblem).optional(),
    present: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'With 412: what was to be changed, as it is now' }),
  }),
);
export type Problem = z.infer<typeof problem>;
