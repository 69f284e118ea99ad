import { z } from 'zod';
import { named } from '../contract.ts';
import { answeredInstant } from '../text/instant.ts';

/** 传真网关发送, 人工发送 */
export const FAX_WAYS = ['gateway', 'hand'] as const;
export const faxWay = named('FaxWay', z.enum(FAX_WAYS));
/** 已送达, 发送失败 */
export const FAX_RESULTS = ['delivered', 'failed'] as const;
export const faxResult = named('FaxResult', z.enum(FAX_RESULTS));
/** 占线, 无人接听, 无传真信号, 号码有误, 缺纸, 其他 */
export const FAX_FAILURES = ['busy', 'no-answer', 'no-fax-tone', 'wrong-number', 'out-of-paper', 'other'] as const;
export const faxFailure = named('FaxFailure', z.enum(FAX_FAILURES));

const failure = faxFailure.optional().meta({ description: '失败原因，仅失败时填写' });

/** 重发传真 */
export const faxResending = named('FaxResending', z.strictObject({ by: faxWay }), { by: 'hand' });
export type FaxResending = z.input<typeof faxResending>;

/** 传真回执, entered by hand */
export const faxReport = named(
  'FaxReport',
  z.strictObject({ sheet: z.int().min(1).max(1_000).meta({ description: '第几次发送' }), result: faxResult, failure }),
  { sheet: 1, result: 'failed', failure: 'no-answer' },
);
export type FaxReport = z.input<typeof faxReport>;

/** 传真网关的回执. `sheetId`: what the mail to the gateway bore in its subject. */
export const faxGatewayReport = named(
  'FaxGatewayReport',
  z.strictObject({ sheetId: z.uuid().meta({ description: '邮件主题中的单据标识' }), result: faxResult, failure }),
  { sheetId: '7f9c2ba4-e88f-4cb9-9d4b-1c52b5b8f001', result: 'failed', failure: 'busy' },
);
export const faxReportTaken = named('FaxReportTaken', z.object({ sheetId: z.string() }));

/** 传真网关. Without a domain sheets are faxed by hand. */
export const faxGateway = named(
  'FaxGateway',
  z.object({ domain: z.string().optional(), changedAt: answeredInstant().optional() }),
);
export const faxGatewaySetting = named(
  'FaxGatewaySetting',
  z.strictObject({
    domain: z
      .string()
      .max(253)
      .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/)
      .optional()
      .meta({ description: '邮件转传真网关的域名；不填则人工发送' }),
  }),
  { domain: 'fax.rugao.example' },
);
