import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB, two passes (OWASP's first recommendation). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash to keep of a password; salted, so never twice the same. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Takes as long for an unknown user as for a wrong password. */
export async function passwordIs(password: string, passwordHash: string | undefined): Promise<boolean> {
  const nobodys = await nobody();
  const isRight = await verify(passwordHash ?? nobodys, password);
  return isRight && passwordHash !== undefined;
}

let nobodysHash: Promise<string> | undefined;
const nobody = (): Promise<string> => (nobodysHash ??= hash('nobody has this password', COST));
