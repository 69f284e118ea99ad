import type { MikroORM } from '@mikro-orm/postgresql';
import { AppError, databaseClock, registerCase, type UseCaseContext } from '@hotline/application';
import { CategoryEntity, UserEntity } from '@hotline/persistence';
import { CommandError } from '../command-error.ts';
import type { ImportOptions } from './import-options.ts';
import type { Registered } from './import-requests.ts';
import type { RequestRow } from './request-row.ts';

type Registration = Pick<ImportOptions, 'kind' | 'urgency' | 'categoryId' | 'source' | 'as'>;

/**
 * Registers requests of a file as cases. The source and the id make the external id, whatever the file is called, so the
 * same request is registered once.
 *
 * @throws CommandError when the category or the person does not exist
 */
export async function openRegistrar(
  orm: MikroORM,
  { kind, urgency, categoryId, source, as }: Registration,
): Promise<(request: RequestRow) => Promise<Registered>> {
  const em = orm.em.fork();
  if ((await em.count(CategoryEntity, { id: categoryId })) === 0)
    throw new CommandError(
      `没有分类 ${categoryId}。空数据库请先运行 npm run seed。`,
      `There is no category ${categoryId}. Is the database empty? Run npm run seed first.`,
    );
  const context: UseCaseContext = { orm, clock: databaseClock, actor: await registrarNamed(orm, as) };

  return async ({ id, title, text, askedAt }) => {
    try {
      const request = { title, text, kind, urgency, categoryId, ...(askedAt ? { askedAt } : {}) };
      const { alreadyThere } = await registerCase(context, {
        channel: 'import',
        externalId: `${source}:${id}`,
        ...request,
      });
      return { result: alreadyThere ? 'already-there' : 'imported' };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code !== 'external.other-content') return { problem: { code: 'refused', reason: error.code } };
      const { caseNumber } = error.details;
      return { problem: { code: 'other-content', id, ...(typeof caseNumber === 'string' ? { caseNumber } : {}) } };
    }
  };
}

async function registrarNamed(orm: MikroORM, as: string | undefined): Promise<UseCaseContext['actor']> {
  const wanted = as === undefined ? { shiftLeader: true } : { username: as };
  const user = await orm.em.fork().findOne(UserEntity, { ...wanted, active: true }, { orderBy: { id: 'asc' } });
  if (user) return { userId: user.id, role: user.role, ...(user.unitId ? { unitId: user.unitId } : {}) };
  throw new CommandError(
    as === undefined ? '没有班长，请用 --as 指定由谁登记。' : `没有用户 ${as}。`,
    as === undefined ? 'There is no shift leader; name who registers by --as.' : `There is no user ${as}.`,
  );
}
