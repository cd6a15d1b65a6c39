"""How fast the ledger is: append, export, verify and prove a million entries, beside what else does the same."""
