import type { LanguageModel } from '../content/types.js';
import { recogniseLanguage } from '../text/language.js';
import type { LanguageCode } from '../text/types.js';

const WORDS = /\p{L}[\p{L}\p{N}\p{M}'’-]*/gu;

/** Words of a text, and seconds to say them calmly in its language. */
export type SpeechMeter = (text: string) => { readonly words: number; readonly speech: number };

/** @param fallback language of a text too short to recognise */
export function createSpeechMeter(models: readonly LanguageModel[], fallback: LanguageCode): SpeechMeter {
  return (text) => {
    const words = text.match(WORDS)?.length ?? 0;
    const code = recogniseLanguage(text) ?? fallback;
    const rate = (models.find((model) => model.code === code) ?? models[0])?.speechRate ?? 130;
    return { words, speech: (words / rate) * 60 };
  };
}
