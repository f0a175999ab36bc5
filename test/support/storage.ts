import { AbiCoder, type AddressLike, concat, keccak256, resolveAddress, toBeHex, toUtf8Bytes } from "ethers";
import { ethers } from "hardhat";

/** ERC-7201: keccak256(abi.encode(uint256(keccak256(id)) − 1)) & ~0xff. */
export function namespaceSlot(id: string): bigint {
  const inner = BigInt(keccak256(toUtf8Bytes(id))) - 1n;
  return BigInt(keccak256(AbiCoder.defaultAbiCoder().encode(["uint256"], [inner]))) & ~0xffn;
}

/** The slot of a mapping's value. */
export function mappingSlot(key: bigint | string, slot: bigint): bigint {
  return BigInt(keccak256(concat([toBeHex(key, 32), toBeHex(slot, 32)])));
}

/** The slot of an array's element, where each takes `slots` slots. The length stands at `slot` itself. */
export function elementSlot(index: bigint, slot: bigint, slots = 1n): bigint {
  return BigInt(keccak256(toBeHex(slot, 32))) + index * slots;
}

export async function readSlot(contract: AddressLike, slot: bigint): Promise<bigint> {
  return BigInt(await ethers.provider.getStorage(await resolveAddress(contract, ethers.provider), slot));
}

/** The field of `bits` bits that begins at bit `offset` of a slot. */
export function field(slot: bigint, offset: bigint, bits: bigint): bigint {
  return (slot >> offset) & ((1n << bits) - 1n);
}
