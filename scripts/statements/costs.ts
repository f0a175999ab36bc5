import { limits } from "../../test/gas/limits";
import { readSnapshot } from "../../test/gas/snapshotFile";
import { constantIn, numberIn } from "./numberIn";
import type { Statement } from "./withNumbers";

const scale = "test/wallets/WalletRewards/scale.test.ts";
const closing = "close one idle week";

/** Gas: what was measured last, and the bounds that tests assert. */
export function costStatements(): Statement[] {
  const wallets = constantIn(scale, "WALLETS");
  const ofFive = numberIn(scale, /\[5, manyWallets, ([\d_]+)n\]/);
  const ofAll = numberIn(scale, /\[32, manyWalletsAndMembers, ([\d_]+)n\]/);
  const ofNone = numberIn(scale, /are not eligible is at most ([\d,]+)/);
  const perWallet = ofFive / wallets;
  const transaction = constantIn("test/hostile/manyChanges.test.ts", "TRANSACTION_GAS");
  // Tens of them: more would say more than the bound does.
  const fitting = Math.floor(transaction / perWallet / 10) * 10;
  const second = numberIn("cli/test/keeper/duties.test.ts", /\.to\.be\.below\(([\d_]+)\)/);
  const others = numberIn("test/gas/measureAll.ts", /measureCosts\(([\d_]+)\)/);
  return [
    {
      document: "README.md",
      sentence: "Whole transactions through the proxies, among {} other positions",
      numbers: [others],
    },
    {
      document: "README.md",
      sentence: "with the nodes that stand by, measured up to {}, by `npm test`",
      numbers: [numberIn("test/gas/costs.test.ts", /standby of \[[\d_]+, ([\d_]+)\]/)],
    },
    {
      document: "SECURITY.md",
      sentence:
        "from {} reports takes at most {} gas per eligible wallet, so {} of them fit where a transaction may use {} million",
      numbers: [5, perWallet, fitting, millions(transaction)],
    },
    {
      document: "SECURITY.md",
      sentence: "which costs the second less than {} gas",
      numbers: [second],
    },
    {
      document: "docs/operations.md",
      sentence: "a collision costs the second less than {} gas",
      numbers: [second],
    },
    {
      document: "docs/decisions/03-one-slot-per-week.md",
      sentence: "makes more than the {} a closing may cost",
      numbers: [limits[closing]!.atMost],
    },
    {
      document: "docs/decisions/03-one-slot-per-week.md",
      sentence: "Closing one funded idle week measures {} gas",
      numbers: [readSnapshot()[closing]!],
    },
    {
      document: "docs/decisions/18-wallet-counts.md",
      sentence:
        "{} certified wallets take at most {} million gas from {} reports, {} million from {}, the largest committee, and {} million if none is eligible",
      numbers: [wallets, millions(ofFive), 5, millions(ofAll), 32, millions(ofNone)],
    },
    {
      document: "docs/decisions/18-wallet-counts.md",
      sentence: "may use {} million, {} members can count {} eligible wallets",
      numbers: [millions(transaction), 5, fitting],
    },
    {
      document: "docs/decisions/24-keepers-without-a-leader.md",
      sentence: "less than {} gas (`cli/test/keeper/duties.test.ts`)",
      numbers: [second],
    },
  ];
}

/** "16.7", rounded down. */
function millions(gas: number): number {
  return Math.floor(gas / 100_000) / 10;
}
