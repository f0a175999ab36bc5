import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { type AddressLike, type BigNumberish, resolveAddress, Signature } from "ethers";
import { ethers } from "hardhat";
import type { StakeWeight } from "../../typechain-types";

/** A signed delegation of `delegator`, in the order of the arguments of delegateBySig. */
export async function signDelegation(options: {
  stakeWeight: StakeWeight;
  delegator: HardhatEthersSigner;
  delegatee: AddressLike;
  nonce: bigint;
  expiry: bigint;
  /** Another domain than the contract's own, where it matters. */
  domain?: { name?: string; version?: string; chainId?: bigint; verifyingContract?: string };
}): Promise<[delegatee: string, nonce: bigint, expiry: bigint, v: BigNumberish, r: string, s: string]> {
  const { stakeWeight, delegator, nonce, expiry } = options;
  const delegatee = await resolveAddress(options.delegatee);
  const { chainId } = await ethers.provider.getNetwork();
  const text = await delegator.signTypedData(
    {
      name: "WCT Stake Weight",
      version: "1",
      chainId,
      verifyingContract: await stakeWeight.getAddress(),
      ...options.domain,
    },
    {
      Delegation: [
        { name: "delegatee", type: "address" },
        { name: "nonce", type: "uint256" },
        { name: "expiry", type: "uint256" },
      ],
    },
    { delegatee, nonce, expiry },
  );
  const { v, r, s } = Signature.from(text);
  return [delegatee, nonce, expiry, v, r, s];
}
