import { localeAsked } from '@/lib/done';

const foreign = (words: string) => (/\p{Script=Han}/u.test(words) && localeAsked() === 'en' ? 'zh-CN' : undefined);

/**
 * What somebody wrote: in its lines, and whichever way it turns, it turns nothing around it. On an English page it says
 * that it is Chinese to whoever has it read aloud.
 */
export const Written = ({ children }: { children: string | null | undefined }) => (
  <bdi className="written" lang={foreign(children ?? '')}>
    {children}
  </bdi>
);
