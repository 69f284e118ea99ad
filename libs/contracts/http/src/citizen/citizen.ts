import { z } from 'zod';
import { declineReason, outcome, requestKind, stage } from '../case/case-words.ts';
import { whereAndWhom } from '../case/where-and-whom.ts';
import { attachmentName } from '../attachment/attachment.ts';
import { named } from '../contract.ts';
import { phoneNumber } from '../intake/intake.ts';
import { caseNumber, machineId } from '../text/identifier.ts';
import { answeredInstant } from '../text/instant.ts';
import { LENGTHS, words } from '../text/words.ts';

/** What a citizen writes by himself is read by people, one after the other. */
const LONGEST_TEXT = 5_000;

const code = () =>
  z
    .string()
    .regex(/^[0-9]{6}$/)
    .meta({ description: '短信验证码，六位数字', examples: ['042137'] });

/** 进度查询，第一步：验证码发到登记的手机上 */
export const statusCodeRequest = named(
  'StatusCodeRequest',
  z.strictObject({
    caseNumber: caseNumber(),
    phoneLastFour: z
      .string()
      .regex(/^[0-9]{4}$/)
      .meta({ description: '登记手机号的后四位' }),
  }),
  { caseNumber: '202601050042', phoneLastFour: '1234' },
);
export type StatusCodeRequest = z.input<typeof statusCodeRequest>;

/** 已发出（编号与手机对得上时） */
export const sentCode = named(
  'SentCode',
  z.object({
    codeId: z.string().meta({ description: '凭它和短信验证码办下一步；编号与手机对不上时同样给出，但没有短信' }),
    expiresAt: answeredInstant(),
  }),
);
export type SentCode = z.infer<typeof sentCode>;

/** 进度查询，第二步 */
export const codeProof = named('CodeProof', z.strictObject({ codeId: machineId('第一步得到的编号'), code: code() }), {
  codeId: '7f1f7c0e-5a0c-4a52-9d4b-7f8f0f6f1a11',
  code: '042137',
});
export type CodeProof = z.input<typeof codeProof>;

/** 诉求人自己看到的工单 */
export const citizenCase = named(
  'CitizenCase',
  z.object({
    caseNumber: z.string(),
    title: z.string(),
    registeredAt: answeredInstant(),
    stage,
    stageWords: z.string().meta({ description: '办到哪一步，一句话' }),
    merged: z.boolean().meta({ description: '已与同类诉求合并办理' }),
    units: z.array(z.object({ unitName: z.string(), lead: z.boolean(), dueAt: answeredInstant().optional() })),
    answers: z.array(
      z.object({
        at: answeredInstant(),
        unitName: z.string().optional().meta({ description: '没有时为受理中心' }),
        outcome: outcome.optional(),
        declinedFor: declineReason.optional(),
        text: z.string().optional(),
      }),
    ),
  }),
);
export type CitizenCase = z.infer<typeof citizenCase>;

/** 网上诉求，第一步：验证手机 */
export const phoneCodeRequest = named('PhoneCodeRequest', z.strictObject({ phone: phoneNumber('手机号') }), {
  phone: '13900001234',
});
export type PhoneCodeRequest = z.input<typeof phoneCodeRequest>;

/** 网上诉求，第二步；手机号就是收到验证码的那一个 */
export const webRequest = named(
  'WebRequest',
  z.strictObject({
    codeId: machineId('第一步得到的编号；一个编号只登记一件，原样重发得到同一件'),
    code: code(),
    name: words(LENGTHS.name).meta({ description: '姓名' }),
    title: words(LENGTHS.title).optional().meta({ description: '标题，缺省取内容开头' }),
    text: words(LONGEST_TEXT).meta({ description: '诉求内容' }),
    place: words(LENGTHS.place).optional().meta({ description: '事发地点' }),
    ...whereAndWhom,
    kind: requestKind.optional().meta({ description: '缺省为求助' }),
    confidential: z.boolean().optional().meta({ description: '要求保密：除受理中心外不显示您的姓名和电话' }),
  }),
  {
    codeId: '7f1f7c0e-5a0c-4a52-9d4b-7f8f0f6f1a11',
    code: '042137',
    name: '王某',
    text: '桃园小区三号楼路灯不亮，晚上出行不便。',
    place: '桃园小区三号楼',
  },
);
export type WebRequest = z.input<typeof webRequest>;

/** 网上诉求附件：文件本身是请求体 */
export const broughtFileQuery = z.strictObject({
  codeId: machineId('登记时用的编号'),
  code: code(),
  name: attachmentName(),
});

/** 已登记 */
export const broughtRequest = named(
  'BroughtRequest',
  z.object({ caseNumber: z.string(), registeredAt: answeredInstant() }),
);
export type BroughtRequest = z.infer<typeof broughtRequest>;
