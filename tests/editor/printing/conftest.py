"""What every test of paper works with."""

from tests.checking.dialogs import desk as desk
