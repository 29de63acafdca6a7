import { letters } from '../letters';
import { complainantOf, type OneCase, takeStep } from '../moves';
import { calledFor, maySeeContact } from '../policy';
import { fieldsOf, filledIn } from '../rules/shown';
import { concerned, tellConcerned } from './told';

type Here = Parameters<typeof takeStep>[0];
type Asked = Parameters<typeof complainantOf>[0] & { who: Parameters<typeof calledFor>[0] };

/** A template with what is known of this case. An answer that goes to several homes calls nobody by their name. */
export async function filledFor(scope: Asked, one: OneCase, template: string): Promise<string> {
  const { row, standing, agencies } = one;
  const homes = (await concerned(scope, row)).filter(({ joined }) => !joined).length;
  const isNamed = homes <= 1 && maySeeContact(scope.who, one) !== null;
  const complainant = isNamed ? await complainantOf(scope, row.id) : '';
  const unit = agencies.find(({ id }) => id === standing.agencyId)?.name ?? '';
  return filledIn(template, fieldsOf({ complainant, called: calledFor(scope.who, one), no: row.no, unit }));
}

/** 答复: everybody whom it concerns reads it. That it was begun goes without saying. */
export async function answer(scope: Here, one: OneCase, words: string): Promise<void> {
  const begun = one.standing.state === 'contacted' && (await takeStep(scope, one, { step: 'handle' }));
  await takeStep(scope, begun ? { ...one, standing: begun } : one, { step: 'reply', words });
  await tellConcerned(scope, one.row, { sort: letters.case_replied, detail: {} });
}
