/** An example with what is known of it. */
export interface Row {
  readonly yes: boolean;
  /** How much it counts. */
  readonly weight: number;
  /** Name of a sign → its value. */
  readonly signs: ReadonlyMap<string, number>;
}

export interface RegressionSettings {
  /** Pull of every sign towards nothing; of the bias none. */
  readonly pull: number;
  /** A sign must stand in so many examples. */
  readonly leastSeen: number;
  readonly epochs: number;
  readonly rate: number;
}

export interface Regression {
  readonly bias: number;
  /** In the order of their names. */
  readonly signs: ReadonlyMap<string, number>;
}

/**
 * Logistic regression over named signs, by full-batch AdaGrad (Duchi, Hazan, Singer 2011) from zero, so that nothing in
 * it is random.
 */
export function regress(rows: readonly Row[], settings: RegressionSettings): Regression {
  const { pull, leastSeen, epochs, rate } = settings;
  const seen = new Map<string, number>();
  for (const { signs } of rows) for (const name of signs.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen.keys()].filter((name) => (seen.get(name) ?? 0) >= leastSeen).sort();
  const places = new Map(names.map((name, index) => [name, index + 1]));
  const examples = rows.map(({ yes, weight, signs }) => ({
    yes,
    weight,
    // The bias first, then in the order of the names: sums do not depend on the order in which signs were met.
    values: [
      [0, 1] as const,
      ...[...signs]
        .flatMap(([name, value]) => (places.has(name) ? [[places.get(name) as number, value] as const] : []))
        .sort(([one], [other]) => one - other),
    ],
  }));
  const weights = new Float64Array(names.length + 1);
  const squares = new Float64Array(names.length + 1).fill(1e-8);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const gradient = weights.map((weight, index) => (index === 0 ? 0 : pull * weight));
    for (const { yes, weight, values } of examples) {
      let sum = 0;
      for (const [place, value] of values) sum += value * (weights[place] as number);
      const error = (1 / (1 + Math.exp(-sum)) - (yes ? 1 : 0)) * weight;
      for (const [place, value] of values) gradient[place] = (gradient[place] as number) + error * value;
    }
    gradient.forEach((raw, index) => {
      const slope = raw / (rows.length || 1);
      squares[index] = (squares[index] as number) + slope * slope;
      weights[index] = (weights[index] as number) - (rate * slope) / Math.sqrt(squares[index] as number);
    });
  }
  const [bias = 0, ...fitted] = weights;
  return { bias, signs: new Map(names.map((name, index) => [name, fitted[index] ?? 0])) };
}
