/** A Chinese mobile number: what a short message can be sent to. */
const MOBILE = /^1[3-9]\d{9}$/;

/** 南通: what a number without an area code belongs to. */
const AREA_CODE = '0513';

/**
 * What all ways of writing one phone number have in common, so that a caller is found again: digits alone, without the
 * country's code, with the area code of a fixed line. `0513-8765 0001`, `+86 513 87650001` and `87650001` are one number;
 * a service's short number stays as it is. Undefined where there is no number in it.
 */
export function phoneKey(phone: string): string | undefined {
  const digits = phone.normalize('NFKC').replaceAll(/\D/g, '');
  if (digits.length < 3) return undefined;
  const national = digits.replace(/^(?:00)?86(?=(?:1\d{10}|0?[2-9]\d{8,10})$)/, '');
  if (/^1\d{10}$/.test(national)) return national;
  if (/^[2-9]\d{6,7}$/.test(national)) return `${AREA_CODE}${national}`;
  return national !== digits && !national.startsWith('0') ? `0${national}` : national;
}

/** The mobile number that a way of writing it means, `13900001234`; undefined for a fixed line, a short number or none. */
export function mobileOf(phone: string | null | undefined): string | undefined {
  const key = phone ? phoneKey(phone) : undefined;
  return key !== undefined && MOBILE.test(key) ? key : undefined;
}
