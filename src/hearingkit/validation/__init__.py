"""Sources into a typed book of hearings, with a finding for all that does not fit."""
