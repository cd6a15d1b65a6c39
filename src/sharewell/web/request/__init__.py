"""Information requests: the guide with what the record knows, advice, approval, decision."""
