// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { PropertyTest } from "../support/PropertyTest.sol";
import { NotWeekStart, Week } from "../../contracts/libraries/Week.sol";

contract WeekTest is PropertyTest {
    function test_WeekStartsOnThursdayMidnight() public pure {
        // 2025-01-02T00:00:00Z was a Thursday.
        assertEq(Week.startingAt(1_735_776_000), 2870);
        assertEq(Week.at(1_735_776_000 - 1), 2869);
    }

    function testFuzz_AtIsTheWeekThatContainsTheTime(uint256 timestamp) public pure {
        // Above this the start of the next week exceeds 256 bits.
        timestamp = bound(timestamp, 0, type(uint256).max - 1 weeks);
        uint256 week = Week.at(timestamp);
        assertLe(Week.start(week), timestamp);
        assertLt(timestamp, Week.start(week + 1));
    }

    function testFuzz_StartAndStartingAtAreInverse(uint256 week) public pure {
        week = bound(week, 0, type(uint256).max / 1 weeks);
        assertEq(Week.startingAt(Week.start(week)), week);
    }

    function testFuzz_CurrentIsTheWeekOfTheBlock(uint40 timestamp) public {
        vm.warp(timestamp);
        assertEq(Week.current(), uint256(timestamp) / 604_800);
    }

    function testFuzz_StartingAtRefusesOtherTimes(uint256 week, uint256 offset) public {
        week = bound(week, 0, type(uint128).max);
        uint256 timestamp = Week.start(week) + bound(offset, 1, 1 weeks - 1);
        vm.expectRevert(abi.encodeWithSelector(NotWeekStart.selector, timestamp));
        this.startingAt(timestamp);
    }

    /// @dev External, so that a revert can be expected of it.
    function startingAt(uint256 weekStart) external pure returns (uint256) {
        return Week.startingAt(weekStart);
    }
}
