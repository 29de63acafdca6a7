import { triedSheet } from '@/features/people/components/tried-sheet';
import { messages } from '@/features/people/messages';
import { registerAccess } from '@/features/people/queries/register';
import { register } from '@/features/people/sheet';

/** A register somebody has sent in. */
export const triedRegister = <No extends string>(numbers: readonly No[]) =>
  triedSheet({
    numbers,
    sheet: register,
    says: { zh: messages.zh.register.says, en: messages.en.register.says },
    may: (call) => registerAccess(call, undefined),
  });
