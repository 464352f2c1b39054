interface Window {
  readonly columns?: number;
  readonly rows?: number;
}

/** Cells of a line; what most windows have where the terminal does not know. */
export function columnsOf({ columns }: Window): number {
  return columns || 80;
}

/** Rows of the window. */
export function rowsOf({ rows }: Window): number {
  return rows || 24;
}
