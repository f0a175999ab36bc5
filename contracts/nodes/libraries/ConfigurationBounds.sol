// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Thresholds } from "../interfaces/INodeRegistry.sol";
import { PayTerms } from "../interfaces/INodeRewards.sol";
import { Configuration, IPerformanceOracle, Member } from "../interfaces/IPerformanceOracle.sol";
import { NO_ANSWER, ONE } from "./Measurements.sol";
import { ScoreParameters } from "./Performance.sol";
import { SCORE_UNIT, SEATS } from "./SeatTable.sol";

/// @title ConfigurationBounds
/// @notice What governance can set, and what not. Every other contract and library relies on these bounds.
library ConfigurationBounds {
    /// @dev The most reporters of Phase 1.
    uint256 internal constant MAX_COMMITTEE = 32;

    /// @dev Reverts with {IPerformanceOracle-InvalidParameter}, {IPerformanceOracle-InexactThreshold},
    /// {IPerformanceOracle-InvalidCommitteeSize} or {IPerformanceOracle-InvalidMember}.
    function requireValid(Configuration calldata configuration) internal pure {
        ScoreParameters calldata score = configuration.score;
        Thresholds calldata thresholds = configuration.thresholds;
        PayTerms calldata pay = configuration.pay;
        _requireRange("uptimeWeight", score.uptimeWeight, 1, 2 * ONE);
        _requireRange("latencyWeight", score.latencyWeight, 1, 2 * ONE);
        _requireRange("badLatencyMs", score.badLatencyMs, uint256(score.goodLatencyMs) + 1, NO_ANSWER);
        _requireRange("confinement", thresholds.confinement, 0, ONE);
        _requireRange("promotion", thresholds.promotion, thresholds.confinement, ONE);
        _requireExact("confinement", thresholds.confinement);
        _requireExact("promotion", thresholds.promotion);
        _requireRange("activeFloor", thresholds.activeFloor, 0, SEATS);
        _requireRange("baseBps", pay.baseBps, 0, 10_000);
        _requireRange("reservedBps", pay.reservedBps, 0, 10_000);
        _requireRange("shareCapBps", pay.shareCapBps, 1, 10_000);
        _requireRange("slashBps", pay.slashBps, 0, 100);
        _requireRange("equivocationSlashBps", pay.equivocationSlashBps, 0, 100);
        _requireValidCommittee(configuration.committee);
    }

    function _requireValidCommittee(Member[] calldata committee) private pure {
        uint256 count = committee.length;
        require(count != 0 && count <= MAX_COMMITTEE, IPerformanceOracle.InvalidCommitteeSize(count, MAX_COMMITTEE));
        for (uint256 i = 0; i < count; ++i) {
            address reporter = committee[i].reporter;
            bool isValid = reporter != address(0);
            for (uint256 j = 0; j < i; ++j) isValid = isValid && committee[j].reporter != reporter;
            require(isValid, IPerformanceOracle.InvalidMember(reporter));
        }
    }

    function _requireExact(string memory name, uint256 threshold) private pure {
        require(threshold % SCORE_UNIT == 0, IPerformanceOracle.InexactThreshold(name, threshold, SCORE_UNIT));
    }

    function _requireRange(string memory name, uint256 value, uint256 min, uint256 max) private pure {
        require(value >= min && value <= max, IPerformanceOracle.InvalidParameter(name, value, min, max));
    }
}
