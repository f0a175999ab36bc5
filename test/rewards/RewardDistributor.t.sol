// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { NotWeekStart } from "../../contracts/libraries/Week.sol";
import { IRewardDistributor } from "../../contracts/rewards/interfaces/IRewardDistributor.sol";
import { IStakeWeight } from "../../contracts/staking/interfaces/IStakeWeight.sol";
import { Deployed } from "../support/Deployed.sol";
import { Random } from "../support/Random.sol";

contract RewardDistributorTest is Deployed {
    uint256 private constant MAX = type(uint96).max;
    uint256 private constant FIRST_WEEK = 2871;

    uint256[7] private presets = [4, 8, 12, 26, 52, 78, 104];

    function testFuzz_SharesByWeightToTheWei(uint96 first, uint96 second, uint96 reward, uint256 choices) public {
        (uint256 a, uint256 b) = _bothFit(first, second);
        uint256 shareA = a * presets[choices % 7];
        uint256 shareB = b * presets[(choices >> 8) % 7];
        address one = _staker("one", a, presets[choices % 7]);
        address two = _staker("two", b, presets[(choices >> 8) % 7]);
        vm.assume(reward != 0);
        _fund(FIRST_WEEK, reward);
        _goTo(FIRST_WEEK + 1);

        _assertShare(distributor.claimable(one), reward, shareA, shareA + shareB);
        _assertShare(distributor.claimable(two), reward, shareB, shareA + shareB);
        assertLe(distributor.claimable(one) + distributor.claimable(two), reward);
        assertEq(distributor.claim(one), distributor.rewardOf(one, FIRST_WEEK * 1 weeks));
        assertEq(distributor.rewardForPeriod(FIRST_WEEK * 1 weeks), reward);
    }

    /// @dev Each week on its own, a Locked position beside an Unlocking one, to the end of the decay and beyond.
    function testFuzz_SharesDecayWithTheUnlockingPosition(
        uint96 first,
        uint96 second,
        uint96 reward,
        uint256 choice
    ) public {
        (uint256 a, uint256 b) = _bothFit(first, second);
        uint256 preset = presets[choice % 4];
        address locked = _staker("locked", a, 4);
        address unlocking = _staker("unlocking", b, preset);
        vm.prank(unlocking);
        stakeWeight.initiateUnlock();
        uint256 endWeek = stakeWeight.positionOf(unlocking).unlockEnd / 1 weeks;
        reward = uint96(bound(reward, 1, MAX / 30));
        for (uint256 week = FIRST_WEEK; week <= endWeek + 1; ++week) _fund(week, reward);
        _goTo(endWeek + 2);

        for (uint256 week = FIRST_WEEK; week <= endWeek + 1; ++week) {
            uint256 decaying = week < endWeek ? b * (endWeek - week) : 0;
            uint256 all = a * 4 + decaying;
            _assertShare(distributor.rewardOf(locked, week * 1 weeks), reward, a * 4, all);
            _assertShare(distributor.rewardOf(unlocking, week * 1 weeks), reward, decaying, all);
        }
        // One week of remaining lock time still counts; none does not.
        assertEq(distributor.rewardOf(unlocking, endWeek * 1 weeks), 0);
    }

    /// @dev Invariant 5: one patient claim, and one a week in any order, differ by rounding alone.
    function testFuzz_TimingOfClaimsChangesNothingButRounding(uint256 seed) public {
        Random memory random = Random(seed);
        address patient = _staker("patient", random.amount(MAX / 4), random.preset());
        address eager = _staker("eager", random.amount(MAX / 4), random.preset());
        if (random.between(0, 1) == 0) {
            vm.prank(eager);
            stakeWeight.initiateUnlock();
        }
        uint256 weeksCount = 30;
        for (uint256 i = 0; i < weeksCount; ++i) _fund(FIRST_WEEK + i, random.amount(MAX / weeksCount));
        uint256 state = vm.snapshotState();

        _goTo(FIRST_WEEK + weeksCount);
        uint256 patientAtOnce = distributor.claim(patient);
        uint256 eagerAtOnce = distributor.claim(eager);
        vm.revertToState(state);

        uint256 claims = 0;
        uint256 paid = 0;
        for (uint256 i = 1; i <= weeksCount; ++i) {
            vm.warp((FIRST_WEEK + i) * 1 weeks + random.between(0, 2) * 1 days);
            if (random.between(0, 1) == 0) distributor.closeWeeks(random.between(0, 2));
            if (i != weeksCount && random.between(0, 2) == 0) continue;
            paid += distributor.claim(eager);
            ++claims;
        }
        assertEq(distributor.claim(patient), patientAtOnce);
        assertLe(paid, eagerAtOnce);
        assertLe(eagerAtOnce - paid, claims);
    }

    function testFuzz_ClosingInPartsChangesNothing(uint256 seed) public {
        Random memory random = Random(seed);
        address account = _staker("account", random.amount(MAX), random.preset());
        for (uint256 i = 0; i < 12; ++i) {
            if (random.between(0, 1) == 0) _fund(FIRST_WEEK - 1 + i, random.amount(MAX / 12));
        }
        _goTo(FIRST_WEEK + 12);
        uint256 due = distributor.claimable(account);
        uint256 open = 13;
        while (open != 0) {
            uint256 max = random.between(1, 5);
            uint256 closed = distributor.closeWeeks(max);
            assertEq(closed, Math.min(max, open));
            open -= closed;
            assertEq(distributor.firstOpenWeekStart(), (FIRST_WEEK + 12 - open) * 1 weeks);
            assertEq(distributor.claimable(account), due);
        }
        assertEq(distributor.closeWeeks(1), 0);
        assertEq(distributor.claim(account), due);
    }

    function testFuzz_WhoActsInTheBoundarySecondCountsFromTheNextWeek(uint96 amount, uint256 offset) public {
        vm.assume(amount > 1);
        address early = _staker("early", 1, 4);
        vm.warp(FIRST_WEEK * 1 weeks - 1 + (offset = bound(offset, 0, 2)));
        address late = _staker("late", amount - 1, 104);
        _fund(FIRST_WEEK, 1e18);
        _goTo(FIRST_WEEK + 1);
        uint256 lateShare = offset == 0 ? (uint256(amount) - 1) * 104 : 0;
        _assertShare(distributor.claimable(late), 1e18, lateShare, lateShare + 4);
        _assertShare(distributor.claimable(early), 1e18, 4, lateShare + 4);
    }

    function testFuzz_UnlockingInTheBoundarySecondStillEarnsTheWholeWeek(uint96 amount) public {
        vm.assume(amount != 0);
        address leaver = _staker("leaver", amount, 4);
        _fund(FIRST_WEEK, 1e18);
        vm.warp(FIRST_WEEK * 1 weeks);
        vm.prank(leaver);
        stakeWeight.initiateUnlock();
        _goTo(FIRST_WEEK + 1);
        assertGe(distributor.claimable(leaver), 1e18 - 1);
    }

    /// @dev The least weight that is not none, beside the largest reward: one wei with one week of lock time left.
    function test_LargestRewardOverTheLeastWeight() public {
        vm.warp((FIRST_WEEK - 1) * 1 weeks);
        address account = _staker("account", 1, 4);
        vm.prank(account);
        stakeWeight.initiateUnlock();
        uint256 last = FIRST_WEEK + 2;
        _fund(last, MAX);
        _goTo(last + 1);
        assertEq(stakeWeight.totalTokenWeeksForPeriods(last * 1 weeks, 1)[0], 1);
        assertEq(distributor.claimable(account), MAX);
        assertEq(distributor.claim(account), MAX);
        assertEq(distributor.rewardForPeriod(last * 1 weeks), MAX);
    }

    /// @dev F0 grows by 2^222 and F1 by week · 2^222 each week, for ten years.
    function test_SumsHoldTheLargestRewardOverFourTokenWeeksForYears() public {
        address account = _staker("account", 1, 4);
        address funder = makeAddr("funder");
        _equip(funder, MAX);
        vm.prank(account);
        distributor.setRecipient(funder);
        for (uint256 week = FIRST_WEEK; week < FIRST_WEEK + 520; ++week) {
            vm.warp(week * 1 weeks + 1);
            uint256 amount = token.balanceOf(funder);
            vm.prank(funder);
            distributor.fund(week * 1 weeks, amount);
            vm.warp((week + 1) * 1 weeks);
            assertEq(distributor.claim(account), amount);
            assertEq(distributor.rewardForPeriod(week * 1 weeks), amount);
        }
        // An unlocking position takes its share of sums that are as large as they get.
        vm.prank(account);
        stakeWeight.initiateUnlock();
        uint256 next = FIRST_WEEK + 521;
        vm.prank(funder);
        distributor.fund(next * 1 weeks, MAX);
        _goTo(next + 1);
        assertEq(distributor.claim(account), MAX);
    }

    /// @dev Each week's quotient loses part of a wei of the whole supply's share; forty years of them stay below one.
    function test_SumsLoseLessThanAWeiOverDecades() public {
        address whale = _staker("whale", MAX, 104);
        _equip(address(this), MAX / 2);
        for (uint256 i = 0; i < 21; ++i) {
            _goTo(FIRST_WEEK + i * 100);
            // Different amounts, for quotients with different remainders.
            distributor.fundRange((FIRST_WEEK + i * 100) * 1 weeks, 100, 7 ether + i * i);
        }
        _goTo(FIRST_WEEK + 2100);
        assertApproxEqAbs(distributor.claim(whale), distributor.totalFunded(), 1);
    }

    /// @dev The fields are bounded up to the last week that fits 16 bits.
    function test_WorksInTheLastWeekOfThe16BitCalendar() public {
        uint256 last = type(uint16).max;
        vm.warp((last - 106) * 1 weeks);
        // One closing for twelve centuries would be a large call; in parts it is none.
        while (distributor.closeWeeks(4000) != 0) {}
        address account = _staker("account", MAX, 104);
        vm.prank(account);
        stakeWeight.initiateUnlock();
        assertEq(stakeWeight.positionOf(account).unlockEnd, (last - 2) * 1 weeks);
        _fund(last - 3, MAX);
        vm.warp((last - 2) * 1 weeks);
        // Σ weeks · quotient is rounded by nothing here: MAX tokens with one week left share MAX.
        assertEq(distributor.claim(account), MAX);
        vm.prank(account);
        assertEq(stakeWeight.withdraw(), MAX);
    }

    function testFuzz_WholeSupplyInOnePositionEarnsTheRewardBarOneWei(uint96 reward, uint256 choice) public {
        vm.assume(reward != 0);
        address whale = _staker("whale", MAX, presets[choice % 7]);
        _fund(FIRST_WEEK, reward);
        _goTo(FIRST_WEEK + 1);
        uint256 amount = distributor.claim(whale);
        assertLe(amount, reward);
        assertLe(reward - amount, 1);
        assertEq(distributor.rewardForPeriod(FIRST_WEEK * 1 weeks), reward);
    }

    function testFuzz_RewardForPeriodRecoversTheExactReward(uint256 seed) public {
        Random memory random = Random(seed);
        _staker("one", random.amount(MAX / 2), random.preset());
        address two = _staker("two", random.amount(MAX / 2), random.preset());
        vm.prank(two);
        stakeWeight.initiateUnlock();
        uint256[] memory rewards = new uint256[](15);
        for (uint256 i = 0; i < rewards.length; ++i) {
            if (random.between(0, 3) == 0) continue;
            rewards[i] = random.amount(MAX / rewards.length);
            _fund(FIRST_WEEK + i, rewards[i]);
            assertEq(distributor.rewardForPeriod((FIRST_WEEK + i) * 1 weeks), rewards[i]);
        }
        _goTo(FIRST_WEEK + rewards.length);
        distributor.closeWeeks(type(uint256).max);
        for (uint256 i = 0; i < rewards.length; ++i) {
            assertEq(distributor.rewardForPeriod((FIRST_WEEK + i) * 1 weeks), rewards[i]);
        }
        assertEq(distributor.rewardForPeriod((FIRST_WEEK - 1) * 1 weeks), 0);
        assertEq(distributor.rewardForPeriod(0), 0);
    }

    function testFuzz_WeeksWithoutWeightHandTheirRewardOn(uint96 reward, uint256 idleWeeks, uint96 later) public {
        reward = uint96(bound(reward, 1, MAX / 2));
        later = uint96(bound(later, 0, MAX / 2));
        idleWeeks = bound(idleWeeks, 1, 60);
        _fund(FIRST_WEEK, reward);
        if (later != 0) _fund(FIRST_WEEK + idleWeeks, later);
        _goTo(FIRST_WEEK + idleWeeks - 1);
        address account = _staker("account", 1 ether, 52);
        _goTo(FIRST_WEEK + idleWeeks + 1);
        assertGe(distributor.claim(account) + 1, uint256(reward) + later);
        assertEq(distributor.rewardForPeriod((FIRST_WEEK + idleWeeks) * 1 weeks), uint256(reward) + later);
        assertEq(distributor.rewardForPeriod((FIRST_WEEK) * 1 weeks), 0);
    }

    function testFuzz_FundingHoldsAtMost96Bits(uint96 first, uint256 extra, uint256 weekCount) public {
        weekCount = bound(weekCount, 1, 105);
        first = uint96(bound(first, 1, MAX));
        _fund(FIRST_WEEK, first);
        uint256 room = MAX - first;
        extra = bound(extra, room / weekCount + 1, type(uint256).max / 105);
        vm.expectRevert(
            abi.encodeWithSelector(IRewardDistributor.FundingLimitExceeded.selector, extra * weekCount, room)
        );
        distributor.fundRange((FIRST_WEEK - 1) * 1 weeks, weekCount, extra);
        if (room != 0) _fund(FIRST_WEEK + 1, room);
        assertEq(distributor.totalFunded(), MAX);
    }

    function testFuzz_FundingIsForTheRunningWeekUpTo104Ahead(uint256 week) public {
        week = bound(week, 0, type(uint256).max / 1 weeks);
        uint256 running = FIRST_WEEK - 1;
        if (week < running) {
            vm.expectRevert(
                abi.encodeWithSelector(IRewardDistributor.PeriodFinished.selector, week * 1 weeks, running * 1 weeks)
            );
            distributor.fund(week * 1 weeks, 1);
        } else if (week > running + 104) {
            vm.expectRevert(
                abi.encodeWithSelector(
                    IRewardDistributor.PeriodTooFarAhead.selector,
                    week * 1 weeks,
                    (running + 104) * 1 weeks
                )
            );
            distributor.fund(week * 1 weeks, 1);
        }
        week = bound(week, running, running + 104);
        _fund(week, 1);
        assertEq(distributor.rewardForPeriod(week * 1 weeks), 1);
    }

    function testFuzz_FundRangeFundsEachWeekAlike(uint256 weekCount, uint256 ahead, uint256 amount) public {
        ahead = bound(ahead, 0, 104);
        weekCount = bound(weekCount, 1, 105 - ahead);
        amount = bound(amount, 1, MAX / weekCount);
        uint256 first = FIRST_WEEK - 1 + ahead;
        _equip(address(this), amount * weekCount);
        distributor.fundRange(first * 1 weeks, weekCount, amount);
        for (uint256 i = 0; i < weekCount; ++i) {
            assertEq(distributor.rewardForPeriod((first + i) * 1 weeks), amount);
        }
        assertEq(distributor.rewardForPeriod((first - 1) * 1 weeks), 0);
        assertEq(distributor.rewardForPeriod((first + weekCount) * 1 weeks), 0);
        assertEq(token.balanceOf(address(distributor)), amount * weekCount);
    }

    function testFuzz_PeriodsHaveToStartAtAWeekStart(uint256 timestamp) public {
        vm.assume(timestamp % 1 weeks != 0);
        bytes memory refusal = abi.encodeWithSelector(NotWeekStart.selector, timestamp);
        vm.expectRevert(refusal);
        distributor.fund(timestamp, 1);
        vm.expectRevert(refusal);
        distributor.rewardOf(address(this), timestamp);
        vm.expectRevert(refusal);
        distributor.rewardForPeriod(timestamp);
    }

    function testFuzz_RewardOfRefusesUnfinishedWeeks(uint256 ahead, uint256 time) public {
        vm.warp(START + bound(time, 0, 10 weeks));
        uint256 weekStart = (block.timestamp / 1 weeks + bound(ahead, 0, 1000)) * 1 weeks;
        vm.expectRevert(
            abi.encodeWithSelector(IRewardDistributor.PeriodNotFinished.selector, weekStart, weekStart + 1 weeks)
        );
        distributor.rewardOf(address(this), weekStart);
    }

    function testFuzz_StrayTokensBecomeRewardOfTheRunningWeek(uint96 here, uint96 there, uint96 staked) public {
        vm.assume(staked != 0 && here < MAX / 2 && there < MAX / 2);
        vm.assume(here != 0 || there != 0);
        _staker("staker", staked, 4);
        vm.startPrank(DEPLOYER);
        token.transfer(address(distributor), here);
        token.transfer(address(stakeWeight), there);
        vm.stopPrank();
        assertEq(distributor.fundStrayTokens(), uint256(here) + there);
        assertEq(distributor.rewardForPeriod((FIRST_WEEK - 1) * 1 weeks), uint256(here) + there);
        assertEq(token.balanceOf(address(stakeWeight)), staked);
        vm.expectRevert(IRewardDistributor.NoStrayTokens.selector);
        distributor.fundStrayTokens();
    }

    function testFuzz_StrayTokensObeyTheFundingLimit(uint96 funded, uint96 stray) public {
        funded = uint96(bound(funded, 1, MAX));
        uint256 room = MAX - funded;
        stray = uint96(bound(stray, room + 1 > MAX ? MAX : room + 1, MAX));
        _fund(FIRST_WEEK, funded);
        vm.prank(DEPLOYER);
        token.transfer(address(distributor), stray);
        vm.expectRevert(abi.encodeWithSelector(IRewardDistributor.FundingLimitExceeded.selector, stray, room));
        distributor.fundStrayTokens();
    }

    function testFuzz_RestakingAddsExactlyTheRewardToTheOwnPosition(
        uint96 amount,
        uint96 reward,
        bool unlocking
    ) public {
        amount = uint96(bound(amount, 1, MAX / 2));
        reward = uint96(bound(reward, 2, MAX / 2));
        address account = _staker("account", amount, 52);
        // A recipient set for payments does not get what is restaked.
        vm.prank(account);
        distributor.setRecipient(makeAddr("recipient"));
        _fund(FIRST_WEEK, reward);
        _goTo(FIRST_WEEK + 1);
        if (unlocking) {
            vm.prank(account);
            stakeWeight.initiateUnlock();
        }
        uint256 due = distributor.claimable(account);
        IStakeWeight.Position memory position = stakeWeight.positionOf(account);
        vm.prank(account);
        assertEq(distributor.claimAndRestake(), due);
        assertEq(stakeWeight.positionOf(account).amount, position.amount + due);
        assertEq(stakeWeight.positionOf(account).unlockEnd, position.unlockEnd);
        assertEq(token.balanceOf(address(stakeWeight)), position.amount + due);
        assertEq(token.balanceOf(makeAddr("recipient")), 0);
        assertEq(distributor.claimable(account), 0);
    }

    /// @dev The work of a claim follows the owner's changes, not the weeks: five hundred cost what one does.
    function test_ClaimCostsTheSameForOneWeekAndForFiveHundred() public {
        address one = _staker("one", 1 ether, 52);
        address many = _staker("many", 1 ether, 52);
        for (uint256 i = 0; i < 500; ++i) {
            vm.warp((FIRST_WEEK + i) * 1 weeks);
            _fund(FIRST_WEEK + i, 1 ether);
            // Both have claimed before, so that neither pays for fresh slots.
            if (i == 1) distributor.claim(many);
            if (i != 0) distributor.claim(one);
        }
        _goTo(FIRST_WEEK + 500);
        distributor.closeWeeks(type(uint256).max);
        vm.cool(address(distributor));
        vm.cool(address(stakeWeight));
        uint256 before = gasleft();
        distributor.claim(one);
        uint256 gasOfOne = before - gasleft();
        vm.cool(address(distributor));
        vm.cool(address(stakeWeight));
        before = gasleft();
        distributor.claim(many);
        uint256 gasOfMany = before - gasleft();
        assertApproxEqAbs(gasOfMany, gasOfOne, 500);
    }

    function _goTo(uint256 week) private {
        vm.warp(week * 1 weeks);
    }

    function _bothFit(uint256 first, uint256 second) private pure returns (uint256, uint256) {
        return (bound(first, 1, MAX / 2), bound(second, 1, MAX / 2));
    }

    /// @dev `share / all` of `reward`, rounded down; where that is exact, the sums' own rounding may take the last wei.
    function _assertShare(uint256 paid, uint256 reward, uint256 share, uint256 all) private pure {
        assertLe(paid * all, reward * share, "too much");
        // Short by less than 1 + 2^-9 wei.
        assertLt(reward * share * 512, (paid * 512 + 513) * all, "too little");
    }
}
