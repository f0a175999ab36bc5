import type { AddCommand } from "./AddCommand.js";
import { addStake } from "./stake.js";
import { addStatus } from "./status.js";

/** Every command, in the order of the help. */
export const commands: readonly AddCommand[] = [addStatus, addStake];
