import { InvalidArgumentError } from "commander";

const presets = [4, 8, 12, 26, 52, 78, 104];

/** One of the presets, in weeks. */
export function parsePreset(text: string): number {
  const weeks = Number(text);
  if (!presets.includes(weeks)) throw new InvalidArgumentError(`It must be one of ${presets.join(", ")} weeks.`);
  return weeks;
}
