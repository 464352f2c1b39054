import type * as z from 'zod';
import type { DataPath } from './yaml.js';

/**
 * The parts of a schema that judge the value at a path: several where unions leave a choice. Of a
 * discriminated union only the option that the data names.
 */
export function schemasAt(
  schema: z.core.$ZodType,
  path: DataPath,
  data: unknown,
): readonly z.core.$ZodType[] {
  const [step, ...rest] = path;
  return unwrapped(schema, data).flatMap((each) => {
    if (step === undefined) return [each];
    const inner = child(each, step);
    if (inner === undefined) return [];
    return schemasAt(inner, rest, (data as Record<string | number, unknown> | null | undefined)?.[step]);
  });
}

function child(schema: z.core.$ZodType, step: string | number): z.core.$ZodType | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return Object.hasOwn(def.shape, step) ? def.shape[step] : undefined;
    case 'array':
      return def.element;
    case 'record':
      return def.valueType;
    default:
      return undefined;
  }
}

/** What stands in wrappings that our schemas use: a schema of content has no others. */
function unwrapped(schema: z.core.$ZodType, data: unknown): readonly z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
      return unwrapped(def.innerType, data);
    case 'pipe':
      return unwrapped(def.in, data);
    case 'union': {
      const key = 'discriminator' in def ? String(def.discriminator) : null;
      const named = key === null ? undefined : (data as Record<string, unknown> | null)?.[key];
      return def.options
        .filter((option) => key === null || named === undefined || names(option, key, named))
        .flatMap((option) => unwrapped(option, data));
    }
    default:
      return [schema];
  }
}

function names(option: z.core.$ZodType, key: string, value: unknown): boolean {
  return option._zod.propValues?.[key]?.has(value as z.core.util.Primitive) ?? true;
}
