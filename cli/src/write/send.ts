import { isError, type TransactionReceipt, type TransactionResponse } from "ethers";
import { withGasRoom } from "stakeweight-sdk";
import type { Context } from "../Context.js";
import { TransactionError } from "../errors/TransactionError.js";
import { spin } from "../output/spin.js";
import { dataFeePaid } from "./dataFee.js";
import type { Step } from "./Plan.js";

/** A transaction that is mined and confirmed. */
export interface Sent {
  description: string;
  hash: string;
  blockNumber: number;
  gasUsed: bigint;
  /** In wei; on chains of the OP Stack with what layer 1 charges. */
  fee: bigint;
}

/** Sends a step and waits for its confirmations. Throws {@link TransactionError} if it was mined and failed, or replaced. */
export async function send(context: Context, { step, gas }: { step: Step; gas: bigint }): Promise<Sent> {
  const { confirmations } = context.settings;
  const response = await step.call.send({ gasLimit: withGasRoom(gas) });
  const { hash } = response;
  const blocks = confirmations === 1 ? "its block" : `${confirmations} blocks`;
  const receipt = await spin(context, `${step.description}: ${hash} is sent, waiting for ${blocks}`, () =>
    mined(response, confirmations),
  );
  const { blockNumber, gasUsed } = receipt;
  const fee = receipt.fee + (await dataFeePaid(response.provider, receipt.hash));
  return { description: step.description, hash: receipt.hash, blockNumber, gasUsed, fee };
}

async function mined(response: TransactionResponse, confirmations: number): Promise<TransactionReceipt> {
  const { hash } = response;
  try {
    const receipt = await response.wait(confirmations);
    if (receipt) return receipt;
  } catch (cause) {
    // The same transaction at another price is as good.
    if (isError(cause, "TRANSACTION_REPLACED") && !cause.cancelled && cause.receipt.status === 1) return cause.receipt;
    if (isError(cause, "TRANSACTION_REPLACED")) {
      throw new TransactionError(`${hash} was replaced by ${cause.hash}: look that one up`, hash, { cause });
    }
    if (isError(cause, "CALL_EXCEPTION")) {
      throw new TransactionError(`${hash} was mined, but failed: the state had changed since it was simulated`, hash, {
        cause,
      });
    }
    throw new TransactionError(`${hash} was sent, but the node stopped telling of it: look it up later`, hash, {
      cause,
    });
  }
  throw new TransactionError(`${hash} was sent, but is not mined yet: look it up later`, hash);
}
