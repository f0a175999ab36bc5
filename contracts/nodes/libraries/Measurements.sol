// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @dev 1 in the fixed point of uptimes and scores.
uint256 constant ONE = 1e18;

/// @dev The latency of a node of which no probe succeeded: worse than any other.
uint256 constant NO_ANSWER = 0xffffffff;

/// @notice Who may report, and where its report is if it is there.
/// @param account As the report names it.
/// @param signer Whose signature counts.
/// @param operator Whose node it never scores.
/// @param weight What its values weigh, below 2^91, so that those of 32 reporters stay below 2^96.
/// @param location Where its data begins in the calldata; 0 without a report.
struct Reporter {
    address account;
    address signer;
    address operator;
    uint256 weight;
    uint256 location;
}

/// @title Measurements
/// @notice Reads the data of reports: per node 8 bytes, successful probes (2), all probes (2), and the sum of the latencies of
/// the successful ones in milliseconds (4). Of every value
///
///     U = successes · 1e18 / probes, rounded down        L = latencySum / successes in ms, rounded up
///
/// and L of a node that never answered is worse than any other.
library Measurements {
    /// @dev Bytes per node.
    uint256 internal constant SIZE = 8;

    /// @return location Where `data` begins in the calldata.
    function locate(bytes calldata data) internal pure returns (uint256 location) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            location := data.offset
        }
    }

    /// @return successes How many probes succeeded.
    /// @return probes How many there were.
    /// @return latencySumMs What the successful ones took.
    /// @dev `node` must lie within the data that was located; nothing checks it again.
    function at(
        uint256 location,
        uint256 node
    ) internal pure returns (uint256 successes, uint256 probes, uint256 latencySumMs) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let word := calldataload(add(location, mul(node, SIZE)))
            successes := shr(240, word)
            probes := and(shr(224, word), 0xffff)
            latencySumMs := and(shr(192, word), 0xffffffff)
        }
    }

    /// @notice Sorts what all reporters but the operator's own have on its node, uptimes and latencies each with the weight in
    /// the lower 96 bits, as {Median} takes them. No probes are no data.
    /// @param uptimes As long as `present`; so is `latencies`.
    /// @return values How many have data.
    /// @return totalWeight The sum of their weights.
    /// @return suspect The place of the first reporter, counted from 1, whose numbers cannot be: more successes than probes, or
    /// latencies without a success; 0 if there is none.
    /// @dev In assembly because it is what a finalization consists of: it runs up to 32 · 32 times. Every index is bounded by the
    /// length of `present`, every product by 2^76.
    // solhint-disable-next-line function-max-lines
    function collect(
        Reporter[] memory present,
        address operator,
        uint256 node,
        uint256[] memory uptimes,
        uint256[] memory latencies
    ) internal pure returns (uint256 values, uint256 totalWeight, uint256 suspect) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            // Inserts a word among the first `length` ones of a list, which are sorted. The word before position i stands at
            // list + 32 · i; the one before the first is 0 here, so that no word passes it.
            function insert(list, length, word) {
                let place := add(list, shl(5, length))
                let other := mload(place)
                for {} gt(other, word) {} {
                    mstore(add(place, 0x20), other)
                    place := sub(place, 0x20)
                    other := mload(place)
                }
                mstore(add(place, 0x20), word)
            }

            // The lengths of the lists stand there, which are those of `present`.
            mstore(uptimes, 0)
            mstore(latencies, 0)
            let offset := mul(node, SIZE)
            let last := add(present, shl(5, mload(present)))
            for {
                let cursor := present
            } lt(cursor, last) {} {
                cursor := add(cursor, 0x20)
                let reporter := mload(cursor)
                // Fields of {Reporter}: operator at 0x40, weight at 0x60, location at 0x80.
                if eq(mload(add(reporter, 0x40)), operator) {
                    continue
                }
                let word := calldataload(add(mload(add(reporter, 0x80)), offset))
                let successes := shr(240, word)
                let probes := and(shr(224, word), 0xffff)
                let latencySumMs := and(shr(192, word), 0xffffffff)
                if or(gt(successes, probes), gt(latencySumMs, mul(successes, 0xffffffff))) {
                    suspect := shr(5, sub(cursor, present))
                    break
                }
                if iszero(probes) {
                    continue
                }
                let weight := mload(add(reporter, 0x60))
                let latencyMs := NO_ANSWER
                if successes {
                    latencyMs := div(add(latencySumMs, sub(successes, 1)), successes)
                }
                insert(uptimes, values, or(shl(96, div(mul(successes, ONE), probes)), weight))
                insert(latencies, values, or(shl(96, latencyMs), weight))
                totalWeight := add(totalWeight, weight)
                values := add(values, 1)
            }
            mstore(uptimes, mload(present))
            mstore(latencies, mload(present))
        }
    }
}
