import type { AddCommand } from "./AddCommand.js";
import { addNode } from "./node/index.js";
import { addNodes } from "./nodes.js";
import { addRoles } from "./roles.js";
import { addStake } from "./stake.js";
import { addStatus } from "./status.js";
import { addVote } from "./vote.js";
import { addWallets } from "./wallets.js";

/** Every command, in the order of the help. */
export const commands: readonly AddCommand[] = [addStatus, addStake, addVote, addNodes, addNode, addWallets, addRoles];
