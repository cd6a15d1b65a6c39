"""Looking for a child: in our own records, and which services are involved across agencies."""
