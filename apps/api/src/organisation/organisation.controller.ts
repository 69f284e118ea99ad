import { Get } from '@nestjs/common';
import { listCategories, listUnits, listUsers, type UseCaseContext } from '@hotline/application';
import { categoryList, unitList, userList } from '@hotline/contracts-http';
import { Reads, Resource } from '../contract/operation.decorator.ts';
import { Acting } from '../house/asked.ts';

/** The city: its units, its categories of requests, the people who work here. */
@Resource('', 'organisation')
export class OrganisationController {
  @Get('units')
  @Reads({ id: 'listUnits', summary: '承办单位 · Handling units', answer: unitList })
  units(@Acting() context: UseCaseContext) {
    return listUnits(context);
  }

  @Get('categories')
  @Reads({ id: 'listCategories', summary: '诉求分类 · Categories of requests', answer: categoryList })
  categories(@Acting() context: UseCaseContext) {
    return listCategories(context);
  }

  @Get('users')
  @Reads({ id: 'listUsers', summary: '人员 · People', answer: userList })
  users(@Acting() context: UseCaseContext) {
    return listUsers(context);
  }
}
