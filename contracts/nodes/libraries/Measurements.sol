// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Performance } from "./Performance.sol";

/// @title Measurements
/// @notice Reads the data of a report: per node 8 bytes, successful probes (2), all probes (2), sum of latencies in ms (4).
library Measurements {
    /// @dev Bytes per node.
    uint256 internal constant SIZE = 8;

    /// @dev Stands in for the uptime where there was no probe.
    uint256 internal constant NO_DATA = type(uint256).max;

    /// @dev Stands in for the uptime where the numbers cannot be.
    uint256 internal constant IMPOSSIBLE = NO_DATA - 1;

    /// @return location Where `data` begins in the calldata.
    function locate(bytes calldata data) internal pure returns (uint256 location) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            location := data.offset
        }
    }

    /// @return successes How many probes succeeded.
    /// @return probes How many there were.
    /// @return latencySumMs What the successful ones took, in milliseconds.
    /// @dev `node` must lie within the data that was located; nothing checks it again.
    function at(
        uint256 location,
        uint256 node
    ) internal pure returns (uint256 successes, uint256 probes, uint256 latencySumMs) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let word := calldataload(add(location, mul(node, 8)))
            successes := shr(240, word)
            probes := and(shr(224, word), 0xffff)
            latencySumMs := and(shr(192, word), 0xffffffff)
        }
    }

    /// @return uptime {NO_DATA} without a probe, {IMPOSSIBLE} if more succeeded than there were, or if latencies are told and
    /// none succeeded.
    /// @return latencyMs The average latency.
    /// @dev Like {at}.
    function read(uint256 location, uint256 node) internal pure returns (uint256 uptime, uint256 latencyMs) {
        (uint256 successes, uint256 probes, uint256 latencySumMs) = at(location, node);
        if (successes > probes || (successes == 0 && latencySumMs != 0)) return (IMPOSSIBLE, 0);
        if (probes == 0) return (NO_DATA, 0);
        return (Performance.uptime(successes, probes), Performance.latencyMs(successes, latencySumMs));
    }
}
