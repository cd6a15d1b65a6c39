"""The guide: one plain question a page, the answer so far, and every answer open to change. The server keeps nothing."""
