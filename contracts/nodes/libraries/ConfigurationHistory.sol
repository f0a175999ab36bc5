// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { Configuration, IPerformanceOracle } from "../interfaces/IPerformanceOracle.sol";

/// @notice A configuration, and from which epoch on it is in force.
struct Version {
    uint40 fromEpoch;
    bytes32 configurationHash;
    Configuration configuration;
}

/// @notice All configurations there were, in the order of the epochs from which on they are in force.
struct ConfigurationHistory {
    Version[] versions;
}

using ConfigurationHistoryLib for ConfigurationHistory global;

/// @title ConfigurationHistoryLib
/// @notice Keeps what governance decided, so that every epoch is finalized by what was in force in it.
library ConfigurationHistoryLib {
    using SafeCast for uint256;

    /// @notice Puts `configuration` in force from `fromEpoch` on, in place of one that was to be in force from then on. No later
    /// one may be there yet.
    /// @return configurationHash Its hash.
    function set(
        ConfigurationHistory storage self,
        Configuration calldata configuration,
        uint256 fromEpoch
    ) internal returns (bytes32 configurationHash) {
        Version[] storage versions = self.versions;
        uint256 count = versions.length;
        bool isReplaced = count != 0 && versions[count - 1].fromEpoch == fromEpoch;
        Version storage version = isReplaced ? versions[count - 1] : versions.push();
        configurationHash = keccak256(abi.encode(configuration));
        version.fromEpoch = fromEpoch.toUint40();
        version.configurationHash = configurationHash;
        Configuration storage stored = version.configuration;
        stored.score = configuration.score;
        stored.thresholds = configuration.thresholds;
        stored.pay = configuration.pay;
        delete stored.committee;
        for (uint256 i = 0; i < configuration.committee.length; ++i) {
            stored.committee.push(configuration.committee[i]);
        }
    }

    /// @return The version in force in `epoch`.
    /// @dev From the newest back: there were as many as governance decided. There is one at least. Reverts with
    /// {IPerformanceOracle-NoConfiguration}.
    function at(ConfigurationHistory storage self, uint256 epoch) internal view returns (Version storage) {
        Version[] storage versions = self.versions;
        uint256 i = versions.length - 1;
        while (versions[i].fromEpoch > epoch) {
            require(i != 0, IPerformanceOracle.NoConfiguration(epoch));
            --i;
        }
        return versions[i];
    }
}
