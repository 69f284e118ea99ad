import { Migration } from '@mikro-orm/migrations';

/** 负责人审批: a unit may want its head's approval before it feeds back. */
export class Migration0014HeadApproval extends Migration {
  override up(): void {
    this.addSql('alter table unit add column head_approves boolean not null default false;');
  }
}
