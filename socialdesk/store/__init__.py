"""The local files and all their SQL; takes and gives the values of the model."""
