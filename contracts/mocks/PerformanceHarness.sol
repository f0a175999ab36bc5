// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { MessageHashUtils } from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import { Median } from "../libraries/Median.sol";
import { Quorum } from "../libraries/Quorum.sol";
import { SeatedSet } from "../nodes/interfaces/INodeRegistry.sol";
import { Configuration, Report } from "../nodes/interfaces/IPerformanceOracle.sol";
import { Measurements, Reporter, Weighing } from "../nodes/libraries/Measurements.sol";
import { Performance, ScoreParameters } from "../nodes/libraries/Performance.sol";

/// @title PerformanceHarness
/// @notice Stands for the oracle and the registry where they only compute: what the libraries answer, and what is hashed.
contract PerformanceHarness {
    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 private constant REPORT_TYPEHASH = keccak256(
        "Report(uint256 epoch,uint8 phase,address reporter,bytes32 setHash,bytes32 configurationHash,bytes32 dataHash)"
    );
    bytes32 private constant KEY_OWNERSHIP_TYPEHASH = keccak256("KeyOwnership(address operator)");

    /// @return What a reporter signs if this contract is the oracle.
    function reportDigest(Report calldata report) external view returns (bytes32) {
        return _digest("WCT Performance Oracle", keccak256(abi.encode(REPORT_TYPEHASH, report)));
    }

    /// @return What a key signs if this contract is NodeIdentities.
    function keyDigest(address operator) external view returns (bytes32) {
        return _digest("WCT Node Identities", keccak256(abi.encode(KEY_OWNERSHIP_TYPEHASH, operator)));
    }

    /// @param data Of one node, as in a report.
    /// @param uptime Said to be its uptime.
    /// @param latencyMs Said to be its average latency.
    /// @return values 1, or 0 if it is no data.
    /// @return isImpossible Whether the numbers cannot be.
    /// @return areMedians Whether both are what was said.
    /// @return score In 1e18 fixed point, of what was said.
    function scoreOf(
        ScoreParameters calldata parameters,
        bytes calldata data,
        uint256 uptime,
        uint256 latencyMs
    ) external pure returns (uint256 values, bool isImpossible, bool areMedians, uint256 score) {
        Reporter[] memory reporters = new Reporter[](1);
        reporters[0].operator = address(1);
        reporters[0].unit = Measurements.unitOf(1);
        reporters[0].location = Measurements.locate(data);
        Weighing memory weighing = Measurements.weigh(reporters, address(0), 0, uptime, latencyMs);
        score = Performance.score(parameters, uptime, latencyMs);
        return (Measurements.valuesIn(weighing.all), weighing.isImpossible, weighing.areMedians(), score);
    }

    /// @return isLower Whether `median` is the lower median of `values`.
    /// @return isUpper Whether it is the upper one.
    function isMedian(
        uint256[] calldata values,
        uint256[] calldata weights,
        uint256 median
    ) external pure returns (bool isLower, bool isUpper) {
        uint256 totalWeight = 0;
        uint256 below = 0;
        uint256 upTo = 0;
        // Bounded by the caller's list.
        for (uint256 i = 0; i < values.length; ++i) {
            totalWeight += weights[i];
            if (values[i] < median) below += weights[i];
            if (values[i] <= median) upTo += weights[i];
        }
        return (Median.isLower(below, upTo, totalWeight), Median.isUpper(below, upTo, totalWeight));
    }

    /// @return The reports that are enough.
    function reportsNeeded(uint256 reporters) external pure returns (uint256) {
        return Quorum.reportsNeeded(reporters);
    }

    /// @return The values that a median needs.
    function valuesNeeded(uint256 reporters) external pure returns (uint256) {
        return Quorum.valuesNeeded(reporters);
    }

    /// @return The hash of a seated set.
    function seatedSetHash(SeatedSet calldata set) external pure returns (bytes32) {
        return keccak256(abi.encode(set));
    }

    /// @return The hash of a configuration.
    function configurationHash(Configuration calldata configuration) external pure returns (bytes32) {
        return keccak256(abi.encode(configuration));
    }

    /// @return The commitment to a report.
    function commitmentOf(bytes32 digest, bytes calldata signature) external pure returns (bytes32) {
        return keccak256(abi.encodePacked(digest, signature));
    }

    function _digest(string memory name, bytes32 structHash) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(DOMAIN_TYPEHASH, keccak256(bytes(name)), keccak256("1"), block.chainid, address(this))
        );
        return MessageHashUtils.toTypedDataHash(domain, structHash);
    }
}
