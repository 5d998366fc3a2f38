"""Making papers on a screen: a file in the vault, a copy for the archive, a look beforehand."""
