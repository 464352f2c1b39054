import { listed, type WordSet } from './forms/lists.js';
import { FORM, type LanguageCode, type Token } from './types.js';

/** Words that carry a clause without a past: modals, presents, «теперь», "now". */
const PRESENT: Readonly<Record<LanguageCode, WordSet>> = {
  ru: listed(`нужно надо необходимо нельзя можно пора теперь есть нет стоит является работает работают могут может сейчас будет будут
    идет держится знает хочет надеется остается требует значит приходится должен должна должны готов готова готовы решено
    пользуется пользуются экономит живет ходит звонит говорит пишет пишут стал`),
  en: listed(`is are has have can will would could should must need needs now works uses says gets means comes goes wants it's that's
    there's they're we're i'm hes shes its dont don't can't cannot won't isn't aren't stays remains runs takes keeps calls asks`),
};

/** True where the word at `at` may be the predicate of a clause. */
export function isPredicate(tokens: readonly Token[], at: number, language: LanguageCode | null): boolean {
  const token = tokens[at];
  if (token === undefined || token.word === null || language === null) return false;
  const { forms } = token.word;
  if (language === 'en')
    return isEnglishPredicate(tokens, at, forms) || (PRESENT.en?.has(token.norm) ?? false);
  const verbal = FORM.past | FORM.shortPassive | FORM.firstPerson | FORM.infinitive | FORM.gerund;
  return (forms & verbal) !== 0 || (PRESENT[language]?.has(token.norm) ?? false);
}

/** A past not after a determiner, a base after "to", or the "-ing" that folds in a result. */
function isEnglishPredicate(tokens: readonly Token[], at: number, forms: number): boolean {
  const before = tokens[at - 1]?.norm ?? ',';
  if ((forms & FORM.past) !== 0) return !NOT_BEFORE_VERB.has(before);
  if ((forms & FORM.base) !== 0) return at === 0 || SUBJECTS.has(before);
  return (
    (forms & FORM.ing) !== 0 && (before === ',' || (tokens[at - 2]?.norm === ',' && RESULT_LEADS.has(before)))
  );
}

const NOT_BEFORE_VERB = listed(
  'a an the my our their his her its your this these those very more of in on for with by to',
);
/** "…, thereby saving": between the comma and the participle. */
export const RESULT_LEADS = listed(
  'thereby thus ultimately eventually effectively successfully significantly',
);

const SUBJECTS = listed('i we they you to');
