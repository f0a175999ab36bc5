// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Performance, ScoreParameters } from "../../contracts/nodes/libraries/Performance.sol";
import { Seats, SeatsLib } from "../../contracts/nodes/libraries/SeatTable.sol";
import { WalletShares } from "../../contracts/wallets/libraries/WalletShares.sol";
import { PropertyTest } from "../support/PropertyTest.sol";

/// @notice Scores at every millisecond and every number of successes of a day, seats in every state, and the first roots.
contract ScoresTest is PropertyTest {
    uint256 private constant GOOD = 250;
    uint256 private constant BAD = 2000;
    uint256 private constant PROBES = 1440;

    /// @dev Exact at each millisecond, and never better than at the one before. The score is the product of the two terms, so
    /// one row and one column tell all of it.
    function test_EveryLatency() public pure {
        uint256 before = 1e18;
        for (uint256 latencyMs = 0; latencyMs <= BAD + 1; ++latencyMs) {
            uint256 score = Performance.score(_parameters(), 1e18, latencyMs);
            uint256 exact = 1e18;
            if (latencyMs > GOOD) exact = latencyMs < BAD ? ((BAD - latencyMs) * 1e18) / (BAD - GOOD) : 0;
            assertEq(score, exact);
            assertLe(score, before);
            before = score;
        }
    }

    function test_EverySuccessOfADay() public pure {
        uint256 before = 0;
        for (uint256 successes = 0; successes <= PROBES; ++successes) {
            uint256 uptime = (successes * 1e18) / PROBES;
            uint256 score = Performance.score(_parameters(), uptime, GOOD);
            assertEq(score, uptime);
            if (successes != 0) assertGt(score, before);
            before = score;
        }
    }

    /// @dev Rows and columns at every step of a percent: one more is never worse, one slower never better.
    function test_EveryPercentOfBoth() public pure {
        for (uint256 i = 0; i <= 100; ++i) {
            for (uint256 j = 0; j < 100; ++j) {
                uint256 latencyMs = GOOD + (i * (BAD - GOOD)) / 100;
                uint256 score = Performance.score(_parameters(), j * 1e16, latencyMs);
                assertLe(score, Performance.score(_parameters(), (j + 1) * 1e16, latencyMs));
                assertGe(score, Performance.score(_parameters(), j * 1e16, latencyMs + 1));
            }
        }
    }

    /// @dev Every step of every seat out of each of its states: the other seats stay what they are.
    function test_EverySeatInEveryState() public pure {
        uint256 others = 0x00ff00ff_0f0f0f0f_33333333_55555555;
        for (uint256 seat = 0; seat < 32; ++seat) {
            uint256 mask = (uint256(1) << seat) | (uint256(1) << (seat + 32)) | (uint256(1) << (seat + 64));
            mask |= uint256(1) << (seat + 96);
            for (uint256 state = 0; state < 5; ++state) {
                uint256 word = others & ~mask;
                if (state != 0) word |= uint256(1) << (seat + (state - 1) * 32);
                _assertSteps(Seats.wrap(word), seat, mask);
            }
        }
    }

    function test_TheFirstRootsAreRoundedDown() public pure {
        for (uint256 count = 0; count <= 20_000; ++count) {
            uint256 power = WalletShares.power(count);
            uint256 cube = count ** 3;
            assertTrue(power * power <= cube && cube < (power + 1) * (power + 1));
        }
    }

    function _assertSteps(Seats seats, uint256 seat, uint256 mask) private pure {
        bool wasSeated = SeatsLib.has(seats.active() | seats.reserved(), seat);
        _assertStep(seats, seats.reservedAt(seat), mask, uint256(1) << (seat + 32));
        _assertStep(seats, seats.promotedAt(seat), mask, uint256(1) << seat);
        _assertStep(seats, seats.confinedAt(seat), mask, uint256(1) << (seat + 64));
        _assertStep(seats, seats.vacatedAt(seat), mask, 0);
        assertEq(SeatsLib.has(seats.vacatedAt(seat).lostSinceBefore(), seat), wasSeated);
        assertEq(seats.vacatedAt(seat).isChanged(), wasSeated);
    }

    /// @dev Of the four sets, the bits of one seat are what the step makes them, and all others what they were.
    function _assertStep(Seats from, Seats to, uint256 mask, uint256 bits) private pure {
        uint256 sets = type(uint128).max;
        assertEq(Seats.unwrap(to) & sets & ~mask, Seats.unwrap(from) & sets & ~mask);
        assertEq(Seats.unwrap(to) & mask, bits);
    }

    function _parameters() private pure returns (ScoreParameters memory) {
        return
            ScoreParameters({
                uptimeWeight: 1e18,
                latencyWeight: 1e18,
                goodLatencyMs: uint32(GOOD),
                badLatencyMs: uint32(BAD)
            });
    }
}
