import { words } from '@/components/messages';
import type { Locale } from '@/lib/edition';
import type { FormState } from '@/lib/form-state';

/** Where it goes on elsewhere. */
export function WaysOn({ refusal: { way, anew } }: Required<Pick<FormState, 'refusal'>>) {
  return [way, anew].map(
    (one) =>
      one && (
        <p key={one.href}>
          <a className="tap" href={one.href}>
            {one.label}
          </a>
        </p>
      ),
  );
}

/** What somebody wrote, where no form of theirs is left to hold it. */
export function GivenBack({ said, locale }: { said: readonly string[]; locale: Locale }) {
  return (
    <>
      {said.length > 0 && <p>{words(locale).yourWords}</p>}
      {said.map((one) => (
        <blockquote key={one}>{one}</blockquote>
      ))}
    </>
  );
}
