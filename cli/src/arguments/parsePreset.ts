import { InvalidArgumentError } from "commander";
import { time } from "stakeweight-sdk";

/** The presets as the help names them. */
export const presetList = `${time.PRESETS.slice(0, -1).join(", ")} or ${time.PRESETS.at(-1)!}`;

/** One of the presets, in weeks. */
export function parsePreset(text: string): bigint {
  const preset = time.PRESETS.find((weeks) => weeks.toString() === text);
  if (preset === undefined) throw new InvalidArgumentError(`It must be ${presetList} weeks.`);
  return preset;
}
