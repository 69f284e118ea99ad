import { z } from 'zod';

/** How keyset paging is asked for: how many, and after which one (the `next` of the page before). */
export const pageQuery = {
  limit: z.preprocess(numberOf, z.int().min(1).max(100)).default(50).meta({ description: '每页条数' }),
  after: z
    .string()
    .regex(/^[\x21-\x7e]{1,400}$/)
    .optional()
    .meta({ description: '上一页的 next' }),
};

/** Digits as a number; anything else (`0x10`, `1e1`, a blank) stays what it is, and is refused. */
function numberOf(given: unknown): unknown {
  return typeof given === 'string' && /^(?:0|[1-9][0-9]{0,8})$/.test(given) ? Number(given) : given;
}

/** A yes or no of a query string. */
export const flag = () => z.enum(['true', 'false']).transform((given) => given === 'true');

/** One page of a list. `next` is missing on the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().optional() });
