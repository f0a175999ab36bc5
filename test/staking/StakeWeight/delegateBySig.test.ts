import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256, toBeHex, ZeroHash } from "ethers";
import { signDelegation } from "../../support/delegation";
import { locked } from "../../support/funded";
import { nextAt, now } from "../../support/time";

/** The order of the group of secp256k1. */
const CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** {@link locked}, where alice signed a delegation to carol that somebody else may send. */
async function signed() {
  const fixture = await locked();
  const { stakeWeight, alice, carol } = fixture;
  const message = { stakeWeight, delegator: alice, delegatee: carol, nonce: 0n, expiry: MaxUint256 };
  return { ...fixture, message, args: await signDelegation(message) };
}

describe("StakeWeight", () => {
  describe("delegateBySig", () => {
    it("delegates for the signer, whoever sends it", async () => {
      const { stakeWeight, alice, carol, stranger, args } = await loadFixture(signed);
      await expect(stakeWeight.connect(stranger).delegateBySig(...args))
        .to.emit(stakeWeight, "DelegateChanged")
        .withArgs(alice, alice, carol);
      expect(await stakeWeight.delegates(alice)).to.equal(carol.address);
      expect(await stakeWeight.delegates(stranger)).to.equal(stranger.address);
      expect(await stakeWeight.getVotes(carol)).to.equal(await stakeWeight.weightOf(alice));
      expect(await stakeWeight.nonces(alice)).to.equal(1n);
    });

    it("works once", async () => {
      const { stakeWeight, alice, stranger, args } = await loadFixture(signed);
      await stakeWeight.connect(stranger).delegateBySig(...args);
      await stakeWeight.connect(alice).delegate(alice);
      await expect(stakeWeight.connect(stranger).delegateBySig(...args))
        .to.be.revertedWithCustomError(stakeWeight, "InvalidAccountNonce")
        .withArgs(alice, 1n);
    });

    it("keeps the order of the nonces", async () => {
      const { stakeWeight, alice, message } = await loadFixture(signed);
      const later = await signDelegation({ ...message, nonce: 1n });
      await expect(stakeWeight.delegateBySig(...later))
        .to.be.revertedWithCustomError(stakeWeight, "InvalidAccountNonce")
        .withArgs(alice, 0n);
    });

    it("works until its expiry and not a second longer", async () => {
      const { stakeWeight, alice, carol, message } = await loadFixture(signed);
      const expiry = (await now()) + 100n;
      const args = await signDelegation({ ...message, expiry });
      await nextAt(expiry + 1n);
      await expect(stakeWeight.delegateBySig(...args))
        .to.be.revertedWithCustomError(stakeWeight, "VotesExpiredSignature")
        .withArgs(expiry);
      const last = (await now()) + 100n;
      const inTime = await signDelegation({ ...message, expiry: last });
      await nextAt(last);
      await stakeWeight.delegateBySig(...inTime);
      expect(await stakeWeight.delegates(alice)).to.equal(carol.address);
    });

    for (const [what, domain] of [
      ["another chain", { chainId: 10n }],
      ["another contract", { verifyingContract: "0x000000000000000000000000000000000000dEaD" }],
      ["another name", { name: "WalletConnect" }],
      ["another version", { version: "2" }],
    ] as const) {
      it(`does not delegate for the signer of a message to ${what}`, async () => {
        const { stakeWeight, alice, message } = await loadFixture(signed);
        // What such a signature recovers to is an account that nobody knows; alice's votes stay.
        await stakeWeight.delegateBySig(...(await signDelegation({ ...message, domain })));
        expect(await stakeWeight.delegates(alice)).to.equal(alice.address);
        expect(await stakeWeight.nonces(alice)).to.equal(0n);
      });
    }

    it("refuses the other signature of the same message", async () => {
      const { stakeWeight, args } = await loadFixture(signed);
      const [delegatee, nonce, expiry, v, r, s] = args;
      const mirrored = toBeHex(CURVE_ORDER - BigInt(s), 32);
      await expect(stakeWeight.delegateBySig(delegatee, nonce, expiry, v === 27 ? 28 : 27, r, mirrored))
        .to.be.revertedWithCustomError(stakeWeight, "ECDSAInvalidSignatureS")
        .withArgs(mirrored);
    });

    it("refuses a signature of nobody", async () => {
      const { stakeWeight, args } = await loadFixture(signed);
      const [delegatee, nonce, expiry] = args;
      await expect(
        stakeWeight.delegateBySig(delegatee, nonce, expiry, 27, ZeroHash, ZeroHash),
      ).to.be.revertedWithCustomError(stakeWeight, "ECDSAInvalidSignature");
    });

    it("tells its domain", async () => {
      const { stakeWeight } = await loadFixture(signed);
      expect(await stakeWeight.eip712Domain()).to.deep.equal([
        "0x0f",
        "WCT Stake Weight",
        "1",
        31_337n,
        await stakeWeight.getAddress(),
        ZeroHash,
        [],
      ]);
    });
  });
});
