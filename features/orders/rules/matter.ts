import { checkHung } from '@/features/cases/rules';
import { ok, type Result, refuse } from '@/lib/result';

interface Asked {
  /** Of the agency it goes to. */
  role: string | null;
  words: string;
  /** What hangs of it they read already. */
  posted: boolean;
  complainant: string;
}

/**
 * The property service reads nobody's words: what is to be done an office says for them, by the place, and neither by whom nor
 * behind which door.
 */
export function checkMatter({
  role,
  words,
  posted,
  complainant,
}: Asked): Result<undefined, 'say_matter' | 'matter_names_a_person' | 'matter_names_a_door'> {
  if (role !== 'property') return ok();
  if (words === '') return posted ? ok() : refuse('say_matter', undefined, { words: 'say_matter' });
  const free = checkHung({ title: words, place: '' });
  if (complainant.length > 1 && words.includes(complainant))
    return refuse('matter_names_a_person', undefined, { words: 'matter_names_a_person' });
  if (free.ok) return ok();
  return free.refusal.code === 'names_a_door'
    ? refuse('matter_names_a_door', undefined, { words: 'matter_names_a_door' })
    : refuse('matter_names_a_person', undefined, { words: 'matter_names_a_person' });
}

/** What an office is offered to say there: what happened and where, as far as neither says who or behind which door. */
export function matterFrom({ title, place }: { title: string; place: string }, complainant: string): string {
  const said = [title, place].filter(Boolean).join(' · ');
  return checkMatter({ role: 'property', words: said, posted: true, complainant }).ok ? said : '';
}
