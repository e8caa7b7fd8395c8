"""Where colours, sizes, fonts and icons come from; no colour is written anywhere else."""
