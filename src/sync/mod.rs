//! What is due, and the worker that asks. Imports `domain`, `sources` and `store`.
