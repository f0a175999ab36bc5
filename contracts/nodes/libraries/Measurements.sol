// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Median } from "../../libraries/Median.sol";

/// @dev 1 in the fixed point of uptimes and scores.
uint256 constant ONE = 1e18;

/// @dev The latency of a node of which no probe succeeded: worse than any other.
uint256 constant NO_ANSWER = 0xffffffff;

/// @notice Who may report, and where its report is if it is there.
/// @param account As the report names it.
/// @param signer Whose signature counts.
/// @param operator Whose node it never scores.
/// @param unit One value of its weight, by {Measurements-unitOf}.
/// @param location Where its data begins in the calldata; 0 without a report.
struct Reporter {
    address account;
    address signer;
    address operator;
    uint256 unit;
    uint256 location;
}

/// @notice What the reports have on a node, weighed against an uptime and a latency. Sums are of units, by
/// {Measurements-unitOf}; the last two are two sums each, in the upper and the lower 128 bits.
/// @param isImpossible Whether numbers of a report cannot be; the rest means nothing then.
/// @param all All that have data.
/// @param uptimes Those with less uptime; those with at most that uptime.
/// @param latencies Those with less latency; those with at most that latency.
struct Weighing {
    bool isImpossible;
    uint256 all;
    uint256 uptimes;
    uint256 latencies;
}

using Measurements for Weighing global;

/// @title Measurements
/// @notice Reads the data of reports: per node 8 bytes, successful probes (2), all probes (2), and the sum of the latencies of
/// the successful ones in milliseconds (4). Of every value
///
///     U = successes · 1e18 / probes, rounded down        L = latencySum / successes in ms, rounded up
///
/// and L of a node that never answered is worse than any other. Medians are not searched for but proved: whoever finalizes says
/// them, and one pass over the reports shows whether they are.
library Measurements {
    /// @dev Bytes per node.
    uint256 internal constant SIZE = 8;

    /// @dev Bits of a sum of weights.
    uint256 private constant WEIGHT_BITS = 96;

    /// @dev Bytes of the medians of a node: uptime in 1e18 fixed point (8), latency in ms (4).
    uint256 internal constant MEDIANS_SIZE = 12;

    /// @return One value of this weight. Units of up to 32 reporters add up to their number above the sum of their weights,
    /// which is below 2^96, because all stakes together are.
    function unitOf(uint256 weight) internal pure returns (uint256) {
        return (1 << WEIGHT_BITS) | weight;
    }

    /// @return How many values a sum of units is of.
    function valuesIn(uint256 units) internal pure returns (uint256) {
        return units >> WEIGHT_BITS;
    }

    /// @return What they weigh together.
    function weightIn(uint256 units) internal pure returns (uint256) {
        return uint96(units);
    }

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

    /// @return uptime The uptime that is said to be the median of `node`, in 1e18 fixed point.
    /// @return latencyMs The same of the latency.
    /// @dev `node` must lie within `medians`; nothing checks it again.
    function mediansAt(bytes calldata medians, uint256 node) internal pure returns (uint256 uptime, uint256 latencyMs) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let word := calldataload(add(medians.offset, mul(node, MEDIANS_SIZE)))
            uptime := shr(192, word)
            latencyMs := and(shr(160, word), 0xffffffff)
        }
    }

    /// @return Whether there cannot be such numbers: more successes than probes, or latencies without a success.
    function isImpossible(uint256 location, uint256 node) internal pure returns (bool) {
        (uint256 successes, uint256 probes, uint256 latencySumMs) = at(location, node);
        return successes > probes || (successes == 0 && latencySumMs != 0);
    }

    /// @notice Weighs what all reporters but the operator's own have on its node against an uptime and a latency. No probes are
    /// no data.
    /// @dev In assembly because it is what a finalization consists of: it runs up to 32 · 32 times. Each location has room for
    /// `node`; the two sums of a word stay below 2^102 each, and no other product reaches 2^76.
    // solhint-disable-next-line function-max-lines
    function weigh(
        Reporter[] memory present,
        address operator,
        uint256 node,
        uint256 uptime,
        uint256 latencyMs
    ) internal pure returns (Weighing memory weighing) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            // The sums of uptimes and latencies, in the scratch space.
            mstore(0x00, 0)
            mstore(0x20, 0)
            let all := 0
            let suspect := 0
            let offset := mul(node, SIZE)
            let last := add(present, shl(5, mload(present)))
            for {
                let cursor := present
            } lt(cursor, last) {} {
                cursor := add(cursor, 0x20)
                let reporter := mload(cursor)
                // Fields of {Reporter}: operator at 0x40, unit at 0x60, location at 0x80.
                let word := mul(
                    calldataload(add(mload(add(reporter, 0x80)), offset)),
                    iszero(eq(mload(add(reporter, 0x40)), operator))
                )
                let successes := shr(240, word)
                let probes := and(shr(224, word), 0xffff)
                let value := and(shr(192, word), 0xffffffff)
                suspect := or(suspect, or(gt(successes, probes), gt(value, mul(successes, 0xffffffff))))
                let unit := mul(mload(add(reporter, 0x60)), lt(0, probes))
                all := add(all, unit)
                // A division by 0 gives 0.
                value := or(div(sub(add(value, successes), 1), successes), mul(NO_ANSWER, iszero(successes)))
                mstore(
                    0x20,
                    add(mload(0x20), mul(unit, or(shl(128, lt(value, latencyMs)), iszero(gt(value, latencyMs)))))
                )
                value := div(mul(successes, ONE), probes)
                mstore(0x00, add(mload(0x00), mul(unit, or(shl(128, lt(value, uptime)), iszero(gt(value, uptime))))))
            }
            // Fields of {Weighing}, in their order.
            mstore(weighing, suspect)
            mstore(add(weighing, 0x20), all)
            mstore(add(weighing, 0x40), mload(0x00))
            mstore(add(weighing, 0x60), mload(0x20))
        }
    }

    /// @return Whether the uptime is the upper median, and the latency the lower one.
    function areMedians(Weighing memory weighing) internal pure returns (bool) {
        uint256 total = weightIn(weighing.all);
        return
            Median.isUpper(weightIn(weighing.uptimes >> 128), weightIn(weighing.uptimes), total) &&
            Median.isLower(weightIn(weighing.latencies >> 128), weightIn(weighing.latencies), total);
    }
}
