/** Beginnings of nouns that name parts of the telling or of the work: «три шага», "two options". */
const STEPS: readonly string[] = [
  ...'шаг этап пункт вариант способ вещ причин задач вопрос правил'.split(' '),
  ...'step stage point option way thing reason task question rule idea'.split(' '),
];

/** True for a noun whose count says nothing about an effect. */
export function isStepNoun(noun: string | null): boolean {
  if (noun === null) return false;
  const lower = noun.toLowerCase();
  return STEPS.some((start) => lower.startsWith(start));
}
