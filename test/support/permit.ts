import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { type BigNumberish, Signature } from "ethers";
import { ethers } from "hardhat";
import type { StakeWeight, WCT } from "../../typechain-types";

/** An ERC-2612 permit of `owner` for StakeWeight, in the order of the arguments of stakeWithPermit. */
export async function signPermit(options: {
  token: WCT;
  owner: HardhatEthersSigner;
  spender: StakeWeight;
  value: bigint;
  deadline: bigint;
}): Promise<[deadline: bigint, v: BigNumberish, r: string, s: string]> {
  const { token, owner, spender, value, deadline } = options;
  const { chainId } = await ethers.provider.getNetwork();
  const text = await owner.signTypedData(
    { name: "WalletConnect", version: "1", chainId, verifyingContract: await token.getAddress() },
    {
      Permit: [
        { name: "owner", type: "address" },
        { name: "spender", type: "address" },
        { name: "value", type: "uint256" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    { owner: owner.address, spender: await spender.getAddress(), value, nonce: await token.nonces(owner), deadline },
  );
  const { v, r, s } = Signature.from(text);
  return [deadline, v, r, s];
}
