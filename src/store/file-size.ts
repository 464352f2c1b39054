/** Larger files are no answers, no banks and no configs. */
export const MAX_FILE_BYTES = 2_000_000;
