/** As much of a JSON Schema as is walked through here. */
export interface JsonSchema {
  title?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema | JsonSchema[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  [keyword: string]: unknown;
}

/** The words for a property, by the names that lead to it; null where it needs none. */
export type Describe = (path: readonly string[]) => string | null;

/** Puts words to every property of a schema. Lists and choices add no step to a path. */
export function described(schema: JsonSchema, describe: Describe, path: readonly string[] = []): JsonSchema {
  const inside = (inner: JsonSchema): JsonSchema => described(inner, describe, path);
  const result: JsonSchema = { ...schema };
  if (schema.properties !== undefined)
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => {
        const at = [...path, name];
        const words = describe(at);
        const below = described(property, describe, at);
        return [name, words === null ? below : { description: words, ...below }];
      }),
    );
  if (typeof schema.additionalProperties === 'object')
    result.additionalProperties = inside(schema.additionalProperties);
  if (schema.items !== undefined)
    result.items = Array.isArray(schema.items) ? schema.items.map(inside) : inside(schema.items);
  for (const choice of ['anyOf', 'oneOf', 'allOf'] as const) {
    const ways = schema[choice];
    if (ways !== undefined) result[choice] = ways.map(inside);
  }
  return result;
}
