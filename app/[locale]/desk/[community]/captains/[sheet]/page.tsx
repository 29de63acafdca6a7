import { CaptainsTrial } from '@/features/people/components/captains';
import { triedSheet } from '@/features/people/components/tried-sheet';
import { messages } from '@/features/people/messages';
import { captainsAccess, captainsPlan } from '@/features/people/queries/captains';
import { captains } from '@/features/people/sheet';
import { inWords } from '@/lib/in-words';

const tried = triedSheet({
  numbers: [],
  sheet: captains,
  says: { zh: messages.zh.captains.says, en: messages.en.captains.says },
  may: (call) => captainsAccess(call, undefined),
  also: async (call, { hash, locale }) => {
    const plan = await captainsPlan(call, { hash });
    return (plan?.faults ?? []).map((fault) => ({
      row: Number(fault.details.row ?? 0),
      text: inWords(fault, locale, messages).message,
    }));
  },
});

export default tried(async ({ locale, community, call, sheet, kept, back }) => {
  const plan = await captainsPlan(call, { hash: sheet });
  return (
    plan && <CaptainsTrial plan={plan} kept={kept} sheet={sheet} community={community} back={back} locale={locale} />
  );
});
