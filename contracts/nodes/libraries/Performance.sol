// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { ONE } from "./Measurements.sol";

/// @dev Stands in for the score of a node on which there is no data.
uint256 constant NO_SCORE = type(uint256).max;

/// @notice How measurements become a score.
/// @param uptimeWeight Wu, 1e18 for 1. Above 0, at most 2e18.
/// @param latencyWeight Wl, likewise.
/// @param goodLatencyMs Up to here latency scores 1.
/// @param badLatencyMs From here on it scores 0; above `goodLatencyMs`.
struct ScoreParameters {
    uint64 uptimeWeight;
    uint64 latencyWeight;
    uint32 goodLatencyMs;
    uint32 badLatencyMs;
}

/// @title Performance
/// @notice The score of a node's uptime and latency, in 1e18 fixed point:
///
///     performance = min(1, Wu · U) · min(1, Wl · S(L)),    S = 1 for L ≤ good, 0 for L ≥ bad, linear between
///
/// Every quotient and product is rounded down.
library Performance {
    /// @return The performance, from 0 to 1e18.
    /// @dev `uptime` is at most 1e18, so no product exceeds 2e36.
    function score(
        ScoreParameters memory parameters,
        uint256 uptime,
        uint256 latencyMs
    ) internal pure returns (uint256) {
        unchecked {
            uint256 uptimeTerm = Math.min(ONE, (parameters.uptimeWeight * uptime) / ONE);
            uint256 latencyTerm = Math.min(
                ONE,
                (parameters.latencyWeight * _latencyScore(parameters, latencyMs)) / ONE
            );
            return (uptimeTerm * latencyTerm) / ONE;
        }
    }

    /// @dev S(L).
    function _latencyScore(ScoreParameters memory parameters, uint256 latencyMs) private pure returns (uint256) {
        uint256 good = parameters.goodLatencyMs;
        uint256 bad = parameters.badLatencyMs;
        if (latencyMs <= good) return ONE;
        if (latencyMs >= bad) return 0;
        unchecked {
            return ((bad - latencyMs) * ONE) / (bad - good);
        }
    }
}
