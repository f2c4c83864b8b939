"""What texts of the data may name: ``{{ deadline.date }}``, ``{{ submission }}``."""
