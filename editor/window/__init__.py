"""The main window, and the application it lives in."""
