// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { PropertyTest } from "../../support/PropertyTest.sol";
import { packStake, Stake } from "../../../contracts/staking/libraries/Stake.sol";
import { WeightLedger } from "../../../contracts/staking/libraries/WeightLedger.sol";
import { Random } from "../../support/Random.sol";

/// @notice The ledger against the plain sum over all positions, each with its full history.
contract WeightLedgerTest is PropertyTest {
    uint256 private constant FIRST_WEEK = 2870;
    uint256 private constant POSITIONS = 6;

    WeightLedger private ledger;
    /// @dev `changedAt` tells from when on each state stood.
    Stake[][POSITIONS] private histories;

    /// forge-config: default.fuzz.runs = 96
    /// forge-config: deep.fuzz.runs = 20000
    function testFuzz_EqualsTheSumOfThePositions(uint256 seed) public {
        Random memory random = Random(seed);
        vm.warp(FIRST_WEEK * 1 weeks + random.between(0, 1 weeks));
        for (uint256 step = 0; step < 30; ++step) {
            _pass(random);
            _change(random, random.between(0, POSITIONS - 1));
            _assertEqualToSum(block.timestamp);
            _assertEqualToSum(random.between(FIRST_WEEK * 1 weeks - 2, block.timestamp));
            _assertEqualToSum(block.timestamp + random.between(1, 110 weeks));
        }
        // A past that was read while it was young reads the same from decades later.
        uint256 last = block.timestamp;
        vm.warp(last + 4000 weeks);
        for (uint256 i = 0; i < 20; ++i) _assertEqualToSum(random.between(FIRST_WEEK * 1 weeks, last + 105 weeks));
        _assertEqualToSum(type(uint256).max);
        _assertTokenWeeks(FIRST_WEEK - 2, 260);
    }

    function testFuzz_BoundarySecondsBelongToTheWeekBefore(uint96 amount, uint256 seed) public {
        vm.assume(amount != 0);
        Random memory random = Random(seed);
        vm.warp(FIRST_WEEK * 1 weeks + random.between(0, 2) - 1);
        _set(0, _stake(amount, 4, 0));
        bool stoodBefore = block.timestamp < FIRST_WEEK * 1 weeks;
        uint256[] memory tokenWeeks = ledger.tokenWeeksBefore(FIRST_WEEK, 2);
        assertEq(tokenWeeks[0], stoodBefore ? uint256(amount) * 4 : 0);
        assertEq(tokenWeeks[1], uint256(amount) * 4);
    }

    function test_ChangesInOneSecondShareOneCheckpoint() public {
        vm.warp(FIRST_WEEK * 1 weeks);
        _set(0, _stake(5, 4, 0));
        _set(1, _stake(7, 8, 0));
        _set(0, _stake(5, 4, FIRST_WEEK + 4));
        assertEq(ledger.head.length(), 1);
        skip(1);
        _set(0, _stake(5, 4, 0));
        assertEq(ledger.head.length(), 2);
    }

    function test_WithdrawingWritesNoCheckpoint() public {
        vm.warp(FIRST_WEEK * 1 weeks);
        _set(0, _stake(5, 4, FIRST_WEEK + 4));
        skip(4 weeks);
        _set(0, _stake(0, 0, 0));
        assertEq(ledger.head.length(), 1);
        assertEq(ledger.head.staked(), 0);
    }

    function test_HoldsTheLargestSumInEveryField() public {
        // The last week that fits 16 bits, with every token in one position.
        vm.warp((uint256(type(uint16).max) - 104) * 1 weeks);
        uint96 amount = type(uint96).max;
        _set(0, _stake(amount, 104, type(uint16).max));
        assertEq(ledger.lineAt(block.timestamp).intercept, uint256(amount) * type(uint16).max);
        assertEq(ledger.lineAt(block.timestamp).slope, amount);
        _assertEqualToSum(block.timestamp);
        _assertEqualToSum(uint256(type(uint16).max) * 1 weeks);
        _assertEqualToSum(uint256(type(uint16).max) * 1 weeks - 1);
    }

    function test_EmptyLedgerWeighsNothing() public {
        vm.warp(FIRST_WEEK * 1 weeks);
        _assertEqualToSum(0);
        _assertEqualToSum(block.timestamp);
        _assertEqualToSum(type(uint256).max);
        assertEq(ledger.tokenWeeksBefore(0, 3), new uint256[](3));
        assertEq(ledger.tokenWeeksBefore(5, 0).length, 0);
    }

    function _pass(Random memory random) private {
        uint256 kind = random.between(0, 7);
        if (kind <= 2) return;
        if (kind == 3) skip(random.between(1, 1 days));
        if (kind == 4) skip(random.between(1, 8 weeks));
        // Around the start of a coming week: one second before, on it, one after.
        if (kind == 5 || kind == 6) {
            uint256 start = (block.timestamp / 1 weeks + random.between(1, 5)) * 1 weeks;
            vm.warp(Math.max(start + random.between(0, 2) - 1, block.timestamp));
        }
        if (kind == 7) skip(random.between(1, 120 weeks));
    }

    /// @dev Any state that StakeWeight can bring about, and longer ends up to 105 weeks.
    function _change(Random memory random, uint256 index) private {
        uint256 room = type(uint96).max - (ledger.head.staked() - _present(index).amount());
        if (random.between(0, 4) == 0 || room == 0) {
            _set(index, _stake(0, 0, 0));
            return;
        }
        uint256 amount = random.amount(room);
        uint256 presetWeeks = random.preset();
        bool unlocks = random.between(0, 1) == 0;
        uint256 endWeek = unlocks ? block.timestamp / 1 weeks + random.between(1, 105) : 0;
        _set(index, _stake(amount, presetWeeks, endWeek));
    }

    function _set(uint256 index, Stake afterwards) private {
        ledger.replace(_present(index), afterwards);
        histories[index].push(afterwards);
    }

    function _stake(uint256 amount, uint256 presetWeeks, uint256 endWeek) private view returns (Stake) {
        return packStake(amount, presetWeeks, endWeek, block.timestamp, 0);
    }

    function _present(uint256 index) private view returns (Stake present) {
        uint256 length = histories[index].length;
        if (length != 0) present = histories[index][length - 1];
    }

    function _assertEqualToSum(uint256 timestamp) private view {
        uint256 numerator = 0;
        uint256 staked = 0;
        for (uint256 i = 0; i < POSITIONS; ++i) {
            numerator += _numeratorAt(i, timestamp);
            staked += _present(i).amount();
        }
        assertEq(ledger.lineAt(timestamp).weightAt(timestamp), numerator / 209 weeks);
        assertEq(ledger.head.staked(), staked);
    }

    function _assertTokenWeeks(uint256 firstWeek, uint256 count) private view {
        uint256[] memory tokenWeeks = ledger.tokenWeeksBefore(firstWeek, count);
        for (uint256 i = 0; i < count; ++i) {
            uint256 weekStart = (firstWeek + i) * 1 weeks;
            uint256 numerator = 0;
            for (uint256 j = 0; j < POSITIONS; ++j) numerator += _numeratorAt(j, weekStart - 1, weekStart);
            assertEq(tokenWeeks[i] * 1 weeks, numerator);
            assertEq(ledger.tokenWeeksBefore(firstWeek + i, 1)[0], tokenWeeks[i]);
        }
    }

    function _numeratorAt(uint256 index, uint256 timestamp) private view returns (uint256) {
        return _numeratorAt(index, timestamp, timestamp);
    }

    /// @dev In wei · seconds, at `timestamp`, of the state that stood at the end of second `asOf`.
    function _numeratorAt(uint256 index, uint256 asOf, uint256 timestamp) private view returns (uint256) {
        for (uint256 i = histories[index].length; i != 0; --i) {
            Stake state = histories[index][i - 1];
            if (state.changedAt() > asOf) continue;
            if (state.endWeek() == 0) return state.amount() * state.presetWeeks() * 1 weeks;
            uint256 end = state.endWeek() * 1 weeks;
            return timestamp < end ? state.amount() * (end - timestamp) : 0;
        }
        return 0;
    }
}
