"""What every test of files works with."""

from tests.checking.dialogs import desk as desk
