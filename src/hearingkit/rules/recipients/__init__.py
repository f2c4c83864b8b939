"""Rules on recipients: HK3."""
