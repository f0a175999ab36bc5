import type { AddCommand } from "./AddCommand.js";
import { addClaim } from "./claim.js";
import { addDelegate } from "./delegate.js";
import { addFund } from "./fund.js";
import { addIncrease } from "./increase.js";
import { addKeeper } from "./keeper.js";
import { addNode } from "./node/index.js";
import { addNodes } from "./nodes.js";
import { addRelock } from "./relock.js";
import { addRoles } from "./roles.js";
import { addStake } from "./stake.js";
import { addStatus } from "./status.js";
import { addUnlock } from "./unlock.js";
import { addVote } from "./vote.js";
import { addWallets } from "./wallets.js";
import { addWeeks } from "./weeks.js";
import { addWithdraw } from "./withdraw.js";

/** Every command, in the order of the help. */
export const commands: readonly AddCommand[] = [
  addStatus,
  addStake,
  addIncrease,
  addRelock,
  addUnlock,
  addWithdraw,
  addClaim,
  addDelegate,
  addVote,
  addWeeks,
  addFund,
  addNodes,
  addNode,
  addWallets,
  addRoles,
  addKeeper,
];
