import type { PreparedUpgrade } from "./prepareUpgrade";
import { encodePropose } from "./upgradeProposal";

/** Everything that a proposer needs, to be copied. */
export function formatUpgrade(upgrade: PreparedUpgrade): string {
  const { contract, proxy, present, next, isNew, governor, proposal } = upgrade;
  const { targets, values, calldatas, description } = proposal;
  return [
    `${contract} at ${proxy}`,
    `  runs on      ${present}`,
    `  upgrades to  ${next} (${isNew ? "deployed just now" : "deployed before"}), whose layout goes with what is stored`,
    "",
    "Proposal",
    `  targets      ${JSON.stringify(targets)}`,
    `  values       ${JSON.stringify(values.map(String))}`,
    `  calldatas    ${JSON.stringify(calldatas)}`,
    `  description  ${JSON.stringify(description)}`,
    "",
    `To propose it, who has the votes sends to the governor at ${governor}`,
    `  ${encodePropose(proposal)}`,
  ].join("\n");
}
