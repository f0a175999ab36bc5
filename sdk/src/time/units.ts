/** Seconds of a day; performance epochs are days. */
export const DAY = 86_400n;

/** Seconds of a week; reward periods are weeks from Thursday 00:00 UTC. */
export const WEEK = 604_800n;

/** The unlock durations that can be chosen, in weeks (`Preset.sol`). */
export const PRESETS = [4n, 8n, 12n, 26n, 52n, 78n, 104n] as const;
