"""Use cases: one verb, one file. The only place where rules, record, clock and person meet, and that writes.

A use case takes the `Acting` first, asks whether it may, writes through `keep`, and so puts an entry into the ledger in
the same transaction. Refusals are raised before anything is written.
"""
