import { criteria } from './kinds/criteria.js';
import { figure } from './kinds/figure.js';
import { language } from './kinds/language.js';
import { length } from './kinds/length.js';
import { lesson } from './kinds/lesson.js';
import { mismatch } from './kinds/mismatch.js';
import { nonsense } from './kinds/nonsense.js';
import { numbers } from './kinds/numbers.js';
import { order } from './kinds/order.js';
import { partState } from './kinds/part-state.js';
import { particulars } from './kinds/particulars.js';
import { phrases } from './kinds/phrases.js';
import { placeholder } from './kinds/placeholder.js';
import { privateData } from './kinds/private.js';
import { proportion } from './kinds/proportion.js';
import { relevance } from './kinds/relevance.js';
import { reportedByLint } from './kinds/reported-by-lint.js';
import { story } from './kinds/story.js';
import { subject } from './kinds/subject.js';
import type { Kind } from './types.js';

/** Every kind of check. */
export const KINDS: readonly Kind<never>[] = [
  criteria,
  figure,
  language,
  length,
  lesson,
  mismatch,
  nonsense,
  numbers,
  order,
  partState,
  particulars,
  phrases,
  placeholder,
  privateData,
  proportion,
  relevance,
  reportedByLint,
  story,
  subject,
];
