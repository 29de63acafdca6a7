import { z } from 'zod';

/** "+86 138-0000 0000", "１３８…" → "13800000000"; null when it is no mainland mobile number. */
export function normalPhone(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s()\-–—.]/g, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(plain) ? plain : null;
}

/** As it may be shown: "138****0000". */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

export const phoneInput = z
  .string('required')
  .max(40)
  .transform((value, context) => {
    const phone = normalPhone(value);
    if (phone) return phone;
    context.addIssue({ code: 'custom', message: value.trim() === '' ? 'required' : 'phone' });
    return z.NEVER;
  });
