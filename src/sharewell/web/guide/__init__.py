"""The guide: one plain question a page, the answer so far, every answer open to change. The server keeps nothing."""
