import { expect } from "chai";
import { parseEther, ZeroAddress } from "ethers";
import { staking } from "../../../sdk/src/index.js";
import { useChain } from "../../../sdk/test/support/chain.js";
import { type Actor, staker } from "../support/actors.js";

describe("stakeweight, on one's position", () => {
  const chain = useChain();
  const positionOf = async ({ wallet, address }: Actor) =>
    staking.positionOf(await chain().connectAs(wallet), { account: address });

  describe("increase", () => {
    it("adds to it", async () => {
      const alice = await staker(chain(), { spare: "500" });
      const ran = await alice.run("increase", "500", "--yes");
      expect(ran.code, ran.stderr).to.equal(0);
      expect(ran.stderr).to.match(/Stake weight +248\.80 WCT → 373\.21 WCT/);
      expect((await positionOf(alice)).amount).to.equal(parseEther("1500"));
    });

    it("is refused beyond what the wallet holds", async () => {
      const alice = await staker(chain(), { spare: "1" });
      const ran = await alice.run("increase", "500", "--yes");
      expect(ran).to.include({ code: 1, stdout: "" });
      expect(ran.stderr).to.contain("499");
    });
  });

  describe("relock", () => {
    it("lengthens the preset", async () => {
      const alice = await staker(chain());
      const ran = await alice.run("relock", "104", "--yes", "--json");
      expect(ran.code, ran.stderr).to.equal(0);
      expect(ran.json()).to.have.nested.property("position.presetWeeks", "104");
      expect(ran.json()).to.deep.nested.include({ "changes.presetWeeks": { before: "52", after: "104" } });
    });

    it("is refused with a preset that is too short", async () => {
      const alice = await staker(chain());
      const ran = await alice.run("relock", "26", "--yes", "--json");
      expect(ran.code).to.equal(1);
      expect(JSON.parse(ran.stderr)).to.have.nested.property("error.name", "PresetTooShort");
    });
  });

  describe("unlock", () => {
    it("says what it costs before it asks", async () => {
      const alice = await staker(chain());
      const ran = await alice.runWith({ answers: { confirm: () => Promise.resolve(false) } }, "unlock");
      expect(ran).to.include({ code: 1, stdout: "" });
      expect(ran.questions).to.deep.equal(["Start to leave, at this cost?"]);
      expect(ran.stderr)
        .to.match(/It costs \d+\.\d\d WCT of weight at once/)
        .and.match(/Unlock +ends Thu/)
        .and.contain("nothing was sent");
      expect((await positionOf(alice)).state).to.equal("Locked");
    });

    it("starts nothing that would end later than was shown", async () => {
      const alice = await staker(chain());
      const later = async () => {
        await chain().warpTo((await chain().now()) + 604_800);
        return true;
      };
      const ran = await alice.runWith({ answers: { confirm: later } }, "unlock");
      expect(ran).to.include({ code: 1, stdout: "" });
      expect(ran.stderr).to.contain("Another week has begun").and.contain("nothing was sent");
      expect((await positionOf(alice)).state).to.equal("Locked");
    });

    it("starts to leave once it is confirmed", async () => {
      const alice = await staker(chain());
      const ran = await alice.runWith({ answers: { confirm: () => Promise.resolve(true) } }, "unlock");
      expect(ran.code, ran.stderr).to.equal(0);
      expect((await positionOf(alice)).state).to.equal("Unlocking");
    });
  });

  describe("withdraw", () => {
    it("pays out what is Unlocked", async () => {
      const alice = await staker(chain(), { presetWeeks: 4 });
      const unlocked = await alice.run("unlock", "--yes");
      expect(unlocked.code, unlocked.stderr).to.equal(0);
      await chain().warpTo(Number((await positionOf(alice)).unlockEnd));
      const ran = await alice.run("withdraw", "--yes");
      expect(ran.code, ran.stderr).to.equal(0);
      expect(ran.stdout)
        .to.contain("Withdraw 1,000.00 WCT")
        .and.match(/In the wallet +1,000\.00 WCT/);
      expect((await positionOf(alice)).state).to.equal("None");
    });

    it("leaves what is held for a slash, and says so", async () => {
      const alice = await staker(chain(), { presetWeeks: 4 });
      await alice.run("unlock", "--yes");
      await chain().warpTo(Number((await positionOf(alice)).unlockEnd));
      const { deployment } = await chain().connectAs(alice.wallet);
      const slasher = deployment.contracts.NodeRewards!.address;
      const { to, data } = staking.holdForSlash(await chain().connectAs(alice.wallet), {
        account: alice.address,
        slashBps: 100,
      });
      const { provider } = chain();
      await provider.send("hardhat_impersonateAccount", [slasher]);
      await provider.send("hardhat_setBalance", [slasher, "0xde0b6b3a7640000"]);
      await provider.send("eth_sendTransaction", [{ from: slasher, to, data }]);
      const ran = await alice.run("withdraw", "--yes");
      expect(ran.code, ran.stderr).to.equal(0);
      expect(ran.stderr).to.contain("10.00 WCT are held back for a slash and stay.");
      expect(ran.stderr).to.match(/In the wallet +0\.00 WCT → 990\.00 WCT/);
      expect(ran.stdout)
        .to.contain("Withdraw 990.00 WCT")
        .and.match(/In the wallet +990\.00 WCT/);
    });

    it("is refused while Locked", async () => {
      const alice = await staker(chain());
      const ran = await alice.run("withdraw", "--yes", "--json");
      expect(ran.code).to.equal(1);
      expect(JSON.parse(ran.stderr)).to.have.nested.property("error.name", "NotUnlocked");
    });
  });

  describe("delegate", () => {
    it("lets somebody vote, and takes it back", async () => {
      const alice = await staker(chain());
      const bob = chain().wallets[6]!.address;
      const there = await alice.run("delegate", bob, "--yes", "--json");
      expect(there.json()).to.include({ delegate: bob, votes: "0" });
      const back = await alice.run("delegate", "self", "--yes");
      expect(back.code, back.stderr).to.equal(0);
      expect(back.stderr).to.match(/Your votes +0\.00 WCT → 248\.80 WCT/);
    });

    it("takes the zero address for oneself, as StakeWeight does", async () => {
      const alice = await staker(chain());
      const ran = await alice.run("delegate", ZeroAddress, "--yes", "--json");
      expect(ran.code, ran.stderr).to.equal(0);
      expect(ran.json()).to.deep.nested.include({
        delegate: alice.address,
        "changes.delegate": { before: alice.address, after: alice.address },
      });
      expect(ran.json()).to.have.nested.property("changes.votes.after", (ran.json() as { votes: string }).votes);
    });

    it("is wrong usage with a name", async () => {
      const alice = await staker(chain());
      const ran = await alice.run("delegate", "bob.eth", "--yes");
      expect(ran.code).to.equal(2);
      expect(ran.stderr).to.contain("bob.eth").and.contain("or self");
    });
  });
});
