// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title FixedConfigurationOracle
/// @notice Stands for the PerformanceOracle as far as it tells the hash of the configuration in force in an epoch.
contract FixedConfigurationOracle {
    mapping(uint256 index => uint256) private fromEpochs;
    mapping(uint256 index => bytes32) private hashes;
    uint256 private count;

    /// @notice From `fromEpoch` on, later than the last one, the configuration with `configurationHash` is in force.
    function setConfigurationHash(uint256 fromEpoch, bytes32 configurationHash) external {
        fromEpochs[count] = fromEpoch;
        hashes[count++] = configurationHash;
    }

    function configurationHashAt(uint256 epoch) external view returns (bytes32) {
        for (uint256 i = count; i > 0; --i) {
            if (fromEpochs[i - 1] <= epoch) return hashes[i - 1];
        }
        return 0;
    }
}
