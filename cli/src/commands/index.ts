import type { AddCommand } from "./AddCommand.js";
import { addClaim } from "./claim.js";
import { addDelegate } from "./delegate.js";
import { addFund } from "./fund.js";
import { addIncrease } from "./increase.js";
import { addRelock } from "./relock.js";
import { addStake } from "./stake.js";
import { addStatus } from "./status.js";
import { addUnlock } from "./unlock.js";
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
  addWeeks,
  addFund,
];
