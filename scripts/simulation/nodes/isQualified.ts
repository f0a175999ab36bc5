import type { StakeModel } from "../model/StakeModel";

const MIN_STAKE = 100_000n * 10n ** 18n;
const MIN_PRESET_WEEKS = 52;

/** Whether the position of an account is what a node needs. */
export function isQualified(options: { stakes: StakeModel; account: number; second: number }): boolean {
  const { stakes, account, second } = options;
  const { amount, presetWeeks } = stakes.of(account);
  return stakes.state(account, second) === "Locked" && amount >= MIN_STAKE && presetWeeks >= MIN_PRESET_WEEKS;
}
