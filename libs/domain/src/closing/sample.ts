/**
 * Whether a case belongs to the sample of a rate (0 none, 1 all): decided by its number alone, so that anybody can check
 * it and nobody choose it. A digest of 32 bits (FNV-1a, then mixed as MurmurHash3 ends) lies evenly between 0 and 1.
 */
export function isSampled(caseNumber: string, rate: number): boolean {
  let digest = 0x811c9dc5;
  for (const digit of caseNumber) digest = Math.imul(digest ^ (digit.codePointAt(0) ?? 0), 0x01000193);
  digest = Math.imul(digest ^ (digest >>> 16), 0x85ebca6b);
  digest = Math.imul(digest ^ (digest >>> 13), 0xc2b2ae35);
  return ((digest ^ (digest >>> 16)) >>> 0) / 2 ** 32 < rate;
}
