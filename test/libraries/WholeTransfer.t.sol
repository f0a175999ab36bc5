// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { PropertyTest } from "../support/PropertyTest.sol";
import { TransferNotWhole, WholeTransfer } from "../../contracts/libraries/WholeTransfer.sol";
import { WCT } from "../../contracts/token/WCT.sol";

/// @dev Stands for tokens that take a fee out of the transfer, or mint on top of it.
contract TokenWithSurcharge is ERC20 {
    int256 private immutable SURCHARGE;

    constructor(address holder, uint256 supply, int256 surcharge) ERC20("Surcharge", "SUR") {
        SURCHARGE = surcharge;
        _mint(holder, supply);
    }

    function transferFrom(address from, address to, uint256 value) public override returns (bool) {
        super.transferFrom(from, to, value);
        if (SURCHARGE < 0) _burn(to, uint256(-SURCHARGE));
        else _mint(to, uint256(SURCHARGE));
        return true;
    }
}

/// @dev Stands for tokens that answer false in place of a revert.
contract TokenThatRefuses is WCT {
    constructor(address holder, uint256 supply) WCT(holder, supply) {}

    function transferFrom(address, address, uint256) public pure override returns (bool) {
        return false;
    }
}

contract WholeTransferTest is PropertyTest {
    address private immutable PAYER = makeAddr("payer");

    function testFuzz_PullsExactlyTheAmount(uint256 held, uint256 amount, uint256 earlier) public {
        earlier = bound(earlier, 0, type(uint256).max - 1);
        held = bound(held, 0, type(uint256).max - earlier);
        amount = bound(amount, 0, held);
        IERC20 token = new WCT(PAYER, held + earlier);
        vm.startPrank(PAYER);
        token.transfer(address(this), earlier);
        token.approve(address(this), amount);
        vm.stopPrank();

        this.pull(token, PAYER, amount);
        assertEq(token.balanceOf(address(this)), earlier + amount);
        assertEq(token.balanceOf(PAYER), held - amount);
    }

    function testFuzz_RefusesAnythingThatDoesNotArriveWhole(uint96 earlier, uint96 amount, int256 surcharge) public {
        vm.assume(amount != 0);
        // Down to burning what was there before: then the balance has even fallen.
        int256 lowest = -int256(uint256(earlier) + amount);
        surcharge = bound(surcharge, lowest, type(int96).max);
        vm.assume(surcharge != 0);
        IERC20 token = new TokenWithSurcharge(PAYER, uint256(earlier) + amount, surcharge);
        vm.startPrank(PAYER);
        token.transfer(address(this), earlier);
        token.approve(address(this), amount);
        vm.stopPrank();

        int256 change = int256(uint256(amount)) + surcharge;
        uint256 received = change < 0 ? 0 : uint256(change);
        vm.expectRevert(abi.encodeWithSelector(TransferNotWhole.selector, amount, received));
        this.pull(token, PAYER, amount);
    }

    function test_RefusesATokenThatAnswersFalse() public {
        IERC20 token = new TokenThatRefuses(PAYER, 1 ether);
        vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, address(token)));
        this.pull(token, PAYER, 1 ether);
    }

    /// @dev External, so that a revert can be expected of it.
    function pull(IERC20 token, address payer, uint256 amount) external {
        WholeTransfer.pull(token, payer, amount);
    }
}
