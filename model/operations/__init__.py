"""Pure functions from a document and a wish to a Change, by subject; they refuse before anything happens."""
