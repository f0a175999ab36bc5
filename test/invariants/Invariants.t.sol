// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { IStakeWeight } from "../../contracts/staking/interfaces/IStakeWeight.sol";
import { Deployed } from "../support/Deployed.sol";
import { Random } from "../support/Random.sol";
import { Handler } from "./Handler.sol";
import { Model } from "./Model.sol";

/// @notice The numbered invariants of docs/invariants.md that concern staking and its rewards, after every call of a
/// {Handler} that acts as everybody.
contract InvariantsTest is Deployed {
    uint256 private constant ACTORS = 8;
    /// @dev The part of a wei that the running sums may lose over any stretch, in the model's 2^-128 wei: 2^-9 wei.
    uint256 private constant SUM_LOSS = 1 << 119;

    Handler private handler;
    Model private model;
    address[] private actors;
    /// @dev Who may have votes: the actors and the operators.
    address[] private voters;
    address private stakeWeightImplementation;
    address private distributorImplementation;

    function setUp() public override {
        super.setUp();
        address[] memory operators = new address[](2);
        operators[0] = makeAddr("operator 0");
        operators[1] = makeAddr("operator 1");
        for (uint256 i = 0; i < ACTORS; ++i) {
            actors.push(makeAddr(string.concat("actor ", vm.toString(i))));
            _equip(actors[i], 1 << 95);
        }
        _equip(operators[0], 1 << 96);
        _equip(operators[1], 1 << 80);
        _equip(makeAddr("funder"), 1 << 98);
        address migrator = makeAddr("migrator");
        _equip(migrator, 1 << 96);
        bytes32 migratorRole = stakeWeight.MIGRATOR_ROLE();
        vm.prank(ADMIN);
        stakeWeight.grantRole(migratorRole, migrator);
        address slasher = makeAddr("slasher");
        bytes32 slasherRole = stakeWeight.SLASHER_ROLE();
        vm.prank(ADMIN);
        stakeWeight.grantRole(slasherRole, slasher);

        handler = new Handler(
            stakeWeight,
            distributor,
            token,
            address(_proxyAdminOf(address(stakeWeight))),
            address(_proxyAdminOf(address(distributor))),
            Handler.Parties({
                admin: ADMIN,
                pauser: PAUSER,
                funder: makeAddr("funder"),
                stranger: makeAddr("stranger"),
                migrator: migrator,
                slasher: slasher,
                actors: actors,
                operators: operators
            })
        );
        model = handler.MODEL();
        voters = actors;
        for (uint256 i = 0; i < operators.length; ++i) voters.push(operators[i]);
        stakeWeightImplementation = _implementationOf(address(stakeWeight));
        distributorImplementation = _implementationOf(address(distributor));
        targetContract(address(handler));
        targetSelector(FuzzSelector({ addr: address(handler), selectors: _selectors() }));
    }

    /// @dev After everybody has left, each contract holds what the rules say that nobody owns, to the wei.
    function afterInvariant() public {
        _assertSettled();
    }

    function invariant_1_balanceCoversStakes() public view {
        uint256 sum = 0;
        for (uint256 i = 0; i < ACTORS; ++i) {
            uint256 amount = stakeWeight.positionOf(actors[i]).amount;
            assertLe(stakeWeight.heldOf(actors[i]), amount);
            sum += amount;
        }
        assertEq(stakeWeight.totalStaked(), sum);
        assertEq(token.balanceOf(address(stakeWeight)), sum + handler.strayInStakeWeight());
        assertEq(token.balanceOf(handler.parties().slasher), handler.totalSlashed());
    }

    function invariant_2_totalWeightIsTheSumOfWeights() public view {
        Random memory random = Random(handler.callCount());
        uint256 weekStart = (block.timestamp / 1 weeks + random.between(1, 106)) * 1 weeks;
        uint256 pastWeekStart = random.between(START / 1 weeks, block.timestamp / 1 weeks) * 1 weeks;
        _assertTotalIsSumAt(block.timestamp);
        _assertTotalIsSumAt(block.timestamp - 1);
        _assertTotalIsSumAt(random.between(START - 1, block.timestamp));
        _assertTotalIsSumAt(pastWeekStart - random.between(0, 1));
        _assertTotalIsSumAt(random.between(block.timestamp, block.timestamp + 110 weeks));
        _assertTotalIsSumAt(weekStart - random.between(0, 1));
        _assertTotalIsSumAt(type(uint256).max);
    }

    function invariant_3_weightRisesOnlyByItsOwnersAction() public view {
        (Handler.Snapshot memory earlier, Handler.Snapshot memory present) = handler.snapshots();
        for (uint256 i = 0; i < ACTORS; ++i) {
            bool arrived = handler.arrived(actors[i]) == handler.callCount();
            if (!arrived && (!handler.addsWeight() || handler.touched() != actors[i])) {
                assertLe(present.weights[i], earlier.weights[i]);
            }
            IStakeWeight.Position memory position = stakeWeight.positionOf(actors[i]);
            uint256 remaining = stakeWeight.remainingLockTime(actors[i]);
            if (position.state == IStakeWeight.State.Locked) {
                assertEq(stakeWeight.weightAt(actors[i], block.timestamp + 500 weeks), present.weights[i]);
                assertEq(remaining, position.presetWeeks * 1 weeks);
                continue;
            }
            assertEq(stakeWeight.weightAt(actors[i], block.timestamp + remaining), 0);
            if (remaining == 0) continue;
            assertEq(block.timestamp + remaining, position.unlockEnd);
            assertEq(
                stakeWeight.weightAt(actors[i], position.unlockEnd - 1),
                position.amount / 209 weeks,
                "one second left"
            );
            uint256 half = stakeWeight.weightAt(actors[i], block.timestamp + remaining / 2);
            assertLe(half, present.weights[i]);
            assertGe(half, stakeWeight.weightAt(actors[i], block.timestamp + remaining / 2 + 1));
        }
    }

    function invariant_4_claimsNeverExceedTheReward() public view {
        _assertPeriodsShared();
        for (uint256 i = 0; i < ACTORS; ++i) {
            uint256 earned = handler.paidTo(actors[i]) + distributor.claimable(actors[i]);
            uint256 exact = model.exactRewards(actors[i]);
            // The model itself rounds each week down to 2^-128 wei.
            assertLe(earned << 128, exact + model.paidWeekCount());
            uint256 roundings = handler.roundings(actors[i]) + 1;
            assertLt(exact, (earned << 128) + roundings * ((1 << 128) + SUM_LOSS));
        }
    }

    function invariant_5_balanceCoversWhatIsNotPaid() public view {
        assertEq(distributor.totalFunded(), handler.totalFunded());
        assertEq(distributor.totalPaid(), handler.totalPaid());
        assertLe(handler.totalPaid(), handler.totalFunded());
        assertEq(
            token.balanceOf(address(distributor)),
            handler.totalFunded() - handler.totalPaid() + handler.strayInDistributor()
        );
        uint256 claimable = 0;
        for (uint256 i = 0; i < ACTORS; ++i) claimable += distributor.claimable(actors[i]);
        assertLe(claimable, handler.totalFunded() - handler.totalPaid());
    }

    function invariant_6_pastWeightsAreFinal() public view {
        Handler.Snapshot[] memory observations = handler.observations();
        uint256 count = observations.length < 4 ? observations.length : 4;
        // A few at each call, others at the next.
        for (uint256 i = 0; i < count; ++i) {
            _assertStillSeen(observations[(handler.callCount() * 4 + i) % observations.length]);
        }
    }

    function invariant_7_votesAreTheSumOfWeights() public view {
        Random memory random = Random(handler.callCount());
        _assertVotesAt(block.timestamp);
        _assertVotesAt(block.timestamp - 1);
        _assertVotesAt(random.between(START - 1, block.timestamp - 1));
        _assertVotesAt(random.between(START / 1 weeks, block.timestamp / 1 weeks) * 1 weeks - random.between(0, 1));
    }

    function invariant_8_noActionLowersWhatOthersHave() public view {
        (Handler.Snapshot memory earlier, Handler.Snapshot memory present) = handler.snapshots();
        bool timePassed = present.timestamp != earlier.timestamp;
        uint256[] memory foretold = handler.foretold();
        for (uint256 i = 0; i < ACTORS; ++i) {
            if (timePassed) {
                assertEq(present.weights[i], foretold[i]);
                assertGe(present.earned[i], earlier.earned[i]);
            } else {
                bool arrived = handler.arrived(actors[i]) == handler.callCount();
                if (!arrived && handler.touched() != actors[i]) assertEq(present.weights[i], earlier.weights[i]);
                // To the wei, whoever acted: what is earned so far is settled by the states before the week began.
                assertEq(present.earned[i], earlier.earned[i]);
            }
        }
    }

    function invariant_11_onlyRolesAndOwnersChangeThings() public view {
        _assertMembers(stakeWeight.DEFAULT_ADMIN_ROLE(), ADMIN);
        _assertMembers(stakeWeight.PAUSER_ROLE(), PAUSER);
        assertEq(stakeWeight.getRoleMemberCount(stakeWeight.DISTRIBUTOR_ROLE()), 1);
        assertEq(stakeWeight.getRoleMember(stakeWeight.DISTRIBUTOR_ROLE(), 0), address(distributor));
        assertEq(distributor.getRoleMemberCount(stakeWeight.DISTRIBUTOR_ROLE()), 0);
        assertEq(stakeWeight.getRoleMemberCount(stakeWeight.SLASHER_ROLE()), 1);
        assertEq(stakeWeight.getRoleMember(stakeWeight.SLASHER_ROLE(), 0), handler.parties().slasher);
        assertEq(_proxyAdminOf(address(stakeWeight)).owner(), ADMIN);
        assertEq(_proxyAdminOf(address(distributor)).owner(), ADMIN);
        assertEq(_implementationOf(address(stakeWeight)), stakeWeightImplementation);
        assertEq(_implementationOf(address(distributor)), distributorImplementation);
        assertEq(stakeWeight.paused(), handler.stakeWeightPaused());
        assertEq(distributor.paused(), handler.distributorPaused());

        Handler.Parties memory parties = handler.parties();
        for (uint256 i = 0; i < ACTORS; ++i) {
            // The model changes with permitted calls of the owner, its operators and the holders of roles alone.
            Model.Terms memory terms = model.termsAt(actors[i], block.timestamp);
            IStakeWeight.Position memory position = stakeWeight.positionOf(actors[i]);
            assertEq(position.amount, terms.amount);
            assertEq(position.presetWeeks, terms.presetWeeks);
            assertEq(position.unlockEnd, terms.endWeek * 1 weeks);
            assertEq(uint256(position.state), uint256(handler.stateOf(actors[i])));
            assertEq(stakeWeight.heldOf(actors[i]), model.held(actors[i]));
            assertEq(distributor.recipientOf(actors[i]), handler.recipientOf(actors[i]));
            assertEq(stakeWeight.delegates(actors[i]), model.delegateAt(actors[i], block.timestamp));
            for (uint256 j = 0; j < parties.operators.length; ++j) {
                address operator = parties.operators[j];
                assertEq(stakeWeight.isOperator(actors[i], operator), handler.operators(actors[i], operator));
            }
            assertFalse(stakeWeight.isOperator(actors[i], parties.stranger));
        }
        assertEq(stakeWeight.positionOf(parties.stranger).amount, 0);
        assertEq(token.balanceOf(parties.stranger), 0);
    }

    /// @dev All of the above after every call of one campaign, which the deep profile runs in their place: it repeats no
    /// sequence of calls for each invariant.
    function invariant_together() public view {
        invariant_1_balanceCoversStakes();
        invariant_2_totalWeightIsTheSumOfWeights();
        invariant_3_weightRisesOnlyByItsOwnersAction();
        invariant_4_claimsNeverExceedTheReward();
        invariant_5_balanceCoversWhatIsNotPaid();
        invariant_6_pastWeightsAreFinal();
        invariant_7_votesAreTheSumOfWeights();
        invariant_8_noActionLowersWhatOthersHave();
        invariant_11_onlyRolesAndOwnersChangeThings();
    }

    /// @dev A fixed run, so that a handler whose calls no longer get anywhere is noticed.
    function test_HandlerReachesEveryBranch() public {
        bytes4[] memory selectors = _selectors();
        Random memory random = Random(1);
        for (uint256 i = 0; i < 3000; ++i) {
            bytes4 selector = selectors[random.between(0, selectors.length - 1)];
            (bool succeeded, bytes memory result) = address(handler).call(
                abi.encodeWithSelector(selector, random.next())
            );
            assertTrue(succeeded, string(result));
        }

        bytes32[44] memory done = [
            bytes32("stake"),
            "stakeFor",
            "increaseAmount",
            "increaseAmountFor",
            "increaseWhileUnlocking",
            "relock",
            "update",
            "relockWhileUnlocking",
            "initiateUnlock",
            "withdraw",
            "setOperator",
            "fund",
            "fundRange",
            "donate",
            "fundStrayTokens",
            "releaseStrayTokens",
            "closeWeeks",
            "claim",
            "claimByOther",
            "claimToRecipient",
            "claimThrough",
            "claimMany",
            "claimAndRestake",
            "setRecipient",
            "pause",
            "unpause",
            "pass",
            "passToWeekStart",
            "migrate",
            "migrateLocked",
            "migrateUnlocked",
            "delegateBack",
            "delegateUnlocking",
            "delegateUnlocked",
            "holdForSlash",
            "holdNothing",
            "holdAll",
            "releaseHeld",
            "slash",
            "slashUnlocking",
            "slashUnlocked",
            "slashDelegated",
            "slashAll",
            "withdrawRest"
        ];
        for (uint256 i = 0; i < done.length; ++i) assertGt(handler.successes(done[i]), 0, _name(done[i]));
        bytes32[20] memory refused = [
            bytes32("stake"),
            "stakeFor",
            "increaseAmount",
            "increaseAmountFor",
            "relock",
            "update",
            "initiateUnlock",
            "withdraw",
            "setOperator",
            "fund",
            "fundRange",
            "fundStrayTokens",
            "claimAndRestake",
            "setRecipient",
            "pause",
            "migrate",
            "holdForSlash",
            "releaseHeld",
            "slash",
            "trespass"
        ];
        for (uint256 i = 0; i < refused.length; ++i) assertGt(handler.refusals(refused[i]), 0, _name(refused[i]));
        bytes4[] memory errors = _errors();
        for (uint256 i = 0; i < errors.length; ++i) {
            assertGt(handler.refusals(bytes32(errors[i])), 0, vm.toString(errors[i]));
        }
        assertGt(model.paidWeekCount(), 100);
        _assertSettled();
    }

    function _assertTotalIsSumAt(uint256 timestamp) private view {
        (uint256[] memory weights, uint256 exact, uint256 count) = model.weightsAt(timestamp);
        uint256 sum = 0;
        for (uint256 i = 0; i < ACTORS; ++i) {
            assertEq(stakeWeight.weightAt(actors[i], timestamp), weights[i]);
            sum += weights[i];
        }
        uint256 total = stakeWeight.totalWeightAt(timestamp);
        assertLe(sum, total);
        if (count == 0) assertEq(total, 0);
        else assertLt(total - sum, count);
        assertEq(total, exact);
    }

    /// @dev Everybody who may have been given votes, and what all weigh.
    function _assertVotesAt(uint256 timestamp) private view {
        uint256[] memory exact = model.votesAt(voters, timestamp);
        uint256 sum = 0;
        for (uint256 i = 0; i < voters.length; ++i) {
            uint256 votes =
                timestamp == block.timestamp
                    ? stakeWeight.getVotes(voters[i])
                    : stakeWeight.getPastVotes(voters[i], timestamp);
            assertEq(votes, exact[i]);
            sum += votes;
        }
        uint256 total = stakeWeight.totalWeightAt(timestamp);
        if (timestamp != block.timestamp) assertEq(stakeWeight.getPastTotalSupply(timestamp), total);
        assertLe(sum, total);
        // Each voter's own weight and what it was given are rounded down.
        assertLe(total - sum, 2 * voters.length);
    }

    /// @dev The youngest paid weeks and one of the older ones.
    function _assertPeriodsShared() private view {
        uint256 count = model.paidWeekCount();
        if (count == 0) return;
        Random memory random = Random(handler.callCount());
        _assertPeriodShared(model.paidWeeks(count - 1));
        _assertPeriodShared(model.paidWeeks(random.between(0, count - 1)));
    }

    function _assertPeriodShared(uint256 week) private view {
        uint256 reward = model.rewards(week);
        uint256[] memory exactRewards = model.exactRewardsIn(week);
        uint256 sum = 0;
        uint256 earners = 0;
        for (uint256 i = 0; i < ACTORS; ++i) {
            uint256 share = distributor.rewardOf(actors[i], week * 1 weeks);
            uint256 exact = exactRewards[i];
            assertLe(share << 128, exact);
            assertLt(exact, (share << 128) + (1 << 128) + SUM_LOSS);
            sum += share;
            if (exact != 0) ++earners;
        }
        assertLe(sum, reward);
        assertLe(reward - sum, earners);
        uint256 openWeek = handler.openWeek();
        uint256 expected = reward;
        // Weeks hand on when they are closed, so only the first open one has been handed anything.
        if (week >= openWeek) expected = model.funding(week) + (week == openWeek ? model.handedOn(week) : 0);
        assertEq(distributor.rewardForPeriod(week * 1 weeks), expected);
    }

    function _assertStillSeen(Handler.Snapshot memory observation) private view {
        assertEq(stakeWeight.totalWeightAt(observation.timestamp), observation.totalWeight);
        for (uint256 i = 0; i < ACTORS; ++i) {
            assertEq(stakeWeight.weightAt(actors[i], observation.timestamp), observation.weights[i]);
        }
    }

    function _assertMembers(bytes32 role, address member) private view {
        assertEq(stakeWeight.getRoleMemberCount(role), 1);
        assertEq(stakeWeight.getRoleMember(role, 0), member);
        assertEq(distributor.getRoleMemberCount(role), 1);
        assertEq(distributor.getRoleMember(role, 0), member);
    }

    function _assertSettled() private {
        Handler.Snapshot[] memory observations = handler.observations();
        for (uint256 i = 0; i < observations.length; ++i) _assertStillSeen(observations[i]);
        handler.windDown();

        assertEq(stakeWeight.totalStaked(), 0);
        assertEq(stakeWeight.totalWeight(), 0);
        assertEq(token.balanceOf(address(stakeWeight)), handler.strayInStakeWeight());
        uint256 open = model.rolledOver();
        uint256 running = block.timestamp / 1 weeks;
        for (uint256 week = running; week <= running + 104; ++week) open += model.funding(week);
        uint256 roundings = 0;
        for (uint256 i = 0; i < ACTORS; ++i) {
            assertEq(distributor.claimable(actors[i]), 0);
            roundings += handler.roundings(actors[i]);
        }
        uint256 kept = token.balanceOf(address(distributor)) - handler.strayInDistributor() - open;
        assertLe(kept, roundings, "dust");
    }

    function _name(bytes32 action) private pure returns (string memory) {
        return string(abi.encodePacked(action));
    }

    function _selectors() private pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](30);
        selectors[0] = Handler.stake.selector;
        selectors[1] = Handler.stakeFor.selector;
        selectors[2] = Handler.increaseAmount.selector;
        selectors[3] = Handler.increaseAmountFor.selector;
        selectors[4] = Handler.relock.selector;
        selectors[5] = Handler.update.selector;
        selectors[6] = Handler.initiateUnlock.selector;
        selectors[7] = Handler.withdraw.selector;
        selectors[8] = Handler.setOperator.selector;
        selectors[9] = Handler.fund.selector;
        selectors[10] = Handler.fundRange.selector;
        selectors[11] = Handler.donate.selector;
        selectors[12] = Handler.fundStrayTokens.selector;
        selectors[13] = Handler.closeWeeks.selector;
        selectors[14] = Handler.claim.selector;
        selectors[15] = Handler.claimMany.selector;
        selectors[16] = Handler.claimAndRestake.selector;
        selectors[17] = Handler.setRecipient.selector;
        selectors[18] = Handler.togglePause.selector;
        selectors[19] = Handler.trespass.selector;
        selectors[20] = Handler.passHours.selector;
        selectors[21] = Handler.passWeeks.selector;
        selectors[22] = Handler.passToBoundary.selector;
        selectors[23] = Handler.passYears.selector;
        selectors[24] = Handler.claimThrough.selector;
        selectors[25] = Handler.migrate.selector;
        selectors[26] = Handler.delegate.selector;
        selectors[27] = Handler.holdForSlash.selector;
        selectors[28] = Handler.releaseHeld.selector;
        selectors[29] = Handler.slash.selector;
    }

    /// @dev Every error that the rules name for a call that anybody may try.
    function _errors() private pure returns (bytes4[] memory errors) {
        errors = new bytes4[](23);
        errors[0] = bytes4(keccak256("EnforcedPause()"));
        errors[1] = bytes4(keccak256("ExpectedPause()"));
        errors[2] = IStakeWeight.ZeroAmount.selector;
        errors[3] = IStakeWeight.ZeroAddress.selector;
        errors[4] = IStakeWeight.InvalidPreset.selector;
        errors[5] = IStakeWeight.PresetTooShort.selector;
        errors[6] = IStakeWeight.StakeLimitExceeded.selector;
        errors[7] = IStakeWeight.PositionExists.selector;
        errors[8] = IStakeWeight.NoActivePosition.selector;
        errors[9] = IStakeWeight.NotLocked.selector;
        errors[10] = IStakeWeight.NotUnlocked.selector;
        errors[11] = IStakeWeight.PositionUnchanged.selector;
        errors[12] = IStakeWeight.NotOperator.selector;
        errors[13] = IStakeWeight.NoStrayTokens.selector;
        errors[14] = bytes4(keccak256("NoWeeks()"));
        errors[15] = bytes4(keccak256("PeriodFinished(uint256,uint256)"));
        errors[16] = bytes4(keccak256("PeriodTooFarAhead(uint256,uint256)"));
        errors[18] = bytes4(keccak256("NotWeekStart(uint256)"));
        errors[19] = IStakeWeight.UnlockEndTooLate.selector;
        errors[17] = bytes4(keccak256("FundingLimitExceeded(uint256,uint256)"));
        errors[20] = IStakeWeight.SlashTooLarge.selector;
        errors[21] = IStakeWeight.ExceedsHeld.selector;
        errors[22] = IStakeWeight.AllHeld.selector;
    }
}
