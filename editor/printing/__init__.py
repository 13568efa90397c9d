"""Paper from a printer: the same pages as in the window and in a PDF, in their true size; and a look at them before."""
