// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { NO_ANSWER, ONE } from "../../contracts/nodes/libraries/Measurements.sol";

/// @notice The medians of reports as whoever finalizes has to say them, by the definition: the smallest value up to which more
/// than half of the weight lies, or at least half.
library PlainMedians {
    /// @param operator Whose node the report does not count for.
    struct Source {
        address operator;
        uint256 weight;
        bytes data;
    }

    struct Values {
        uint256 count;
        uint256 total;
        uint256[] uptimes;
        uint256[] latencies;
        uint256[] weights;
    }

    /// @return medians Per node uptime (8 bytes) and latency (4 bytes); zeros without data.
    function pack(Source[] memory sources, address[] memory operators) internal pure returns (bytes memory medians) {
        for (uint256 node = 0; node < operators.length; ++node) {
            (uint256 uptime, uint256 latencyMs) = ofNode(sources, operators[node], node);
            medians = bytes.concat(medians, abi.encodePacked(uint64(uptime), uint32(latencyMs)));
        }
    }

    /// @return uptime The upper median of the uptimes.
    /// @return latencyMs The lower median of the latencies.
    function ofNode(
        Source[] memory sources,
        address operator,
        uint256 node
    ) internal pure returns (uint256 uptime, uint256 latencyMs) {
        Values memory values;
        values.uptimes = new uint256[](sources.length);
        values.latencies = new uint256[](sources.length);
        values.weights = new uint256[](sources.length);
        for (uint256 i = 0; i < sources.length; ++i) {
            if (sources[i].operator != operator) _add(values, sources[i], node);
        }
        uptime = _leastReaching(values, values.uptimes, values.total / 2 + 1);
        latencyMs = _leastReaching(values, values.latencies, (values.total + 1) / 2);
    }

    function _add(Values memory values, Source memory source, uint256 node) private pure {
        uint256 successes = _number(source.data, node * 8, 2);
        uint256 probes = _number(source.data, node * 8 + 2, 2);
        uint256 sumMs = _number(source.data, node * 8 + 4, 4);
        if (probes == 0) return;
        uint256 i = values.count++;
        values.uptimes[i] = (successes * ONE) / probes;
        values.latencies[i] = successes == 0 ? NO_ANSWER : (sumMs + successes - 1) / successes;
        values.weights[i] = source.weight;
        values.total += source.weight;
    }

    /// @dev The smallest value up to which so much weight lies; 0 if there is none.
    function _leastReaching(
        Values memory values,
        uint256[] memory list,
        uint256 weight
    ) private pure returns (uint256 least) {
        bool isFound = false;
        for (uint256 i = 0; i < values.count; ++i) {
            if (isFound && list[i] >= least) continue;
            uint256 upTo = 0;
            for (uint256 j = 0; j < values.count; ++j) {
                if (list[j] <= list[i]) upTo += values.weights[j];
            }
            if (upTo < weight) continue;
            isFound = true;
            least = list[i];
        }
    }

    function _number(bytes memory data, uint256 from, uint256 length) private pure returns (uint256 number) {
        for (uint256 i = 0; i < length; ++i) number = (number << 8) | uint8(data[from + i]);
    }
}
