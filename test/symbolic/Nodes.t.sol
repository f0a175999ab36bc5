// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Median } from "../../contracts/libraries/Median.sol";
import { Quorum } from "../../contracts/libraries/Quorum.sol";
import { SeatsLib } from "../../contracts/nodes/libraries/SeatTable.sol";

/// @notice Statements about medians, quorums and seats that are proved for all values at once (`npm run prove`).
contract NodesProofs {
    /// @dev A greater value has at least as much below it as lies up to the smaller one.
    function check_oneValueIsTheLowerMedian(uint96 upTo, uint96 more, uint96 below, uint96 total) external pure {
        uint256 belowGreater = uint256(upTo) + more;
        if (!Median.isLower(below, upTo, total)) return;
        // Whatever lies up to the greater one.
        assert(!Median.isLower(belowGreater, type(uint96).max, total));
    }

    function check_oneValueIsTheUpperMedian(uint96 upTo, uint96 more, uint96 below, uint96 total) external pure {
        uint256 belowGreater = uint256(upTo) + more;
        if (!Median.isUpper(below, upTo, total)) return;
        assert(!Median.isUpper(belowGreater, type(uint96).max, total));
        // So no greater value is the lower median.
        assert(!Median.isLower(belowGreater, type(uint96).max, total));
    }

    /// @dev What has no weight of its own is neither.
    function check_noValueIsNoMedian(uint128 below, uint128 total) external pure {
        assert(!Median.isLower(below, below, total));
        assert(!Median.isUpper(below, below, total));
    }

    /// @dev The first value that reaches half of the weight is the lower median, the first above half the upper one.
    function check_theValueThatReachesHalfIsAMedian(uint128 below, uint128 upTo, uint128 total) external pure {
        if (upTo < below || total < upTo) return;
        bool reachesHalf = uint256(below) * 2 < total && uint256(upTo) * 2 >= total;
        bool exceedsHalf = uint256(below) * 2 <= total && uint256(upTo) * 2 > total;
        assert(Median.isLower(below, upTo, total) == reachesHalf);
        assert(Median.isUpper(below, upTo, total) == exceedsHalf);
    }

    /// @dev With liars of less than half the weight, no median lies below every honest value or above all of them.
    function check_aMinorityMovesNoMedianOutOfTheHonestRange(
        uint96 honest,
        uint96 liars,
        uint96 liarsBelow,
        uint96 liarsUpTo
    ) external pure {
        if (liars >= honest || liarsUpTo > liars || liarsBelow > liarsUpTo) return;
        uint256 total = uint256(honest) + liars;
        // Below every honest value only liars lie; above all of them no honest weight is left.
        assert(!Median.isLower(liarsBelow, liarsUpTo, total) && !Median.isUpper(liarsBelow, liarsUpTo, total));
        uint256 below = uint256(honest) + liarsBelow;
        uint256 upTo = uint256(honest) + liarsUpTo;
        assert(!Median.isLower(below, upTo, total) && !Median.isUpper(below, upTo, total));
    }

    /// @dev Of N reporters, any two quorums share more than f, and a quorum without f liars has an honest majority.
    function check_aQuorumOutnumbersTheLiars(uint16 reporters) external pure {
        if (reporters == 0) return;
        uint256 liars = (uint256(reporters) - 1) / 3;
        uint256 quorum = Quorum.reportsNeeded(reporters);
        assert(quorum <= reporters);
        assert(2 * quorum > reporters + liars);
        assert(quorum > 2 * liars);
        assert(Quorum.valuesNeeded(reporters) == 2 * liars + 1);
        assert(Quorum.valuesNeeded(reporters) <= quorum);
    }

    /// @dev Against the plain loop, for every set.
    function check_seatsAreCounted(uint32 seats) external pure {
        uint256 sum = 0;
        for (uint256 seat = 0; seat < 32; ++seat) sum += (uint256(seats) >> seat) & 1;
        assert(SeatsLib.count(seats) == sum);
    }
}
