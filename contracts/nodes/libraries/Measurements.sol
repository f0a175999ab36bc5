// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title Measurements
/// @notice Reads the data of a report: per node 8 bytes, successful probes (2), all probes (2), sum of latencies in ms (4).
library Measurements {
    /// @dev Bytes per node.
    uint256 internal constant SIZE = 8;

    /// @return Where `data` begins in the calldata, for {at}.
    function locate(bytes calldata data) internal pure returns (uint256) {
        uint256 location;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            location := data.offset
        }
        return location;
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
}
