import { Migration } from '@mikro-orm/migrations';

const TABLES = `
create sequence article_serial;
create table article (
  id text primary key references stream (id) deferrable initially deferred, status text not null check (status in ('draft', 'in-review', 'published', 'expired', 'withdrawn')),
  version int not null, title text not null, question text not null, answer text not null, category_id text not null references category (id),
  owner_unit_id text references unit (id), valid_until text, expires_at timestamptz(3), published_at timestamptz(3), updated_at timestamptz(3) not null,
  draft_version int, draft_submitted boolean not null, doubts int not null, used int not null, last_used_at timestamptz(3),
  search text not null, head_terms tsvector not null, terms tsvector not null);
create index article_terms on article using gin (terms) with (fastupdate = off);
create index article_search on article using gin (search gin_trgm_ops);
create index article_updated on article (updated_at, id);
create index article_used on article (used, id);
create index article_last_used on article ((coalesce(last_used_at, '-infinity')), id);
create index article_expires on article ((coalesce(expires_at, 'infinity')), id);
create index article_owner on article (owner_unit_id) where owner_unit_id is not null;
create table article_version (
  article_id text not null references article (id) deferrable initially deferred, version int not null, title text not null, question text not null, answer text not null, sources jsonb not null,
  category_id text not null references category (id), owner_unit_id text references unit (id), valid_until text, written_by text not null,
  written_at timestamptz(3) not null, published_by text, published_at timestamptz(3), primary key (article_id, version));
create table article_use (
  case_number text not null references case_file (case_number), article_id text not null, version int not null, at timestamptz(3) not null, by text not null,
  primary key (case_number, article_id), foreign key (article_id, version) references article_version (article_id, version));
create index article_use_article on article_use (article_id, at);
`;

/** The knowledge base: articles, their versions, and which calls they answered. */
export class Migration0002Knowledge extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}
