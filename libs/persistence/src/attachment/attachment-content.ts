import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Keeps a file's bytes under their SHA-256; once, however often it is brought. */
export async function keepContent(em: SqlEntityManager, sha256: string, bytes: Uint8Array): Promise<void> {
  await em.execute('insert into attachment_content (sha256, bytes) values (?, ?) on conflict do nothing', [
    sha256,
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  ]);
}

/** The bytes of a file; nothing where there is none of that digest. */
export async function contentOf(em: SqlEntityManager, sha256: string): Promise<Uint8Array | undefined> {
  const [row] = await em.execute<{ bytes: Uint8Array }[]>('select bytes from attachment_content where sha256 = ?', [
    sha256,
  ]);
  return row?.bytes;
}
