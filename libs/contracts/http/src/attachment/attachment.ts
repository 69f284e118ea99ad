import { z } from 'zod';
import { named } from '../contract.ts';
import { answeredInstant } from '../text/instant.ts';
import { line } from '../text/words.ts';

/** A file's name is as long as file systems take it. */
const LONGEST_NAME = 255;

/** 附件 */
export const attachmentView = named(
  'Attachment',
  z.object({
    attachmentId: z.string(),
    name: z.string(),
    mediaType: z.string().meta({ description: '按内容判定的类型' }),
    size: z.int().meta({ description: '字节数' }),
    sha256: z.string(),
    addedAt: answeredInstant(),
    unitId: z.string().optional().meta({ description: '上传的单位；没有时为诉求人或受理中心' }),
  }),
);
export type Attachment = z.infer<typeof attachmentView>;

export const attachmentName = () => line(LONGEST_NAME).meta({ description: '文件名' });
export const attachmentQuery = z.strictObject({ name: attachmentName() });

/** 网上诉求附件已收到 */
export const broughtFile = named('BroughtFile', z.object({ attachments: z.int().meta({ description: '已有几件' }) }));
