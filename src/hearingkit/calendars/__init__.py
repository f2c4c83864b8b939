"""Holidays and working days of Denmark and Norway."""
