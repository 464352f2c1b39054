import { listed } from '../text/forms/lists.js';
import { type Document, FORM, type Token } from '../text/types.js';
import { direction } from './lexicon/index.js';
import { tokenAt } from './neighbours.js';
import { isStepNoun } from './steps.js';
import type { Quantity } from './types.js';

/** Tokens before a figure in which a target is looked for. */
const REACH = 9;

/**
 * True where a figure is what was to be reached: «план был 95 %», "the target was 40", «надо было снизить до 5 %».
 * What was to be reached is named beside the figure, or what had to be done is a verb of change before it.
 */
export function isTarget(quantity: Quantity, document: Document): boolean {
  if (!KINDS.has(quantity.kind) || quantity.value === 0 || isStepNoun(quantity.unit)) return false;
  const { start = 0 } = document.sentences[quantity.sentence] ?? {};
  const first = tokenAt(document, quantity.start) - 1;
  const { tokens } = document;
  let linked = true;
  let colon = false;
  let changing = false;
  for (let i = first; i > first - REACH; i--) {
    const token = tokens[i];
    if (token === undefined || token.start < start || token.norm === ';') return false;
    const { norm } = token;
    // «План: три шага» begins a list.
    if (linked && NOUNS.has(norm) && !(colon && PLANS.has(norm))) return true;
    if (changing && obliges(tokens, i)) return true;
    changing ||= REACHING.has(norm) || isToChange(token);
    linked &&= LINKS.has(norm);
    colon ||= norm === ':';
  }
  return false;
}

const KINDS: ReadonlySet<Quantity['kind']> = new Set([
  'percent',
  'points',
  'money',
  'count',
  'duration',
  'fraction',
  'rating',
]);

const NOUNS = listed(
  'план плане планом цель цели целью норма норме норматив нормативу kpi таргет target targets goal plan quota objective',
);
const PLANS = listed('план плане планом plan');
/** Words between the noun and its figure. */
const LINKS = listed(
  `был была было составлял составляла составляло стоял стояла стояло звучал звучала : - — не ниже выше менее более меньше больше
  хотя бы минимум нам мне у нас меня
  was is of set to be stood us me under below above least about around reach get hit`,
);

/** «надо», "had to", "asked me to" */
function obliges(tokens: readonly Token[], at: number): boolean {
  const { norm } = tokens[at] as Token;
  if (OBLIGING_RU.has(norm)) return true;
  return OBLIGING_EN.has(norm) && [1, 2].some((step) => tokens[at + step]?.norm === 'to');
}

const OBLIGING_RU = listed(
  'надо нужно необходимо требовалось требовали должен должна должно должны предстояло поручили просили попросили задача задачей задачу',
);
const OBLIGING_EN = listed('must needed need had supposed asked told required expected task');

/** «снизить», "reduce": not what was done. */
function isToChange({ word, norm }: Token): boolean {
  const forms = word?.forms ?? 0;
  return (forms & (FORM.infinitive | FORM.base)) !== 0 && direction(norm) !== null;
}

const REACHING = listed(
  'довести выйти дойти вернуть удержать держать достичь обеспечить добиться get bring reach hit keep hold reduce cut',
);
