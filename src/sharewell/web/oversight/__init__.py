"""For the information-governance lead: broken glass to review, the ledger, what is overdue."""
