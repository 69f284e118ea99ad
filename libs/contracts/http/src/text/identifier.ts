import { z } from 'zod';

/** A case's number: digits only, to be read out on the phone, `202601050042`. */
export const caseNumber = () =>
  z
    .string()
    .regex(/^[0-9]{9,20}$/)
    .meta({ description: '工单编号，只含数字', examples: ['202601050042'] });

/** An id of ours: a unit's, a category's, an assignment's. */
export const identifier = (description: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
    .meta({ description });

/** An id that a machine gave: a task's, a notice's. */
export const machineId = (description: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .meta({ description });

/** An article of the knowledge base. */
export const articleId = () =>
  z
    .string()
    .regex(/^article-[0-9]{1,12}$/)
    .meta({ description: '知识条目编号', examples: ['article-17'] });

/** The stream of a joint meeting or a special report: the case's number, what it is, and which one. */
export const meetingId = () =>
  z
    .string()
    .regex(/^[0-9]{9,20}-meeting-[0-9]{1,6}$/)
    .meta({ description: '会办编号', examples: ['202601050042-meeting-1'] });
export const reportId = () =>
  z
    .string()
    .regex(/^[0-9]{9,20}-report-[0-9]{1,6}$/)
    .meta({ description: '专题专报编号', examples: ['202601050042-report-1'] });
