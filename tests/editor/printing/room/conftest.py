"""What every test of the print room works with."""

from tests.checking.dialogs import desk as desk
