import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { dataSlice, hexlify, id, Wallet } from "ethers";
import { hashReport } from "../../../scripts/performance/hashReport";
import { recoverSigner } from "../../../scripts/performance/recoverSigner";
import { Phase, type SignedReportEnvelope } from "../../../scripts/performance/types";
import { flipped } from "../../performance/signatures";
import { extraOperator, ownershipOf } from "../../support/nodes";
import { readRound, type Round } from "../../../scripts/performance/readRound";
import { DOWN, measured } from "../../support/reporting";
import { DAY, nextAt, now } from "../../support/time";
import {
  atNextNoon,
  configurationOf,
  domainOf,
  endOf,
  envelopeOf,
  EQUIVOCATION,
  finalize,
  fivePeers,
  inPhaseTwo,
  peerReports,
  REASON_EQUIVOCATION,
  type Seated,
  standby,
  Status,
} from "./fixtures";

/** Who signs twice. */
const LIAR = 1;

/** The second node signed two reports for the running epoch; `prover` has both. */
async function equivocated() {
  const fixture = await fivePeers();
  const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
  const first = await envelopeOf({ contracts: fixture, round, index: LIAR });
  const second = await envelopeOf({ contracts: fixture, round, index: LIAR, rest: DOWN });
  const { operator } = fixture.nodes[LIAR]!;
  const { amount } = await fixture.stakeWeight.positionOf(operator);
  return { ...fixture, round, first, second, operator, amount, prover: await extraOperator(50) };
}

type Equivocated = Awaited<ReturnType<typeof equivocated>>;

function prove(
  { oracle, prover }: Pick<Equivocated, "oracle" | "prover">,
  first: SignedReportEnvelope,
  second: SignedReportEnvelope,
) {
  return oracle.connect(prover).proveEquivocation(first.report, first.signature, second.report, second.signature);
}

async function slashState({ nodeRewards, operator }: Equivocated, epoch: bigint): Promise<bigint> {
  return (await nodeRewards.slashOf(operator, epoch, EQUIVOCATION)).state;
}

describe("PerformanceOracle", () => {
  describe("proveEquivocation", () => {
    it("tells the operator, the epoch and who proved it", async () => {
      const fixture = await loadFixture(equivocated);
      const { oracle, operator, epoch, prover, first, second } = fixture;
      await expect(prove(fixture, first, second))
        .to.emit(oracle, "EquivocationProven")
        .withArgs(operator, epoch, prover);
    });

    it("takes the proof in either order", async () => {
      const fixture = await loadFixture(equivocated);
      const { oracle, first, second } = fixture;
      await expect(prove(fixture, second, first)).to.emit(oracle, "EquivocationProven");
    });

    it("takes the node's seat", async () => {
      const fixture = await loadFixture(equivocated);
      const { registry, operator, first, second } = fixture;
      await expect(prove(fixture, first, second))
        .to.emit(registry, "Deactivated")
        .withArgs(operator, REASON_EQUIVOCATION);
      expect(await registry.statusOf(operator)).to.equal(Status.Deactivated);
      expect(await registry.counts()).to.deep.equal([4n, 0n, 0n, 0n]);
    });

    it("proposes the slash for equivocation, which takes effect a day later", async () => {
      const fixture = await loadFixture(equivocated);
      const { nodeRewards, stakeWeight, token, operator, amount, epoch, first, second } = fixture;
      const at = (await now()) + 60n;
      await nextAt(at);
      // 1 % by default.
      await expect(prove(fixture, first, second))
        .to.emit(nodeRewards, "SlashProposed")
        .withArgs(operator, epoch, EQUIVOCATION, amount / 100n, at + DAY);
      await nextAt(at + DAY);
      await expect(nodeRewards.executeSlash(operator, epoch, EQUIVOCATION)).to.changeTokenBalance(
        token,
        stakeWeight,
        -(amount / 100n),
      );
    });

    it("takes what the configuration of that epoch asks for, not the present one", async () => {
      const fixture = await loadFixture(equivocated);
      const { oracle, admin, nodeRewards, operator, amount, epoch, first, second } = fixture;
      const old = await configurationOf(fixture, epoch);
      await oracle.connect(admin).setConfiguration({ ...old, pay: { ...old.pay, equivocationSlashBps: 7n } });
      await atNextNoon(fixture);
      await prove(fixture, first, second);
      expect((await nodeRewards.slashOf(operator, epoch, EQUIVOCATION)).amount).to.equal(amount / 100n);
    });

    it("takes the part that was set", async () => {
      const fixture = await loadFixture(equivocated);
      const { oracle, admin, nodeRewards, operator, amount, epoch } = fixture;
      const old = await configurationOf(fixture, epoch);
      await oracle.connect(admin).setConfiguration({ ...old, pay: { ...old.pay, equivocationSlashBps: 7n } });
      const next = await atNextNoon(fixture);
      const round = await readRound({ contracts: next, epoch: next.epoch });
      const first = await envelopeOf({ contracts: next, round, index: LIAR });
      const second = await envelopeOf({ contracts: next, round, index: LIAR, rest: DOWN });
      await prove(fixture, first, second);
      // Rounded down to gwei.
      const expected = ((amount * 7n) / 10_000n / 10n ** 9n) * 10n ** 9n;
      expect((await nodeRewards.slashOf(operator, next.epoch, EQUIVOCATION)).amount).to.equal(expected);
    });

    it("expels and slashes nobody else", async () => {
      const fixture = await loadFixture(equivocated);
      const { registry, stakeWeight, nodes, first, second } = fixture;
      await prove(fixture, first, second);
      for (const [index, { operator }] of nodes.entries()) {
        if (index === LIAR) continue;
        expect(await registry.statusOf(operator)).to.equal(Status.Active);
        expect(await stakeWeight.heldOf(operator)).to.equal(0n);
      }
    });

    it("may be presented by the reporter itself", async () => {
      const fixture = await loadFixture(equivocated);
      const { oracle, operator, first, second, epoch } = fixture;
      await expect(prove({ ...fixture, prover: operator }, first, second))
        .to.emit(oracle, "EquivocationProven")
        .withArgs(operator, epoch, operator);
    });

    for (const [title, report] of [
      ["the set", { setHash: id("another set") }],
      ["the configuration", { configurationHash: id("another configuration") }],
      ["the phase", { phase: Phase.One }],
      ["the data", { dataHash: id("other data") }],
    ] as const) {
      it(`takes two reports that differ in ${title}`, async () => {
        const fixture = await loadFixture(equivocated);
        const { oracle, nodes, first } = fixture;
        const other = { ...first.report, ...report };
        const digest = hashReport({ domain: first.domain, report: other });
        const signature = nodes[LIAR]!.key.signingKey.sign(digest).serialized;
        await expect(prove(fixture, first, { ...first, report: other, signature })).to.emit(
          oracle,
          "EquivocationProven",
        );
      });
    }

    describe("when the reporter has nothing to lose any more", () => {
      it("works for one that left, whose position is slashed", async () => {
        const fixture = await loadFixture(equivocated);
        const { oracle, registry, operator, first, second, epoch } = fixture;
        await registry.connect(operator).leave();
        const proof = prove(fixture, first, second);
        await expect(proof).to.emit(oracle, "EquivocationProven");
        await expect(proof).not.to.emit(registry, "Deactivated");
        expect(await slashState(fixture, epoch)).to.equal(1n);
      });
    });

    describe("when epochs have passed", () => {
      it("works ten epochs later", async () => {
        const fixture = await loadFixture(equivocated);
        const { registry, operator, first, second, epoch } = fixture;
        await nextAt(endOf(epoch + 10n));
        await prove(fixture, first, second);
        expect(await registry.statusOf(operator)).to.equal(Status.Deactivated);
        expect(await slashState(fixture, epoch)).to.equal(1n);
      });

      it("works after the return to Phase 1", async () => {
        const fixture = await loadFixture(equivocated);
        const { registry, admin, operator, first, second } = fixture;
        await registry.connect(admin).setPhase(0n);
        await atNextNoon(fixture);
        await prove(fixture, first, second);
        expect(await registry.statusOf(operator)).to.equal(Status.Deactivated);
      });

      it("works against one that has another key now", async () => {
        const fixture = await loadFixture(equivocated);
        const { identities, registry, operator, first, second } = fixture;
        const key = new Wallet(id("a new key"));
        await identities.connect(operator).setKey(key, await ownershipOf(fixture, { operator, key }));
        await atNextNoon(fixture);
        await prove(fixture, first, second);
        expect(await registry.statusOf(operator)).to.equal(Status.Deactivated);
      });

      it("works against one that left and registered again with another key", async () => {
        const fixture = await loadFixture(equivocated);
        const { registry, operator, first, second, epoch } = fixture;
        await registry.connect(operator).leave();
        const key = new Wallet(id("a new key"));
        const ownership = await ownershipOf(fixture, { operator, key });
        await nextAt((await now()) + DAY);
        await registry.connect(operator).register(key, "https://again.example", ownership);
        expect(await registry.statusOf(operator)).to.equal(Status.Standby);
        await expect(prove(fixture, first, second))
          .to.emit(registry, "Deactivated")
          .withArgs(operator, REASON_EQUIVOCATION);
        expect(await slashState(fixture, epoch)).to.equal(1n);
      });
    });

    describe("when the reports were used or will be", () => {
      it("does not count the expelled node's pay, and leaves the epoch to be finalized", async () => {
        const fixture = await loadFixture(equivocated);
        const { token, nodeRewards, oracle, deployer, operator, round, epoch } = fixture;
        await token.connect(deployer).approve(nodeRewards, 1_000n);
        await nodeRewards.connect(deployer).fund(epoch, 1_000n);
        const { reports } = await peerReports(fixture, { round });
        await prove(fixture, fixture.first, fixture.second);
        await nextAt(endOf(epoch));
        await expect(finalize(fixture, round, reports)).to.emit(oracle, "EpochFinalized");
        expect(await nodeRewards.owedTo(operator)).to.equal(0n);
        expect(await nodeRewards.owedTo(fixture.nodes[0]!.operator)).to.equal(100n);
      });
    });

    describe("when it is proven again", () => {
      it("is refused for all epochs until the first proof", async () => {
        const fixture = await loadFixture(equivocated);
        const { oracle, stakeWeight, operator, amount, round, first, second } = fixture;
        const next = await atNextNoon(fixture);
        await prove(fixture, first, second);
        const { epoch } = next;
        const of = { contracts: fixture, round, index: LIAR };
        for (const other of [epoch, epoch - 1n, epoch - 2n]) {
          const report = { epoch: other };
          const [third, fourth] = [
            await envelopeOf({ ...of, report }),
            await envelopeOf({ ...of, report, rest: DOWN }),
          ];
          await expect(prove(fixture, third, fourth))
            .to.be.revertedWithCustomError(oracle, "EpochNotProvable")
            .withArgs(operator, other, epoch + 1n, epoch);
        }
        expect(await stakeWeight.heldOf(operator)).to.equal(amount / 100n);
      });

      it("is refused when the guardian has vetoed the slash", async () => {
        const fixture = await loadFixture(equivocated);
        const { oracle, nodeRewards, stakeWeight, guardian, operator, epoch, first, second } = fixture;
        await prove(fixture, first, second);
        await nodeRewards.connect(guardian).vetoSlash(operator, epoch, EQUIVOCATION);
        await expect(prove(fixture, first, second)).to.be.revertedWithCustomError(oracle, "EpochNotProvable");
        expect(await stakeWeight.heldOf(operator)).to.equal(0n);
        expect(await slashState(fixture, epoch)).to.equal(3n);
      });

      it("slashes again for an epoch after the first proof", async () => {
        const fixture = await loadFixture(equivocated);
        const { stakeWeight, operator, amount, first, second } = fixture;
        await prove(fixture, first, second);
        const next = await atNextNoon(fixture);
        const round = await readRound({ contracts: next, epoch: next.epoch });
        const report = { epoch: next.epoch, reporter: operator.address };
        const third = await envelopeOf({ contracts: next, round, index: 0, signer: next.nodes[LIAR]!.key, report });
        const fourth = await envelopeOf({
          contracts: next,
          round,
          index: 0,
          signer: next.nodes[LIAR]!.key,
          report,
          rest: DOWN,
        });
        await prove(fixture, third, fourth);
        expect(await stakeWeight.heldOf(operator)).to.equal((2n * amount) / 100n);
      });

      it("leaves others to be proven", async () => {
        const fixture = await loadFixture(equivocated);
        const { registry, round, first, second } = fixture;
        await prove(fixture, first, second);
        const of = { contracts: fixture, round, index: LIAR + 1 };
        const [third, fourth] = [await envelopeOf(of), await envelopeOf({ ...of, rest: DOWN })];
        await expect(prove(fixture, third, fourth)).to.emit(registry, "Deactivated");
      });
    });

    describe("when the epoch has not begun", () => {
      it("is refused", async () => {
        const fixture = await loadFixture(equivocated);
        const { oracle, operator, epoch, round } = fixture;
        const of = { contracts: fixture, round, index: LIAR, report: { epoch: epoch + 1n } };
        const [first, second] = [await envelopeOf(of), await envelopeOf({ ...of, rest: DOWN })];
        await expect(prove(fixture, first, second))
          .to.be.revertedWithCustomError(oracle, "EpochNotProvable")
          .withArgs(operator, epoch + 1n, 0n, epoch);
      });
    });

    describe("when the reporter was not seated", () => {
      it("works against one that stands by, since its key has no business signing twice", async () => {
        const fixture = await loadFixture(equivocated);
        const { registry, nodeRewards, epoch } = fixture;
        const node = await standby(fixture);
        const [first, second] = await signedBy(fixture, node.key, node.operator.address);
        await expect(prove(fixture, first, second))
          .to.emit(registry, "Deactivated")
          .withArgs(node.operator, REASON_EQUIVOCATION);
        expect((await nodeRewards.slashOf(node.operator, epoch, EQUIVOCATION)).state).to.equal(1n);
      });

      it("refuses an account that never had a key", async () => {
        const fixture = await loadFixture(equivocated);
        const { oracle, operators } = fixture;
        const key = Wallet.createRandom();
        const [first, second] = await signedBy(fixture, key, operators[20]!.address);
        await expect(prove(fixture, first, second))
          .to.be.revertedWithCustomError(oracle, "WrongSigner")
          .withArgs(operators[20]!, key.address);
      });

      it("refuses the zero address", async () => {
        const fixture = await loadFixture(equivocated);
        const { oracle } = fixture;
        const key = Wallet.createRandom();
        const zero = `0x${"00".repeat(20)}`;
        const [first, second] = await signedBy(fixture, key, zero);
        await expect(prove(fixture, first, second))
          .to.be.revertedWithCustomError(oracle, "WrongSigner")
          .withArgs(zero, key.address);
      });

      it("refuses reports of an epoch before the key was the node's", async () => {
        const fixture = await loadFixture(equivocated);
        const { oracle } = fixture;
        await atNextNoon(fixture);
        const node = await standby(fixture);
        const [first, second] = await signedBy(fixture, node.key, node.operator.address);
        await expect(prove(fixture, first, second))
          .to.be.revertedWithCustomError(oracle, "WrongSigner")
          .withArgs(node.operator, node.key.address);
      });
    });

    describe("when it is no equivocation", () => {
      it("refuses the same report twice", async () => {
        const fixture = await loadFixture(equivocated);
        const { oracle, first } = fixture;
        await expect(prove(fixture, first, first)).to.be.revertedWithCustomError(oracle, "NoEquivocation");
      });

      it("refuses two signatures of the same report", async () => {
        const fixture = await loadFixture(equivocated);
        const { oracle, first } = fixture;
        const { signature } = flipped(first.signature);
        await expect(prove(fixture, first, { ...first, signature })).to.be.revertedWithCustomError(
          oracle,
          "NoEquivocation",
        );
      });

      it("refuses reports of different epochs", async () => {
        const fixture = await loadFixture(equivocated);
        const { oracle, round, first } = fixture;
        const report = { epoch: round.epoch - 1n };
        const other = await envelopeOf({ contracts: fixture, round, index: LIAR, rest: DOWN, report });
        for (const [one, two] of [
          [first, other],
          [other, first],
        ] as const) {
          await expect(prove(fixture, one, two)).to.be.revertedWithCustomError(oracle, "NoEquivocation");
        }
      });

      it("refuses reports of different reporters", async () => {
        const fixture = await loadFixture(equivocated);
        const { oracle, round, first } = fixture;
        const other = await envelopeOf({ contracts: fixture, round, index: LIAR + 1, rest: DOWN });
        await expect(prove(fixture, first, other)).to.be.revertedWithCustomError(oracle, "NoEquivocation");
      });

      it("refuses reports of an epoch of Phase 1", async () => {
        const fixture = await loadFixture(equivocated);
        const { oracle, round } = fixture;
        const report = { epoch: round.epoch - 1n };
        const first = await envelopeOf({ contracts: fixture, round, index: LIAR, report });
        const second = await envelopeOf({ contracts: fixture, round, index: LIAR, rest: DOWN, report });
        await expect(prove(fixture, first, second)).to.be.revertedWithCustomError(oracle, "NoEquivocation");
      });

      for (const place of [0, 1]) {
        it(`refuses a foreign signature of the ${place === 0 ? "first" : "second"} report`, async () => {
          const fixture = await loadFixture(equivocated);
          const { oracle, round, operator, first, second } = fixture;
          const signer = fixture.nodes[0]!.key;
          const foreign = await envelopeOf({ contracts: fixture, round, index: LIAR, rest: measured(1n), signer });
          const proof = place === 0 ? prove(fixture, foreign, second) : prove(fixture, first, foreign);
          await expect(proof).to.be.revertedWithCustomError(oracle, "WrongSigner").withArgs(operator, signer.address);
        });
      }

      it("refuses the operator's own signature, which is not the key's", async () => {
        const fixture = await loadFixture(equivocated);
        const { oracle, round, operator, first } = fixture;
        const other = await envelopeOf({ contracts: fixture, round, index: LIAR, rest: DOWN, signer: operator });
        await expect(prove(fixture, first, other))
          .to.be.revertedWithCustomError(oracle, "WrongSigner")
          .withArgs(operator, operator);
      });

      for (const [title, domain] of [
        ["chain", { chainId: 10n }],
        ["contract", { contract: `0x${"11".repeat(20)}` }],
      ] as const) {
        it(`refuses a report that was signed for another ${title}`, async () => {
          const fixture = await loadFixture(equivocated);
          const { oracle, round, operator, first } = fixture;
          const other = await envelopeOf({ contracts: fixture, round, index: LIAR, rest: DOWN, domain });
          const digest = hashReport({ domain: await domainOf(fixture), report: other.report });
          await expect(prove(fixture, first, other))
            .to.be.revertedWithCustomError(oracle, "WrongSigner")
            .withArgs(operator, recoverSigner({ digest, signature: other.signature }));
        });
      }

      it("refuses malleable and malformed signatures", async () => {
        const fixture = await loadFixture(equivocated);
        const { oracle, first, second } = fixture;
        const { signature } = flipped(second.signature);
        await expect(prove(fixture, first, { ...second, signature }))
          .to.be.revertedWithCustomError(oracle, "ECDSAInvalidSignatureS")
          .withArgs(hexlify(dataSlice(signature, 32, 64)));
        await expect(prove(fixture, { ...first, signature: "0x" }, second))
          .to.be.revertedWithCustomError(oracle, "ECDSAInvalidSignatureLength")
          .withArgs(0n);
      });

      it("leaves everybody's seat and position alone", async () => {
        const fixture = await loadFixture(equivocated);
        const { oracle, registry, stakeWeight, operator, first } = fixture;
        await expect(prove(fixture, first, first)).to.be.revertedWithCustomError(oracle, "NoEquivocation");
        expect(await registry.statusOf(operator)).to.equal(Status.Active);
        expect(await stakeWeight.heldOf(operator)).to.equal(0n);
      });
    });

    describe("when paused", () => {
      it("refuses it until the pause is over", async () => {
        const fixture = await loadFixture(equivocated);
        const { oracle, pauser, admin, first, second } = fixture;
        await oracle.connect(pauser).pause();
        await expect(prove(fixture, first, second)).to.be.revertedWithCustomError(oracle, "EnforcedPause");
        await oracle.connect(admin).unpause();
        await expect(prove(fixture, first, second)).to.emit(oracle, "EquivocationProven");
      });
    });

    describe("when the first day of Phase 2 has not begun", () => {
      it("refuses reports of the running epoch, and takes those of the next", async () => {
        const fixture = await loadFixture(equivocated);
        const { oracle, registry, admin } = fixture;
        await registry.connect(admin).setPhase(0n);
        const phaseOne = await atNextNoon(fixture);
        const round: Round = await readRound({ contracts: phaseOne, epoch: phaseOne.epoch });
        const next = await inPhaseTwo(phaseOne);
        const ours = await readRound({ contracts: next, epoch: next.epoch });
        const signer = fixture.nodes[LIAR]!.key;
        const at = (epoch: bigint) => ({ contracts: next, round: ours, index: LIAR, signer, report: { epoch } });
        const early = [
          await envelopeOf(at(round.epoch)),
          await envelopeOf({ ...at(round.epoch), rest: DOWN }),
        ] as const;
        await expect(prove(fixture, ...early)).to.be.revertedWithCustomError(oracle, "NoEquivocation");
        const due = [await envelopeOf(at(next.epoch)), await envelopeOf({ ...at(next.epoch), rest: DOWN })] as const;
        await expect(prove(fixture, ...due)).to.emit(oracle, "EquivocationProven");
      });
    });
  });
});

/** Two reports of the epoch that name `reporter`, both signed by `signer`. */
async function signedBy(
  fixture: Seated & { round: Round },
  signer: Wallet | Seated["nodes"][number]["key"],
  reporter: string,
): Promise<[SignedReportEnvelope, SignedReportEnvelope]> {
  const options = { contracts: fixture, round: fixture.round, index: LIAR, signer, report: { reporter } };
  return [await envelopeOf(options), await envelopeOf({ ...options, rest: DOWN })];
}
