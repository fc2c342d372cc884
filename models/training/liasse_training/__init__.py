"""Trains, evaluates and exports the networks of Liasse. See models/training/README.md."""
