import { createHash } from 'node:crypto';

/** A file of the cluster as the server saw it when it sent it. */
export interface ManifestFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** What PostgreSQL's backup manifest tells. */
export interface Manifest {
  readonly files: ReadonlyMap<string, ManifestFile>;
  /** All of the files together. */
  readonly bytes: number;
}

interface Written {
  readonly Files: readonly {
    readonly Path?: string;
    readonly 'Encoded-Path'?: string;
    readonly Size: number;
    readonly 'Checksum-Algorithm': string;
    readonly Checksum: string;
  }[];
}

/**
 * Reads a backup manifest of the server (PostgreSQL handbook, "Backup Manifest Format").
 *
 * @throws Error when its own checksum is wrong, or its files are not sealed by SHA-256
 */
export function readManifest(text: string): Manifest {
  const end = text.lastIndexOf('"Manifest-Checksum"');
  const [, sealed] = /^"Manifest-Checksum":\s*"([0-9a-f]{64})"/.exec(text.slice(end)) ?? [];
  if (end < 0 || createHash('sha256').update(text.slice(0, end)).digest('hex') !== sealed)
    throw new Error('the manifest of the backup is damaged');
  const { Files } = JSON.parse(text) as Written;
  const files = new Map<string, ManifestFile>();
  for (const file of Files) {
    const path = file.Path ?? Buffer.from(file['Encoded-Path'] ?? '', 'hex').toString('utf8');
    if (file['Checksum-Algorithm'] !== 'SHA256') throw new Error(`the manifest does not seal ${path} by SHA-256`);
    files.set(path, { path, size: file.Size, sha256: file.Checksum });
  }
  return { files, bytes: Files.reduce((sum, { Size }) => sum + Size, 0) };
}
